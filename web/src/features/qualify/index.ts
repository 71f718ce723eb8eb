export { default } from './QualifyPage.tsx';
