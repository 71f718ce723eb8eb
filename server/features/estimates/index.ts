/** What other features may use of estimates. */

export type { PlaceCounts } from '../../domain/estimate/rates.ts';
export type { Estimates } from './estimates.ts';
export { type EstimatedRelease, type EstimateReader, estimateReader, estimatesFromRows } from './reader.ts';
