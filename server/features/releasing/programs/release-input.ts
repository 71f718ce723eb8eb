/** What a release is about to publish, with all that earlier releases published, as input of the programs. */
import { parentOf } from '../../../domain/cell.ts';
import { SORTS } from '../../../domain/lever.ts';
import { listAt, listsOf } from '../../../domain/lists.ts';
import type { Patch } from '../../../domain/patch.ts';
import { insideOf, type PatchSets } from '../../../domain/protect/patch-sets.ts';
import { COUNTED_EACH, HOME_ANSWERS } from '../../../domain/protect/programs/answers.ts';
import { UNASKED } from '../../../domain/protect/programs/bounds.ts';
import type { ProgramsInput } from '../../../domain/protect/programs/input.ts';
import { talliesOf } from '../../../domain/protect/programs/tallies.ts';
import type { Protected } from '../../../domain/protect/protect.ts';
import { COUNTS } from '../../../domain/statistic.ts';
import { addOlder } from './older-sets.ts';
import { type Released, type ReleasedTable, readingOf } from './released.ts';

/** The area that a patch continues; version 0 = recounted now. */
export interface KeptPatch {
  readonly area: number;
  readonly homeVersion: number;
  readonly deviceVersion: number;
}

export interface ReleaseToProve {
  readonly floor: number;
  readonly sets: PatchSets;
  readonly made: Pick<Protected, 'codes' | 'isDecoy' | 'statistics'>;
  readonly sameAs: Int32Array;
  /** The finest patches. */
  readonly patches: readonly Pick<Patch, 'cell'>[];
  /** By patch, undefined on new land. */
  readonly kept: readonly (KeptPatch | undefined)[];
  readonly leaIds: readonly string[];
  /** By home its patch, district, res-8 cell, position in SORTS, and answers. */
  readonly homes: {
    readonly patchOf: Int32Array;
    readonly district: ArrayLike<number>;
    readonly cells: BigUint64Array;
    readonly sort: ArrayLike<number>;
    readonly homeStatus: ArrayLike<number>;
    readonly deviceStatus: ArrayLike<number>;
  };
}

export interface ReleaseInput {
  /** Its first sets are the release's, with the same numbers. */
  readonly input: ProgramsInput;
  /** The res-5 cell of each hex number. */
  readonly hexes: readonly bigint[];
}

