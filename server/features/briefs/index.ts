/** What other features may use of briefs: its maps, and files one after the other. */
export { drawMap } from './map/draw.ts';
export type { GroundReader } from './map/ground.ts';
export { readMap } from './map/read.ts';
export type { MapFacts } from './map/types.ts';
export { type ZippedFile, zipOf } from './zip.ts';
