/** Parses and validates the address of a tile before any work is done. */
import type { Viewer } from '../../domain/actor.ts';
import { CELL_LAYERS, isCellLayer, LAYERS, type Layer, MAX_ZOOM, type TileEncoding } from './contract.ts';
import { tileErrors } from './errors.ts';

export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

export interface TileParams {
  readonly release: string;
  readonly layer: string;
  readonly z: string;
  readonly x: string;
  readonly y: string;
}

/** @throws Refusal 400 when these are not whole numbers, 404 when no such tile exists */
export function readTile(params: Pick<TileParams, 'z' | 'x' | 'y'>): Tile {
  const z = wholeNumber(params.z);
  const x = wholeNumber(params.x);
  const y = wholeNumber(params.y);
  if (z > MAX_ZOOM || x >= 2 ** z || y >= 2 ** z) throw tileErrors.outside(MAX_ZOOM);
  return { z, x, y };
}

/** One notation per number, so that a tile has one address in every cache. */
function wholeNumber(text: string): number {
  if (!/^(0|[1-9]\d{0,7})$/.test(text)) throw tileErrors.notAnAddress();
  return Number(text);
}

/** @throws Refusal 404 */
export function readLayer(text: string, encoding: TileEncoding): Layer {
  const layer = LAYERS.find((name) => name === text);
  if (!layer) throw tileErrors.noSuchLayer(LAYERS);
  if (encoding === 'arrow' && !isCellLayer(layer)) throw tileErrors.noCellTiles(CELL_LAYERS);
  return layer;
}

/** @returns the release's number, or `current` @throws Refusal 404 */
export function readRelease(text: string): number | 'current' {
  if (text === 'current') return text;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw tileErrors.noSuchRelease();
  return Number(text);
}

/** Cache key of a viewer's tiles: districts see their own, all providers of a state the same. */
export function viewerKey(viewer: Viewer): string {
  if (viewer.role === 'public') return viewer.role;
  return `${viewer.role}:${viewer.role === 'district' ? viewer.leaId : viewer.stateFips}`;
}
