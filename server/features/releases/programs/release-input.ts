/** What a release is about to publish, as the programs see it. */
import { parentOf } from '../../../domain/cell.ts';
import { SORTS } from '../../../domain/lever.ts';
import { listAt } from '../../../domain/lists.ts';
import type { Patch } from '../../../domain/patch.ts';
import type { PatchSets } from '../../../domain/protect/patch-sets.ts';
import { UNASKED } from '../../../domain/protect/programs/bounds.ts';
import type { ProgramsInput } from '../../../domain/protect/programs/input.ts';
import { talliesOf } from '../../../domain/protect/programs/tallies.ts';
import type { Protected } from '../../../domain/protect/protect.ts';
import { COUNTS } from '../../../domain/statistic.ts';

export interface ReleaseToProve {
  readonly floor: number;
  readonly sets: PatchSets;
  readonly made: Pick<Protected, 'codes' | 'isDecoy' | 'statistics'>;
  readonly sameAs: Int32Array;
  /** The finest. */
  readonly patches: readonly Pick<Patch, 'cell' | 'districts'>[];
  /** By home its patch, district, position in SORTS, and answers. */
  readonly homes: {
    readonly patchOf: Int32Array;
    readonly district: ArrayLike<number>;
    readonly sort: ArrayLike<number>;
    readonly homeStatus: ArrayLike<number>;
    readonly deviceStatus: ArrayLike<number>;
  };
}

export interface ReleaseInput {
  readonly input: ProgramsInput;
  /** By number the res-5 cell. */
  readonly hexes: readonly bigint[];
}

export function releaseInput({ floor, sets, made, sameAs, patches, homes }: ReleaseToProve): ReleaseInput {
  const numbers = new Map<bigint, number>();
  const hex5 = Int32Array.from(patches, ({ cell }) => {
    const parent = parentOf(cell, 5);
    const number = numbers.get(parent) ?? numbers.size;
    numbers.set(parent, number);
    return number;
  });
  const isJoined = (set: number) => {
    const [patch, ...others] = listAt(sets.members, set);
    return others.length === 0 && (patches[patch ?? -1]?.districts.length ?? 0) > 1;
  };
  const { students, isGiven } = talliesOf({ ...homes, kind: homes.sort });
  const input: ProgramsInput = {
    floor,
    hex5,
    sets,
    shownTo: sets.shownTo.map((readers, set) => (isJoined(set) ? 0 : readers)),
    isOlder: new Uint8Array(sets.count),
    filings: new Uint16Array(sets.count),
    codes: made.codes.map((code, position) =>
      position % made.statistics >= COUNTS.length && sets.hasLevers[Math.floor(position / made.statistics)] === 0
        ? UNASKED
        : code,
    ),
    isDecoy: made.isDecoy,
    sameAs,
    sortIn: Uint8Array.from(SORTS.keys()),
    kinds: SORTS.length,
    isGiven,
    students,
  };
  return { input, hexes: [...numbers.keys()] };
}
