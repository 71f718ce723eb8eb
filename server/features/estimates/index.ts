/** What other features may use of estimates. */
export type { Estimates } from './estimates.ts';
export { type EstimatedRelease, type EstimateReader, estimateReader, estimatesOfPlaces } from './reader.ts';
