export { ReleaseQuery } from './contract.ts';
export { Counts, countsOf, HiddenWord, StatisticsQuery, statisticsAsked } from './counts.ts';
export { releaseNamed, sourcesOf } from './queries.ts';
