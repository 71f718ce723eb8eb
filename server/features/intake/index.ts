/** What other features may know of homes. */
export { acceptFile } from './accept.ts';
export { changesBy } from './changes.ts';
export { type Collection, collectionName, collectionNamed, latestCollection, statesWithHomes } from './collections.ts';
export { dataKey, dataKeyInWords } from './data-key.ts';
export { recordOf } from './district-record.ts';
export { counted } from './facts.ts';
export { type CheckedFile, checkChunks, isRefused, type RefusedFile } from './file-check.ts';
export { collectionsOf, type Forgetting, type Forgotten, forgetHomes } from './forget.ts';
export type { ReleaseHomes } from './homes.ts';
export { type HomesImport, importHomes } from './jobs.ts';
export { keepHomes } from './kept-homes.ts';
export { rekeyWith } from './pseudonym.ts';
export { homesForRelease } from './release-homes.ts';
export { holdForRelease } from './release-lock.ts';
export type { Finding } from './report.ts';
export { knownServerKey, serverKeyInWords } from './server-key.ts';
export { takeBackHomes } from './take-back.ts';
export { type DistrictKeys, keepUnplacedKeys, type Unplaced, unplacedCounts, unplacedForRelease } from './unplaced.ts';
