export { default } from './CommitmentsPage.tsx';