export function releaseInput(release: ReleaseToProve, released: Released): ReleaseInput {
  const { floor, made, sameAs, patches, homes, leaIds } = release;
  const numbers = new Map<bigint, number>();
  const hexOf = (cell: bigint) => {
    const parent = parentOf(cell, 5);
    const number = numbers.get(parent) ?? numbers.size;
    numbers.set(parent, number);
    return number;
  };
  const hex5 = patches.map(({ cell }) => hexOf(cell));
  const older = olderUnits(release, released.tables, (cell) => hex5.push(hexOf(cell)) - 1);

  const [reading, sorts] = readingOf(homes.cells, homes.sort);
  const others = [...released.readings].filter(([name]) => name !== reading);
  const readings = [sorts, ...others.map(([, own]) => own)];
  const filings = new Map([reading, ...others.map(([name]) => name)].map((name, i) => [name, i]));
  const kinds = new Map<string, number>();
  const kindOf = (cell: bigint) => {
    const key = readings.map((own) => own.get(cell) ?? SORTS.indexOf('unclear')).join();
    const kind = kinds.get(key) ?? kinds.size;
    kinds.set(key, kind);
    return kind;
  };
  const kindOfCell = new Map(Array.from(sorts.keys(), (cell) => [cell, kindOf(cell)]));
  const { students, isGiven } = talliesOf({
    ...homes,
    kind: Array.from(homes.cells, (cell) => kindOfCell.get(cell) ?? 0),
  });
  const districts = new Map(leaIds.map((leaId, district) => [leaId, district]));
  const districtOf = (leaId: string) => {
    const district = districts.get(leaId) ?? districts.size;
    districts.set(leaId, district);
    return district;
  };
  const rows = older.tables.flatMap(({ patch, table }) =>
    table.students.map((count, i) => ({
      patch,
      district: districtOf(table.leaIds[i] ?? ''),
      kind: kindOf(table.cells[i] ?? 0n),
      answer: (table.about === 'home' ? 0 : HOME_ANSWERS) + (table.answers[i] ?? 0),
      students: count,
    })),
  );
  const sets = addOlder(currentSets(release), released.questions, filings, older.patchOf);
  return {
    input: {
      floor: Math.min(floor, ...released.questions.map((question) => question.floor)),
      hex5: Int32Array.from(hex5),
      current: patches.length,
      sets: {
        count: sets.members.length,
        members: listsOf(sets.members),
        inside: listsOf(insideOf(sets.members, hex5.length)),
      },
      shownTo: Uint8Array.from(sets.shownTo),
      isOlder: Uint8Array.from(sets.isOlder),
      hiddenBefore: Int32Array.from(sets.hiddenBefore),
      filings: Uint16Array.from(sets.filings),
      codes: Int32Array.from(sets.codes),
      floors: Uint16Array.from(sets.floors),
      isDecoy: Uint8Array.from(sets.isDecoy),
      sameAs,
      sortIn: Uint8Array.from(readings.flatMap((_, r) => [...kinds.keys()].map((key) => Number(key.split(',')[r])))),
      kinds: kinds.size,
      isGiven,
      students: {
        patch: Int32Array.from([...students.patch, ...rows.map((row) => row.patch)]),
        district: Int32Array.from([...students.district, ...rows.map((row) => row.district)]),
        kind: Int32Array.from([...students.kind, ...rows.map((row) => row.kind)]),
        answer: Uint8Array.from([...students.answer, ...rows.map((row) => row.answer)]),
        students: Int32Array.from([...students.students, ...rows.map((row) => row.students)]),
      },
    },
    hexes: [...numbers.keys()],
  };

  function currentSets({ sets: own }: ReleaseToProve) {
    const isLever = (position: number) => position % COUNTED_EACH >= COUNTS.length;
    const isAsked = (position: number) =>
      !isLever(position) || own.hasLevers[Math.floor(position / COUNTED_EACH)] === 1;
    return {
      members: Array.from({ length: own.count }, (_, set) => [...listAt(own.members, set)]),
      shownTo: Array.from(own.shownTo, (readers, set) => (own.isTotalOnly[set] === 1 ? 0 : readers)),
      floors: new Array<number>(made.codes.length).fill(floor),
      codes: Array.from(made.codes, (code, position) => (isAsked(position) ? code : UNASKED)),
      isDecoy: Array.from(made.isDecoy),
      isOlder: new Array<number>(own.count * COUNTED_EACH).fill(0),
      filings: new Array<number>(own.count).fill(0),
      hiddenBefore: [],
    };
  }
}

/**
 * Adds what areas held in earlier releases and no longer hold, as patches of their own.
 *
 * @param add takes a cell, returns the number of a new patch
 */
function olderUnits({ kept }: ReleaseToProve, tables: readonly ReleasedTable[], add: (cell: bigint) => number) {
  const current = new Map<string, number>();
  for (const [patch, area] of kept.entries()) {
    if (!area) continue;
    if (area.homeVersion !== 0) current.set(`home ${area.area} ${area.homeVersion}`, patch);
    if (area.deviceVersion !== 0) current.set(`device ${area.area} ${area.deviceVersion}`, patch);
  }
  const units = new Map<string, number>();
  const older = tables.flatMap((table) => {
    if (current.has(`${table.about} ${table.area} ${table.version}`)) return [];
    const key = `${table.area} ${table.version}`;
    const patch = units.get(key) ?? add(table.cells[0] ?? 0n);
    units.set(key, patch);
    return [{ patch, table }];
  });
  return {
    tables: older,
    patchOf: (about: 'home' | 'device', area: number, version: number) =>
      current.get(`${about} ${area} ${version}`) ?? units.get(`${area} ${version}`),
  };
}
