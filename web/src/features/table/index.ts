export { default } from './TablePage.tsx';
