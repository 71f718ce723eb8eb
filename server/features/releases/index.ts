export { AgreedBy, NoFixedResidence, ReleaseQuery, SourceLine, StateQuery } from './contract.ts';
export type { PrivacyReport } from './contract-report.ts';
export { Counts, type CountsRow, countsOf, HiddenWord, StatisticsQuery, statisticsAsked } from './counts.ts';
export { createRelease, type ReleaseSummary, type ReleaseWishes } from './create.ts';
export { RELEASE_QUEUE } from './jobs.ts';
export { unplacedShown } from './no-fixed-residence.ts';
export { patchRows } from './patches.ts';
export { type Bounds, releaseNamed, sourcesOf, stateBounds, viewerOfRelease } from './queries.ts';
export { refuseSilent, viewOfFilings } from './silence.ts';
