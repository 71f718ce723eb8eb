import type { Selection } from '../lib/view.ts';
import type { HexInfo } from './protocol.ts';

/**
 * A hex in the address bar: its index, the map's level where that is finer than the hex, and its state.
 *
 * @param isAlone the map shows one state
 */
export function selectionOf({ h3, resolution, level, state }: HexInfo, isAlone: boolean): Selection {
  return {
    kind: 'hex',
    h3,
    ...(resolution < level ? { level } : {}),
    ...(isAlone || state === undefined ? {} : { state }),
  };
}
