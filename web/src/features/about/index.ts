export { default as AccessibilityPage } from './AccessibilityPage.tsx';
export { default as MethodPage } from './MethodPage.tsx';
export { default as ReadingPage } from './ReadingPage.tsx';
