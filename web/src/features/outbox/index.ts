export { default } from './OutboxPage.tsx';
