export { default } from './StoryPage.tsx';
