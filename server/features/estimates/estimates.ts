import { type ComboCodes, comboCodes } from '../../domain/estimate/combo.ts';
import {
  CONNECTED,
  type Counting,
  NO_RATES,
  type PlaceCounts,
  ratesOfCounty,
  ratesOfState,
  UNANSWERED,
  UNAVAILABLE,
} from '../../domain/estimate/rates.ts';
import { type Shown, writeEstimates } from '../../domain/estimate/row.ts';
import { type PatchStudents, type Rates, sumOver } from '../../domain/estimate/sums.ts';
import { hexesAt } from '../../domain/patch.ts';
import { ESTIMATES } from '../../domain/statistic.ts';
import type { ComboRow, HexRow, PatchRow, PlaceRow } from './load.ts';

/** Estimates for one viewer. Each row: ESTIMATES.length whole numbers of students, in the order of ESTIMATES. */
export interface Estimates {
  /** One row per patch number asked for; zeros where the view has no such patch. */
  ofPatches(patches: ArrayLike<number>): Uint32Array;
  /** One row per hex asked for at a level of the map; zeros where none is drawn. A district has none. */
  ofHexes(level: number, cells: ArrayLike<bigint>): Uint32Array;
  /** Undefined where no patch of the view counts to the place. */
  ofPlace(kind: string, id: string): Uint32Array | undefined;
  ofState(): Uint32Array;
}

/** Rate of each lever by verdict. */
export interface ViewRates {
  readonly state: Rates;
  readonly ofCounty: ReadonlyMap<string, Rates>;
}

type Patches = ReadonlyMap<number, PatchRow>;

/** A patch with the rates of its county. */
type RatedPatch = PatchRow & PatchStudents;

/** The patches of a row, and their published counts. */
interface RowAsked {
  readonly patches: readonly RatedPatch[];
  readonly shown: Shown;
}

class Rows {
  readonly #codes: readonly ComboCodes[];

  constructor(combos: readonly ComboRow[]) {
    this.#codes = codesOf(combos);
  }

  one({ patches, shown }: RowAsked, row = new Uint32Array(ESTIMATES.length)): Uint32Array {
    if (patches.length > 0) writeEstimates(sumOver(patches, this.#codes), shown, row);
    return row;
  }

  each<Asked>(asked: ArrayLike<Asked>, find: (one: Asked) => RowAsked | undefined): Uint32Array {
    const rows = new Uint32Array(asked.length * ESTIMATES.length);
    for (let i = 0; i < asked.length; i++) {
      const found = find(asked[i] as Asked);
      if (found) this.one(found, rows.subarray(i * ESTIMATES.length, (i + 1) * ESTIMATES.length));
    }
    return rows;
  }
}

function codesOf(combos: readonly ComboRow[]): ComboCodes[] {
  const codes: ComboCodes[] = [];
  for (const { combo, verdicts } of combos) codes[combo] = comboCodes(verdicts);
  return codes;
}

function rated(patches: Patches, rates: ViewRates): Map<number, RatedPatch> {
  return new Map(
    [...patches].map(([number, patch]) => [
      number,
      { ...patch, rates: rates.ofCounty.get(patch.county ?? '') ?? rates.state },
    ]),
  );
}

export function ratesOfView(
  state: PlaceCounts,
  places: readonly PlaceRow[],
  patches: Patches,
  combos: readonly ComboRow[],
  counting: Counting,
): ViewRates {
  const codes = codesOf(combos);
  const sums = (own: Iterable<PatchRow>) =>
    sumOver(
      Array.from(own, (patch) => ({ ...patch, rates: NO_RATES })),
      codes,
    );
  const ofState = ratesOfState(state, sums(patches.values()), counting);
  const counties = places.filter(({ kind }) => kind === 'county');
  return {
    state: ofState,
    ofCounty: new Map(
      counties.map((county) => [
        county.id,
        ratesOfCounty(county, sums(numbered(patches, county.patches)), counting, ofState),
      ]),
    ),
  };
}

/** The estimates for a whole audience. */
export function estimatesOfAudience(given: {
  readonly patches: Patches;
  readonly combos: readonly ComboRow[];
  readonly hexes: readonly HexRow[];
  readonly places: readonly PlaceRow[];
  readonly state: PlaceCounts;
  readonly rates: ViewRates;
}): Estimates {
  const { combos, state, rates } = given;
  const rows = new Rows(combos);
  const patches = rated(given.patches, rates);
  const all = [...patches.values()];
  const places = new Map(given.places.map((place) => [`${place.kind} ${place.id}`, place]));
  const hexes = hexesByLevel(given.hexes, all);
  // Caches the largest sums, which are also asked for most.
  const known = new Map<string, Uint32Array>();
  const kept = (key: string, asked: RowAsked) => {
    const row = known.get(key) ?? rows.one(asked);
    known.set(key, row);
    return row;
  };
  return {
    ofPatches: (asked) => rows.each(asked, ownPatch(patches)),
    ofHexes: (level, cells) => rows.each(cells, (cell) => hexes.get(level)?.get(cell)),
    ofPlace(kind, id) {
      const key = `${kind} ${id}`;
      const place = places.get(key);
      return place && kept(key, { patches: numbered(patches, place.patches), shown: shownAt(place) });
    },
    ofState: () => kept('', { patches: all, shown: shownAt(state) }),
  };
}

/**
 * A district's own patches and its own place, with the public rates of counties; everything else as the public.
 *
 * @param own undefined where it shares its numbers with a neighbor: then it reads the public's
 */
export function estimatesOfDistrict(
  leaId: string,
  given: { readonly patches: Patches; readonly combos: readonly ComboRow[]; readonly own: PlaceCounts | undefined },
  open: Estimates,
  rates: ViewRates,
): Estimates {
  const { combos, own } = given;
  const rows = new Rows(combos);
  const patches = rated(given.patches, rates);
  return {
    ofPatches: (asked) => rows.each(asked, ownPatch(patches)),
    ofHexes: (_, cells) => new Uint32Array(cells.length * ESTIMATES.length),
    ofPlace: (kind, id) =>
      own && kind === 'school_district' && id === leaId
        ? rows.one({ patches: [...patches.values()], shown: shownAt(own) })
        : open.ofPlace(kind, id),
    ofState: () => open.ofState(),
  };
}

export function byNumber(rows: readonly PatchRow[]): Patches {
  return new Map(rows.map((row) => [row.patch, row]));
}

function ownPatch(patches: ReadonlyMap<number, RatedPatch>) {
  return (asked: number): RowAsked | undefined => {
    const patch = patches.get(asked);
    return patch && { patches: [patch], shown: shownBelow(patch) };
  };
}

function numbered<Row>(patches: ReadonlyMap<number, Row>, numbers: readonly number[]): Row[] {
  return numbers.flatMap((number) => patches.get(number) ?? []);
}

/** The families' part of disputes is published for places only. */
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

interface HexPatches extends RowAsked {
  readonly patches: RatedPatch[];
}

/** By level and cell the patches drawn there. */
function hexesByLevel(hexes: readonly HexRow[], patches: readonly RatedPatch[]): Map<number, Map<bigint, HexPatches>> {
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
