export { default } from './OutreachPage.tsx';
