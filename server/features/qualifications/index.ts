/** What other features may use of qualifications. */
export { isQualified } from './read.ts';
