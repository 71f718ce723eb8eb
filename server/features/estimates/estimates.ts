import { type ComboCodes, comboCodes } from '../../domain/estimate/combo.ts';
import {
  CONNECTED,
  NO_RATES,
  type PlaceCounts,
  type Rates,
  ratesOfCounty,
  ratesOfState,
  UNANSWERED,
  UNAVAILABLE,
} from '../../domain/estimate/rates.ts';
import { type Shown, writeEstimates } from '../../domain/estimate/row.ts';
import { sumOver } from '../../domain/estimate/sums.ts';
import { hexesAt } from '../../domain/patch.ts';
import type { VerdictTier } from '../../domain/speed.ts';
import { ESTIMATES } from '../../domain/statistic.ts';
import type { ComboRow, HexRow, PatchRow, PlaceRow } from './load.ts';

/** What one viewer may be told by computing. Each row: ESTIMATES.length whole numbers of students, in the order of ESTIMATES. */
export interface Estimates {
  /** One row a patch asked for, by number; zeros where the view has no such patch. */
  ofPatches(patches: ArrayLike<number>): Uint32Array;
  /** One row a hex asked for, of those drawn at a level of the map; zeros where there is none. A district has none. */
  ofHexes(level: number, cells: ArrayLike<bigint>): Uint32Array;
  /** Undefined where no patch of the view counts to the place. */
  ofPlace(kind: string, id: string): Uint32Array | undefined;
  ofState(): Uint32Array;
}

/** How often each verdict's students have a lever. */
export interface ViewRates {
  readonly state: Rates;
  readonly ofCounty: ReadonlyMap<string, Rates>;
}

type Patches = ReadonlyMap<number, PatchRow>;

/** Rows of estimates over patches, by the rates of their counties. */
class Rows {
  readonly #codes: ComboCodes[] = [];
  readonly #rates: ViewRates;

  constructor(combos: readonly ComboRow[], rates: ViewRates) {
    for (const { combo, verdicts } of combos) this.#codes[combo] = comboCodes(verdicts);
    this.#rates = rates;
  }

