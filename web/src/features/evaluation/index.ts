export { default } from './EvaluationPage.tsx';
