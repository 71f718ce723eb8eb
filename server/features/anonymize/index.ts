/** What other features may know of anonymizing files. */
export { type AnonymizeOptions, anonymizeFile, writeWhole } from './anonymize.ts';
export { type KeyFlags, withKey } from './key.ts';
export { locatedSaid } from './report.ts';
