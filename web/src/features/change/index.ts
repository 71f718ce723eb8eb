export { default } from './ChangePage.tsx';