  write(patches: readonly PatchRow[], shown: Shown, into: Uint32Array): void {
    if (patches.length > 0)
      writeEstimates(
        sumOver(
          patches.map((patch) => this.#withRates(patch)),
          this.#codes,
        ),
        shown,
        into,
      );
  }

  one(patches: readonly PatchRow[], shown: Shown): Uint32Array {
    const row = new Uint32Array(ESTIMATES.length);
    this.write(patches, shown, row);
    return row;
  }

  each<Asked>(
    asked: ArrayLike<Asked>,
    find: (one: Asked) => { patches: readonly PatchRow[]; shown: Shown } | undefined,
  ) {
    const rows = new Uint32Array(asked.length * ESTIMATES.length);
    for (let i = 0; i < asked.length; i++) {
      const found = find(asked[i] as Asked);
      if (found)
        this.write(found.patches, found.shown, rows.subarray(i * ESTIMATES.length, (i + 1) * ESTIMATES.length));
    }
    return rows;
  }

  #withRates(patch: PatchRow) {
    return { ...patch, rates: this.#rates.ofCounty.get(patch.county ?? '') ?? this.#rates.state };
  }
}

export function ratesOfView(
  state: PlaceCounts,
  places: readonly PlaceRow[],
  patches: Patches,
  combos: readonly ComboRow[],
  benchmark: VerdictTier,
): ViewRates {
  const codes: ComboCodes[] = [];
  for (const { combo, verdicts } of combos) codes[combo] = comboCodes(verdicts);
  const sums = (own: Iterable<PatchRow>) =>
    sumOver(
      Array.from(own, (patch) => ({ ...patch, rates: NO_RATES })),
      codes,
    );
  const ofState = ratesOfState(state, sums(patches.values()), benchmark);
  const counties = places.filter(({ kind }) => kind === 'county');
  return {
    state: ofState,
    ofCounty: new Map(
      counties.map((county) => [
        county.id,
        ratesOfCounty(county, sums(numbered(patches, county.patches)), benchmark, ofState),
      ]),
    ),
  };
}

/** The estimates of a whole audience. */
export function estimatesOfAudience(given: {
  readonly patches: Patches;
  readonly combos: readonly ComboRow[];
  readonly hexes: readonly HexRow[];
  readonly places: readonly PlaceRow[];
  readonly state: PlaceCounts;
  readonly rates: ViewRates;
}): Estimates {
  const { patches, combos, state, rates } = given;
  const rows = new Rows(combos, rates);
  const all = [...patches.values()];
  const places = new Map(given.places.map((place) => [`${place.kind} ${place.id}`, place]));
  const hexes = hexesByLevel(given.hexes, all);
  return {
    ofPatches: (asked) => rows.each(asked, ownPatch(patches)),
    ofHexes: (level, cells) => rows.each(cells, (cell) => hexes.get(level)?.get(cell)),
    ofPlace(kind, id) {
      const place = places.get(`${kind} ${id}`);
      return place && rows.one(numbered(patches, place.patches), shownAt(place));
    },
    ofState: () => rows.one(all, shownAt(state)),
  };
}

/**
 * A district's own patches and its own place, with the rates that the public reads of counties; everything else as the public.
 *
 * @param own undefined where it shares its numbers with a neighbor: then it reads the public's
 */
export function estimatesOfDistrict(
  leaId: string,
  given: { readonly patches: Patches; readonly combos: readonly ComboRow[]; readonly own: PlaceCounts | undefined },
  open: Estimates,
  rates: ViewRates,
): Estimates {
  const { patches, combos, own } = given;
  const rows = new Rows(combos, rates);
  return {
    ofPatches: (asked) => rows.each(asked, ownPatch(patches)),
    ofHexes: (_, cells) => new Uint32Array(cells.length * ESTIMATES.length),
    ofPlace: (kind, id) =>
      own && kind === 'school_district' && id === leaId
        ? rows.one([...patches.values()], shownAt(own))
        : open.ofPlace(kind, id),
    ofState: () => open.ofState(),
  };
}

export function byNumber(rows: readonly PatchRow[]): Patches {
  return new Map(rows.map((row) => [row.patch, row]));
}

function ownPatch(patches: Patches) {
  return (asked: number) => {
    const patch = patches.get(asked);
    return patch && { patches: [patch], shown: shownBelow(patch) };
  };
}

function numbered(patches: Patches, numbers: readonly number[]): PatchRow[] {
  return numbers.flatMap((number) => patches.get(number) ?? []);
}

/** Families' part of disputes is told of places only. */
function shownBelow({ connected, unanswered }: Pick<PatchRow, 'connected' | 'unanswered'>): Shown {
  return { connected, unanswered, unavailable: null };
}

function shownAt({ counts }: PlaceCounts): Shown {
  return {
    connected: counts[CONNECTED] ?? null,
    unanswered: counts[UNANSWERED] ?? null,
    unavailable: counts[UNAVAILABLE] ?? null,
  };
}

interface HexPatches {
  readonly patches: PatchRow[];
  readonly shown: Shown;
}

/** By level and cell the patches drawn there. */
function hexesByLevel(hexes: readonly HexRow[], patches: readonly PatchRow[]): Map<number, Map<bigint, HexPatches>> {
  const levels = new Map<number, Map<bigint, HexPatches>>();
  for (const hex of hexes) {
    const level = levels.get(hex.level) ?? new Map<bigint, HexPatches>();
    levels.set(hex.level, level.set(hex.cell, { patches: [], shown: shownBelow(hex) }));
  }
  for (const [level, drawn] of levels) {
    const { hexes: cells, hexOf } = hexesAt(patches, level);
    for (const [at, patch] of patches.entries()) drawn.get(cells[hexOf[at] ?? -1]?.cell ?? 0n)?.patches.push(patch);
  }
  return levels;
}
