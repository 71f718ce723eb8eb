/** What other features may use of coverage. */
export { withDuck } from './fcc/duck.ts';
export { importFcc } from './fcc/import.ts';
export { type Kept, keptFiles } from './fcc/kept.ts';
export { keptInWords } from './fcc/kept-in-words.ts';
export { keptRowsOf } from './fcc/kept-rows.ts';
export { locationIds } from './fcc/location-ids.ts';
export { type RowsOf, rowsOf } from './fcc/rows-file.ts';
export { importProviders } from './providers/import.ts';
export type { AreaRow } from './puc/area-row.ts';
export { type AreaAt, pucAreasAt } from './puc/areas-at.ts';
export { ensureClaims, lookAfterClaims } from './puc/claims.ts';
export { importPuc, type PucImportOptions } from './puc/import.ts';
export { pucShares, pucSharesOfSets, SHARES_A_CELL } from './puc/overlay.ts';
export { readCoverage } from './puc/reading.ts';
