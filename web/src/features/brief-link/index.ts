export { BriefLink } from './BriefLink.tsx';
