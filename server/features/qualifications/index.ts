/** What other features may use of qualifications. */
export { isQualified, qualifications } from './read.ts';
