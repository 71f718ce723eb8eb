/** What others may use of commitments. */
export { lookAfterCommitments } from './keeper.ts';
