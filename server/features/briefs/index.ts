/** What other features may use of briefs: a place's facts, its words, and its drawn map. */
export { type BriefMaker, gatherOne } from './make.ts';
export { drawGround, drawLegend } from './map/draw.ts';
export { type Frame, frameAround, HEIGHT, WIDTH } from './map/frame.ts';
export type { Bounds } from './map/types.ts';
export { type BriefOptions, EditionQuery, PlaceParams, sendBytes, wordsFor } from './routes.ts';
export { type GatheredBrief, type MadeBrief, sheetOf } from './sheet.ts';
export type { BriefWords } from './words.ts';
