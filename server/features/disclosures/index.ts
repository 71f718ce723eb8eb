/** What other features may use of the log. */
export { BASIS, type OwnDisclosure, recordDisclosure } from './log.ts';
