/** What other features may use of changes. */
export { CHANGES_QUEUE, type ChangesJob, lookAfterChanges, makeAsked, makeDue } from './jobs.ts';
