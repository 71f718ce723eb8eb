export { default } from './ProposalPage.tsx';
