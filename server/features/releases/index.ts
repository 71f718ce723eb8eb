/** What other features may use of releases. */
export { AgreedBy, NoFixedResidence, ReleaseQuery, SourceLine, StateQuery, ViewInWords } from './contract.ts';
export { Counts, type CountsRow } from './contract-counts.ts';
export { ErrorFigure, type PrivacyReport, type ReportBody } from './contract-report.ts';
export { countsOf, StatisticsQuery, statisticsAsked } from './counts.ts';
export { viewInWords } from './filings-of-view.ts';
export { type ReleaseRow, releaseForFile, releaseNamed, releaseOfPlace, viewerOfRelease } from './named.ts';
export { unplacedShown } from './no-fixed-residence.ts';
export { patchRows } from './patches.ts';
export { type Bounds, patchesNumbered, releaseList, sourcesOf, stateBounds, totalsOf } from './queries.ts';
export { errorsAt, readReport, reportsInWords } from './read-report.ts';
export { refuseSilent, viewOfFilings } from './silence.ts';
export { warmUp } from './warm-up.ts';
export { type Withdrawal, withdrawals, withdrawn } from './withdrawals.ts';
