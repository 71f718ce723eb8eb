/**
 * Students without a fixed residence, in a program of their own: in every release the state's number is the sum of the districts'.
 * The same engine proves them. Each district becomes one patch whose students gave one answer, and very many others, who cannot be
 * told apart, gave another.
 */
import { HIDDEN_CODES } from '../../../domain/hidden.ts';
import { listsOf } from '../../../domain/lists.ts';
import { insideOf } from '../../../domain/protect/patch-sets.ts';
import { COUNTED_EACH, DEVICE_ANSWERS, HOME_ANSWERS } from '../../../domain/protect/programs/answers.ts';
import { UNASKED } from '../../../domain/protect/programs/bounds.ts';
import type { ProgramsInput } from '../../../domain/protect/programs/input.ts';
import type { Tx } from '../../../platform/db.ts';
import { silentProgress } from '../../../platform/progress.ts';
import type { Reader } from '../../../platform/reader.ts';
import { hiddenByPrograms } from './run.ts';

/** The number of one district in one release; under STATE the sum of all. */
export interface UnplacedShown {
  readonly releaseId: number;
  readonly leaId: string;
  /** Equal in two releases with the same students. */
  readonly roster: string;
  readonly students: number;
  readonly shown: number | null;
}

export const STATE = 'state';
const OTHERS = 1_000_000;

export function unplacedReleased(reader: Reader, stateFips: string): Promise<UnplacedShown[]> {
  return reader.rows<UnplacedShown>(
    `select release_id as "releaseId", lea_id as "leaId", roster, students, shown
     from intake.released_unplaced
     where state_fips = $1
     order by release_id, lea_id`,
    [stateFips],
  );
}

export async function keepUnplaced(tx: Tx, stateFips: string, rows: readonly UnplacedShown[]): Promise<void> {
  await tx.run(
    `insert into intake.released_unplaced
     select $1, * from unnest($2::integer[], $3::text[], $4::text[], $5::integer[], $6::integer[])`,
    [
      stateFips,
      rows.map(({ releaseId }) => releaseId),
      rows.map(({ leaId }) => leaId),
      rows.map(({ roster }) => roster),
      rows.map(({ students }) => students),
      rows.map(({ shown }) => shown),
    ],
  );
}

/** @returns the rows of the release, with codes where numbers must be hidden @throws Refusal release.unproven */
export async function provenUnplaced(
  now: readonly UnplacedShown[],
  before: readonly UnplacedShown[],
  floor: number,
): Promise<UnplacedShown[]> {
  const { input, setOf } = unplacedInput([...now, ...before], now.length, floor);
  const hidden = new Set(await hiddenByPrograms({ input, hexes: [0n] }, silentProgress));
  return now.map((row, i) => (hidden.has((setOf[i] as number) * COUNTED_EACH) ? { ...row, shown: null } : row));
}

/** @param isNew how many leading rows belong to the release being made */
function unplacedInput(
  rows: readonly UnplacedShown[],
  isNew: number,
  floor: number,
): { input: ProgramsInput; setOf: number[] } {
  const patches = new Map<string, { patch: number; district: string; students: number }>();
  for (const { leaId, roster, students } of rows)
    if (leaId !== STATE && !patches.has(`${leaId} ${roster}`))
      patches.set(`${leaId} ${roster}`, { patch: patches.size, district: leaId, students });
  const patchesIn = (release: number) =>
    rows.flatMap(({ releaseId, leaId, roster }) =>
      releaseId === release && leaId !== STATE ? [patches.get(`${leaId} ${roster}`)?.patch ?? -1] : [],
    );
  const members: number[][] = [];
  const codes: number[] = [];
  const isOlder: number[] = [];
  const known = new Map<string, number>();
  const setOf = rows.map(({ releaseId, leaId, roster, shown }, i) => {
    const own = leaId === STATE ? patchesIn(releaseId) : [patches.get(`${leaId} ${roster}`)?.patch ?? -1];
    own.sort((a, b) => a - b);
    const set = known.get(own.join()) ?? members.push(own) - 1;
    known.set(own.join(), set);
    while (codes.length < members.length * COUNTED_EACH) {
      codes.push(UNASKED);
      isOlder.push(0);
    }
    const position = set * COUNTED_EACH;
    if (codes[position] === UNASKED || shown !== null) codes[position] = shown ?? HIDDEN_CODES.low;
    if (i >= isNew && shown !== null) isOlder[position] = 1;
    return set;
  });
  const units = [...patches.values()];
  const districts = [...new Set(units.map(({ district }) => district))];
  const told = units.flatMap(({ patch, district, students }) =>
    [
      { answer: 0, students },
      { answer: HOME_ANSWERS - 1, students: OTHERS },
    ].map((given) => ({ ...given, patch, district: districts.indexOf(district) })),
  );
  const input: ProgramsInput = {
    floor,
    hex5: new Int32Array(units.length),
    current: units.length,
    sets: {
      count: members.length,
      members: listsOf(members),
      inside: listsOf(insideOf(members, units.length)),
    },
    shownTo: new Uint8Array(members.length).fill(3),
    isOlder: Uint8Array.from(isOlder),
    hiddenBefore: new Int32Array(),
    filings: new Uint16Array(members.length),
    codes: Int32Array.from(codes),
    floors: new Uint16Array(codes.length).fill(floor),
    isDecoy: new Uint8Array(codes.length),
    sameAs: Int32Array.from({ length: COUNTED_EACH }, (_, statistic) => statistic),
    sortIn: new Uint8Array(1),
    kinds: 1,
    isGiven: new Uint8Array(HOME_ANSWERS * DEVICE_ANSWERS).fill(1),
    students: {
      patch: Int32Array.from(told, (row) => row.patch),
      district: Int32Array.from(told, (row) => row.district),
      kind: new Int32Array(told.length),
      answer: Uint8Array.from(told, (row) => row.answer),
      students: Int32Array.from(told, (row) => row.students),
    },
  };
  return { input, setOf };
}
