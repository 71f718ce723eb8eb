export { default } from './CostPage.tsx';
