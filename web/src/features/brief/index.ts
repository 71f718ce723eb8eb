export { default } from './BriefPage.tsx';
