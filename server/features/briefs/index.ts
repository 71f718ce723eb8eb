/** What other features may use of briefs: a place's facts, its words, its drawn maps, and files one after the other. */
export { type BriefMaker, gatherOne } from './make.ts';
export { drawGround, drawLegend, drawMap } from './map/draw.ts';
export { type Frame, frameAround, HEIGHT, WIDTH } from './map/frame.ts';
export type { GroundReader } from './map/ground.ts';
export { readMap } from './map/read.ts';
export type { Bounds, MapFacts } from './map/types.ts';
export { type BriefOptions, EditionQuery, PlaceParams, sendBytes, wordsFor } from './routes.ts';
export { type GatheredBrief, type MadeBrief, sheetOf } from './sheet.ts';
export type { BriefWords } from './words.ts';
export { type ZippedFile, zipOf } from './zip.ts';
