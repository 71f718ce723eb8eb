/**
 * Verdicts of many cells at once. Cells with the same verdicts at every profile and tier share one combination, of which
 * a state has few (the bench's has 74), so that what follows from verdicts is worked out once for each.
 */
import { VERDICT_TIERS } from './speed.ts';
import { PROFILES } from './technology.ts';
import { agreedVerdict, FILERS, type Source, VERDICTS, type Verdict, verdictAt } from './verdict.ts';

export type SourceVerdicts = Readonly<Record<Source, Verdict>>;

/** Profiles, then tiers: entry `p * VERDICT_TIERS.length + t`. */
export type VerdictCombo = readonly SourceVerdicts[];
export const COMBO_SIZE = PROFILES.length * VERDICT_TIERS.length;

export interface CellVerdicts {
  readonly combos: readonly VerdictCombo[];
  /** Position of each cell's combination. */
  readonly comboOf: Int32Array;
}

/** One source's filings over cells. */
export interface CellsService {
  /** Locations (FCC) or sevenths (PUC) of each cell; 0 = nothing known. */
  readonly of: ArrayLike<number>;
  /** COMBO_SIZE values a cell, in combination order: how many of those are served. */
  readonly served: ArrayLike<number>;
}

/** @param sources a source is undefined when it has no filing at all: then the other's word is what both agree on */
export function cellVerdicts(
  cells: number,
  { fcc, puc }: { fcc: CellsService | undefined; puc: CellsService | undefined },
): CellVerdicts {
  const filers = FILERS.filter((filer) => ({ fcc, puc })[filer] !== undefined);
  const verdicts = (fccCode: number, pucCode: number | undefined): SourceVerdicts => {
    const says = { fcc: verdictOf(fccCode), puc: verdictOf(pucCode) };
    return { ...says, agreed: agreedVerdict(says.fcc, says.puc, filers) };
  };
  const combos: VerdictCombo[] = [];
  const positions = new Map<number, number>();
  const comboOf = new Int32Array(cells);
  const fccCodes = new Uint8Array(COMBO_SIZE);
  const pucCodes = new Uint8Array(COMBO_SIZE);
  for (let cell = 0; cell < cells; cell++) {
    readCodes(fccCodes, fcc, cell);
    readCodes(pucCodes, puc, cell);
    // 25 ** 8 combinations: a number holds that exactly.
    let key = 0;
    for (let at = 0; at < COMBO_SIZE; at++)
      key = key * 25 + (fccCodes[at] as number) * VERDICTS.length + (pucCodes[at] as number);
    let position = positions.get(key);
    if (position === undefined) {
      position = combos.push(Array.from(fccCodes, (code, at) => verdicts(code, pucCodes[at]))) - 1;
      positions.set(key, position);
    }
    comboOf[cell] = position;
  }
  return { combos, comboOf };
}

function readCodes(codes: Uint8Array, source: CellsService | undefined, cell: number): void {
  const of = source?.of[cell] ?? 0;
  for (let p = 0; p < PROFILES.length; p++) {
    const first = p * VERDICT_TIERS.length;
    const at = cell * COMBO_SIZE + first;
    // In the order of VERDICT_TIERS.
    const served = { '25_3': source?.served[at] ?? 0, '100_20': source?.served[at + 1] ?? 0 };
    for (let t = 0; t < VERDICT_TIERS.length; t++)
      codes[first + t] = VERDICTS.indexOf(verdictAt(VERDICT_TIERS[t] ?? '100_20', { of, served }));
  }
}

function verdictOf(code: number | undefined): Verdict {
  return VERDICTS[code ?? -1] ?? 'unknown';
}
