/** What other features may know of homes. */
export { type Collection, collectionNamed, latestCollection } from './collections.ts';
export { type HomesImport, type ImportedFile, importHomes } from './jobs.ts';
export { keepHomes } from './kept-homes.ts';
export { homesForRelease, type ReleaseHomes } from './release-homes.ts';
