/** Cell tiles by address: fetched once, decoded once, cached up to a limit. Runs in the worker. */
import { decodeCellTile, decodeCoverageTile } from '../../../server/domain/cell-tile.ts';
import type { LayerChoice, Profile, VerdictTier } from '../lib/choice.ts';
import type { Codes, Rows } from '../lib/classify.ts';
import { isEstimated } from '../lib/counts.ts';
import { fetchPatiently } from '../lib/patience.ts';
import { type Outlines, outlinesOf } from './outlines.ts';

/** A decoded tile: its rows, and what both layers share. */
export interface HexTile extends Rows {
  readonly h3: BigUint64Array;
  readonly resolution: Uint8Array;
  readonly rest: Uint8Array;
  readonly students: Uint32Array;
  readonly households: Uint32Array;
  readonly codes: Codes;
  /** Coverage tiles only: locations served. */
  readonly served?: (profile: Profile, tier: VerdictTier) => ArrayLike<number> | undefined;
  readonly outlines: Outlines;
}

export type TileState = HexTile | 'empty' | 'coming' | 'failed';

/** Cache limit in tiles: a tile's decoded estimates take half a megabyte. */
const ROOM = 200;

export class TileCache {
  readonly #tiles = new Map<string, TileState>();
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The tile's state; requests it if absent. */
  want(address: string, layer: LayerChoice): TileState {
    const known = this.#tiles.get(address);
    if (known) {
      // Moves the tile to the end, so that the least recently used is evicted first.
      this.#tiles.delete(address);
      this.#tiles.set(address, known);
      return known;
    }
    this.#tiles.set(address, 'coming');
    void this.#load(address, layer);
    return 'coming';
  }

  /** Forgets failures, so that the next `want` requests them again. */
  forgetFailures(): void {
    for (const [address, state] of this.#tiles) if (state === 'failed') this.#tiles.delete(address);
  }

  async #load(address: string, layer: LayerChoice): Promise<void> {
    this.#tiles.set(address, await load(address, layer));
    for (const oldest of this.#tiles.keys()) {
      if (this.#tiles.size <= ROOM) break;
      this.#tiles.delete(oldest);
    }
    this.#onChange();
  }
}

async function load(address: string, layer: LayerChoice): Promise<TileState> {
  try {
    const response = await fetchPatiently(address);
    if (response.status === 204) return 'empty';
    if (!response.ok) return 'failed';
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length === 0 ? 'empty' : layer === 'coverage' ? coverageTile(bytes) : studentTile(bytes);
  } catch {
    return 'failed';
  }
}

function studentTile(bytes: Uint8Array): HexTile {
  const tile = decodeCellTile(bytes);
  const { h3, resolution, rest, students, households } = tile;
  return {
    length: h3.length,
    h3,
    resolution,
    rest,
    students,
    households,
    codes: (key) => (isEstimated(key) ? tile.estimate(key) : tile.column(key)),
    outlines: outlinesOf(h3),
  };
}

function coverageTile(bytes: Uint8Array): HexTile {
  const tile = decodeCoverageTile(bytes);
  return {
    length: tile.h3.length,
    h3: tile.h3,
    resolution: tile.resolution,
    rest: new Uint8Array(tile.h3.length),
    students: tile.locations,
    households: tile.offers,
    codes: () => undefined,
    served: (profile, tier) => tile.served(profile, tier),
    outlines: outlinesOf(tile.h3),
  };
}
