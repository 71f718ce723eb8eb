/** What other features may use of releases. */
export { AgreedBy, NoFixedResidence, ReleaseQuery, SourceLine, StateQuery, ViewInWords } from './contract.ts';
export { Counts, type CountsRow } from './contract-counts.ts';
export type { ErrorFigure, ReportBody } from './contract-report.ts';
export { countsOf, StatisticsQuery, statisticsAsked } from './counts.ts';
export { viewInWords } from './filings-of-view.ts';
export { unplacedShown } from './no-fixed-residence.ts';
export { patchRows } from './patches.ts';
export {
  type Bounds,
  releaseForFile,
  releaseNamed,
  sourcesOf,
  stateBounds,
  viewerOfRelease,
} from './queries.ts';
export { reportsInWords } from './read-report.ts';
export { refuseSilent, viewOfFilings } from './silence.ts';
export { type Withdrawal, withdrawals, withdrawn } from './withdrawals.ts';
