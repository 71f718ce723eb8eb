export { default } from './CollectPage.tsx';
