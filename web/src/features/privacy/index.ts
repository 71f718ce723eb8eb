export { default } from './PrivacyPage.tsx';
