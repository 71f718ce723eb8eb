export { default } from './WorkbenchPage.tsx';
