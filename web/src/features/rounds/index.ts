export { default } from './RoundsPage.tsx';
