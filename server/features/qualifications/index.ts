/** What other features may use of qualifications. */
export { apply, decide } from './move.ts';
export { isQualified } from './read.ts';
