/**
 * Verdicts of many cells at once. Cells with equal verdicts at every profile and tier share one combination. A state has few
 * (the bench's has 74), so whatever follows from verdicts is computed once for each.
 */
import { VERDICT_TIERS } from './speed.ts';
import { PROFILES } from './technology.ts';
import { agreedVerdict, FILERS, mostCommonVerdict, type Source, VERDICTS, type Verdict, verdictAt } from './verdict.ts';

export type SourceVerdicts = Readonly<Record<Source, Verdict>>;

/** Profiles, then tiers: entry `p * VERDICT_TIERS.length + t`. */
export type VerdictCombo = readonly SourceVerdicts[];
export const COMBO_SIZE = PROFILES.length * VERDICT_TIERS.length;

export interface CellVerdicts {
  readonly combos: readonly VerdictCombo[];
  /** Position of each cell's combination; -1 where a list of children has none. */
  readonly comboOf: Int32Array;
}

/** One source's filings over cells. */
export interface CellsService {
  /** Locations (FCC) or sevenths (PUC) of each cell; 0 = no data. */
  readonly of: ArrayLike<number>;
  /** COMBO_SIZE values per cell, in combination order: how many of those are served. */
  readonly served: ArrayLike<number>;
}

/** One source's verdicts of cells: positions in VERDICTS, COMBO_SIZE a cell, in combination order. */
export type VerdictCodes = Uint8Array;

export function verdictCodes(cells: number, { of, served }: CellsService): VerdictCodes {
  const codes = new Uint8Array(cells * COMBO_SIZE);
  for (let cell = 0; cell < cells; cell++) {
    for (let p = 0; p < PROFILES.length; p++) {
      const at = cell * COMBO_SIZE + p * VERDICT_TIERS.length;
      // In the order of VERDICT_TIERS.
      const service = { of: of[cell] ?? 0, served: { '25_3': served[at] ?? 0, '100_20': served[at + 1] ?? 0 } };
      for (let t = 0; t < VERDICT_TIERS.length; t++)
        codes[at + t] = VERDICTS.indexOf(verdictAt(VERDICT_TIERS[t] ?? '100_20', service));
    }
  }
  return codes;
}

/** The codes of each child's hex. @param hexOf of each child, the position of its hex */
export function codesOfHexes(codes: VerdictCodes, hexOf: Int32Array): VerdictCodes {
  const spread = new Uint8Array(hexOf.length * COMBO_SIZE);
  for (const [child, hex] of hexOf.entries())
    spread.set(codes.subarray(hex * COMBO_SIZE, (hex + 1) * COMBO_SIZE), child * COMBO_SIZE);
  return spread;
}

/** For each hex, the verdict of most of its children. @param hexOf of each child, the position of its hex */
export function codesOfMost(codes: VerdictCodes, hexOf: Int32Array, hexes: number): VerdictCodes {
  const votes = new Uint8Array(hexes * COMBO_SIZE * VERDICTS.length);
  for (const [child, hex] of hexOf.entries())
    for (let at = 0; at < COMBO_SIZE; at++) {
      const vote = (hex * COMBO_SIZE + at) * VERDICTS.length + (codes[child * COMBO_SIZE + at] as number);
      votes[vote] = (votes[vote] ?? 0) + 1;
    }
  return Uint8Array.from({ length: hexes * COMBO_SIZE }, (_, at) =>
    VERDICTS.indexOf(mostCommonVerdict(votes.subarray(at * VERDICTS.length, (at + 1) * VERDICTS.length))),
  );
}

/** @param sources undefined for a source without any filing: the other's word then counts as agreement */
export function cellVerdicts(
  cells: number,
  { fcc, puc }: { fcc: VerdictCodes | undefined; puc: VerdictCodes | undefined },
): CellVerdicts {
  const filers = FILERS.filter((filer) => ({ fcc, puc })[filer] !== undefined);
  const combos: VerdictCombo[] = [];
  const positions = new Map<number, number>();
  const comboOf = new Int32Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    const first = cell * COMBO_SIZE;
    // 25 ** 8 combinations: a number represents that exactly.
    let key = 0;
    for (let at = first; at < first + COMBO_SIZE; at++)
      key = key * 25 + (fcc?.[at] ?? UNKNOWN) * VERDICTS.length + (puc?.[at] ?? UNKNOWN);
    let position = positions.get(key);
    if (position === undefined) {
      const combo = Array.from({ length: COMBO_SIZE }, (_, i): SourceVerdicts => {
        const says = { fcc: verdictOf(fcc?.[first + i]), puc: verdictOf(puc?.[first + i]) };
        return { ...says, agreed: agreedVerdict(says.fcc, says.puc, filers) };
      });
      position = combos.push(combo) - 1;
      positions.set(key, position);
    }
    comboOf[cell] = position;
  }
  return { combos, comboOf };
}

const UNKNOWN = VERDICTS.indexOf('unknown');

function verdictOf(code: number | undefined): Verdict {
  return VERDICTS[code ?? UNKNOWN] ?? 'unknown';
}
