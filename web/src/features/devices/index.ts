export { default } from './DevicesPage.tsx';
