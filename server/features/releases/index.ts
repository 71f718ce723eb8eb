export { ReleaseQuery, SourceLine } from './contract.ts';
export { Counts, type CountsRow, countsOf, HiddenWord, StatisticsQuery, statisticsAsked } from './counts.ts';
export { createRelease, type ReleaseWishes, type ReleaseSummary } from './create.ts';
export { patchRows } from './patches.ts';
export { releaseNamed, sourcesOf } from './queries.ts';
