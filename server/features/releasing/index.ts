/** What others may use of making releases. */
export { createRelease, type ReleaseSummary, type ReleaseWishes } from './create.ts';
export { makeAskedRelease, RELEASE_QUEUE } from './jobs.ts';
export { publishDraft, withdrawRelease } from './standing.ts';
export { OPERATOR } from './steps.ts';
