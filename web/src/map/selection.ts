import type { Selection } from '../lib/view.ts';
import type { HexInfo } from './protocol.ts';

/** A hex in the address bar: its index, and the map's level where that is finer than the hex. */
export function selectionOf({ h3, resolution, level }: HexInfo): Selection {
  return resolution < level ? { kind: 'hex', h3, level } : { kind: 'hex', h3 };
}
