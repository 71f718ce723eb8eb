export { default } from './PreparePage.tsx';
