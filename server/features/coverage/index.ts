/** What other features may use of coverage. */
export { importFcc } from './fcc/import.ts';
export { keptInWords } from './fcc/kept-in-words.ts';

export { importProviders } from './providers/import.ts';
export { type AreaAt, pucAreasAt } from './puc/areas-at.ts';
export { ensureClaims } from './puc/claims.ts';
export { importPuc, type PucImportOptions } from './puc/import.ts';
export { pucShares, pucSharesOfSets, SHARES_A_CELL } from './puc/overlay.ts';
