/** How much of each hex lies on land already paid for: fetched once for each level and view, and left out of build. Runs in the worker. */
import { cellFromText } from '../../../server/domain/cell.ts';
import { type Choice, leverKeys } from '../lib/choice.ts';
import { fetchPatiently } from '../lib/patience.ts';
import type { Composition } from './composition.ts';
import type { HexTile } from './tile-cache.ts';

/** Percent of locations by hex. */
export type Percents = ReadonlyMap<bigint, number>;

export class PaidLand {
  readonly #known = new Map<string, Percents | 'coming' | 'failed'>();
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  want(address: string): Percents | 'coming' | 'failed' {
    const known = this.#known.get(address);
    if (known) return known;
    this.#known.set(address, 'coming');
    void load(address).then((percents) => {
      this.#known.set(address, percents);
      this.#onChange();
    });
    return 'coming';
  }

  forgetFailures(): void {
    for (const [address, state] of this.#known) if (state === 'failed') this.#known.delete(address);
  }
}

async function load(address: string): Promise<Percents | 'failed'> {
  try {
    const response = await fetchPatiently(address);
    if (!response.ok) return 'failed';
    const { percents } = (await response.json()) as { percents: Record<string, number> }; // our own server's answer
    return new Map(Object.entries(percents).map(([h3, percent]) => [cellFromText(h3), percent]));
  } catch {
    return 'failed';
  }
}

/** The same hexes, with the students to build for whom nobody is paid to build. */
export function withoutPaid(composition: Composition, choice: Choice, percents: Percents): Composition {
  const build = leverKeys(choice).get('build');
  return { ...composition, tiles: composition.tiles.map((tile) => unpaid(tile, build, percents)) };
}

function unpaid(tile: HexTile, build: string | undefined, percents: Percents): HexTile {
  let left: Uint32Array | undefined;
  return {
    ...tile,
    codes(key) {
      const codes = tile.codes(key);
      if (key !== build || !codes) return codes;
      left ??= Uint32Array.from(codes, (students, row) =>
        Math.round(students * (1 - (percents.get(tile.h3[row] ?? 0n) ?? 0) / 100)),
      );
      return left;
    },
  };
}
