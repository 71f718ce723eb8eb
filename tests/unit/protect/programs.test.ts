import highs, { type Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { PatchSetIndex } from '../../../server/domain/protect/patch-sets.ts';
import type { ProgramsInput } from '../../../server/domain/protect/programs/input.ts';
import { Programs, stepsOf } from '../../../server/domain/protect/programs/programs.ts';
import { ProgramsFailed } from '../../../server/domain/protect/programs/prove.ts';
import { FLOOR, fits, LEVERS, published, STATISTICS, sum, type TinyPatch, tables } from './enumerate.ts';

const EACH = 17;
const UNASKED = -1;
let solver: Highs;
beforeAll(async () => {
  solver = await (highs as unknown as () => Promise<Highs>)();
});

function randomFor(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Home and device answers of everybody in some patches, by position of the answer. */
function answersOf(patches: readonly TinyPatch[]): number[] {
  const add = (rows: readonly (readonly number[])[], answer: number) => sum(rows.map((row) => row[answer] ?? 0));
  return Array.from({ length: 12 }, (_, a) =>
    sum(patches.map(({ home, device }) => (a < 7 ? add(home, a) : add(device, a - 7)))),
  );
}

interface Tiny {
  readonly patches: readonly TinyPatch[];
  readonly sets: readonly (readonly number[])[];
  readonly input: ProgramsInput;
}

/** Two patches and both together, which is a place. */
function tinyState(
  patches: readonly TinyPatch[],
  noise: () => number,
  told?: (set: number, statistic: number) => number | undefined,
): Tiny {
  const index = new PatchSetIndex(patches.length);
  const all = { reader: 3, hasLevers: true };
  index.addRows(Int32Array.from(patches.keys()), patches.length, { reader: 3 });
  index.addRows(new Int32Array(patches.length), 1, all);
  const built = index.build();
  const sets = Array.from({ length: built.count }, (_, set) =>
    Array.from(built.members.items.subarray(built.members.starts[set], built.members.starts[set + 1])),
  );
  const codes = new Int32Array(built.count * EACH).fill(UNASKED);
  for (const [set, members] of sets.entries()) {
    const own = members.map((patch) => patches[patch] as TinyPatch);
    const answers = answersOf(own);
    const students = sum(answers.slice(0, 7));
    const counts = [
      ...STATISTICS.map((counted) => sum(counted.map((a) => answers[a] ?? 0))),
      ...(built.hasLevers[set]
        ? LEVERS.map(([sort, counted]) =>
            sum(
              own
                .filter((patch) => patch.sort === sort)
                .flatMap((patch) => counted.map((a) => answersOf([patch])[a] ?? 0)),
            ),
          )
        : []),
    ];
    for (const [statistic, count] of counts.entries())
      codes[set * EACH + statistic] = published(count, told?.(set, statistic) ?? noise(), students);
  }
  const rows = patches
    .flatMap(({ sort, home, device }, patch) =>
      home.flatMap((byHome, district) =>
        [...byHome, ...(device[district] ?? [])].map((students, answer) => ({
          patch,
          district,
          kind: sort,
          answer,
          students,
        })),
      ),
    )
    .filter(({ students }) => students > 0);
  const input: ProgramsInput = {
    floor: FLOOR,
    hex5: new Int32Array(patches.length),
    sets: built,
    shownTo: built.shownTo,
    isOlder: new Uint8Array(codes.length),
    filings: new Uint16Array(built.count),
    codes,
    isDecoy: new Uint8Array(codes.length),
    sameAs: Int32Array.from({ length: EACH }, (_, statistic) => statistic),
    sortIn: Uint8Array.from([0, 1, 2, 3]),
    kinds: 4,
    isGiven: new Uint8Array(35).fill(1),
    students: {
      patch: Int32Array.from(rows, (row) => row.patch),
      district: Int32Array.from(rows, (row) => row.district),
      kind: Int32Array.from(rows, (row) => row.kind),
      answer: Uint8Array.from(rows, (row) => row.answer),
      students: Int32Array.from(rows, (row) => row.students),
    },
  };
  return { patches, sets, input };
}

/** Runs both phases. */
function hiddenOf({ input }: Tiny): { forAll: Set<number>; hidden: Set<number> } {
  const programs = new Programs(solver, input);
  const hidden = new Set<number>();
  let escaped: ReturnType<Programs['run']>['escaped'] = [];
  const [first = [], second = []] = stepsOf(input);
  for (const step of first) {
    const proven = programs.run(step, new Set(), []);
    for (const position of proven.hidden) hidden.add(position);
    escaped = [...escaped, ...proven.escaped];
  }
  const forAll = new Set(hidden);
  for (const step of second) for (const position of programs.run(step, forAll, escaped).hidden) hidden.add(position);
  return { forAll, hidden };
}

/**
 * Every group that an attacker proves who tries all databases: home answers of the two patches, or device answers.
 *
 * @param known district whose own students the attacker knows, and who then reads the public's numbers
 */
function provenIn(
  { patches, sets, input }: Tiny,
  hidden: ReadonlySet<number>,
  table: 'home' | 'device',
  known?: number,
): string[] {
  const [from, answers] = table === 'home' ? [0, 7] : [7, 5];
  const isPublic = known !== undefined;
  const truly = patches.map((patch) => answersOf([patch]).slice(from, from + answers));
  const ofKnown = patches.map(
    (patch) => (known === undefined ? undefined : patch[table][known]) ?? new Array<number>(answers).fill(0),
  );
  const asked = new Map<number, boolean>();
  const isFitting = (set: number, statistic: number, own: number): boolean => {
    const position = set * EACH + statistic;
    const key = position * 1000 + own;
    let found = asked.get(key);
    if (found === undefined) {
      const code = input.codes[position] as number;
      const students = sum((sets[set] ?? []).flatMap((patch) => truly[patch] ?? []));
      found = code === UNASKED || fits(own, code, students, isPublic, hidden.has(position));
      asked.set(key, found);
    }
    return found;
  };
  const counted = STATISTICS.flatMap((of, statistic) =>
    of.every((a) => a >= from && a < from + answers) ? [{ statistic, of: of.map((a) => a - from) }] : [],
  );
  const agree = (set: number, count: (of: readonly number[]) => number) =>
    counted.every(({ statistic, of }) => isFitting(set, statistic, count(of)));
  const ways = patches.map((_, patch) => {
    const own = ofKnown[patch] ?? [];
    const students = sum(truly[patch] ?? []) - sum(own);
    const found: number[][] = [];
    const single = Array.from(
      { length: answers },
      (_, a) => counted.find(({ of }) => of.length === 1 && of[0] === a)?.statistic,
    );
    const allows = (a: number, count: number) => {
      const statistic = single[a];
      return statistic === undefined || isFitting(patch, statistic, count + (own[a] ?? 0));
    };
    for (const others of tables(students, answers, allows)) {
      const all = others.map((count, a) => count + (own[a] ?? 0));
      if (agree(patch, (of) => sum(of.map((a) => all[a] ?? 0)))) found.push(others);
    }
    return found;
  });
  const masks = Array.from({ length: 2 ** answers - 2 }, (_, i) => i + 1);
  const least = [0, 1, 2].map(() => new Int32Array(2 ** answers).fill(1e6));
  const most = [0, 1, 2].map(() => new Int32Array(2 ** answers).fill(-1));
  const sums = new Int32Array(2 ** answers);
  const note = (group: number, values: readonly number[]) => {
    for (const mask of masks) {
      const last = 31 - Math.clz32(mask & -mask);
      sums[mask] = (sums[mask & (mask - 1)] as number) + (values[last] as number);
      const [low, high] = [least[group] as Int32Array, most[group] as Int32Array];
      low[mask] = Math.min(low[mask] as number, sums[mask] as number);
      high[mask] = Math.max(high[mask] as number, sums[mask] as number);
    }
  };
  const seen = [new Set<number[]>(), new Set<number[]>()];
  const totals = ways.map((own, patch) =>
    own.map((others) => others.map((count, a) => count + (ofKnown[patch]?.[a] ?? 0))),
  );
  for (const [i, one] of (ways[0] ?? []).entries())
    for (const [j, two] of (ways[1] ?? []).entries()) {
      const [first, second] = [totals[0]?.[i] ?? [], totals[1]?.[j] ?? []];
      if (!agree(2, (of) => of.reduce((all, a) => all + (first[a] as number) + (second[a] as number), 0))) continue;
      const byLever = ([sort, of]: (typeof LEVERS)[number]) =>
        sum([first, second].map((own, patch) => (patches[patch]?.sort === sort ? sum(of.map((a) => own[a] ?? 0)) : 0)));
      if (table === 'home' && !LEVERS.every((lever, l) => isFitting(2, STATISTICS.length + l, byLever(lever))))
        continue;
      for (const [patch, way] of [one, two].entries())
        if (!seen[patch]?.has(way)) {
          seen[patch]?.add(way);
          note(patch, way);
        }
      note(
        2,
        one.map((count, a) => count + (two[a] ?? 0)),
      );
    }
  return [0, 1, 2].flatMap((group) =>
    masks
      .filter((mask) => (least[group]?.[mask] as number) >= 1 && (most[group]?.[mask] as number) < FLOOR)
      .map((mask) => `${group}: ${mask.toString(2)}`),
  );
}

function somePatch(random: () => number, districts: number): TinyPatch {
  const students = 8 + Math.floor(random() * 3);
  const home = Array.from({ length: districts }, () => new Array<number>(7).fill(0));
  const device = Array.from({ length: districts }, () => new Array<number>(5).fill(0));
  const favorites = [Math.floor(random() * 7), 6];
  for (let student = 0; student < students; student++) {
    const district = Math.floor(random() * districts);
    const answer = random() < 0.8 ? (favorites[student % 2] as number) : Math.floor(random() * 7);
    const other = random() < 0.6 ? 4 : Math.floor(random() * 5);
    (home[district] as number[])[answer] = (home[district]?.[answer] ?? 0) + 1;
    (device[district] as number[])[other] = (device[district]?.[other] ?? 0) + 1;
  }
  return { sort: random() < 0.5 ? 0 : 2, home, device };
}

const noiseBy = (random: () => number) => () => Math.floor(random() * 9) - 4;

describe('what everybody reads', () => {
  it('proves no group, whoever tries every database', { timeout: 60_000 }, () => {
    let before = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const random = randomFor(seed);
      const tiny = tinyState([somePatch(random, 1), somePatch(random, 1)], noiseBy(random));
      before += provenIn(tiny, new Set(), 'home').length + provenIn(tiny, new Set(), 'device').length;
      const { forAll } = hiddenOf(tiny);
      expect({ seed, home: provenIn(tiny, forAll, 'home'), device: provenIn(tiny, forAll, 'device') }).toEqual({
        seed,
        home: [],
        device: [],
      });
    }
    expect(before).toBeGreaterThan(0);
  });
});

describe('what a district reads that knows its own students', () => {
  it('proves no group of others', { timeout: 60_000 }, () => {
    let before = 0;
    for (let seed = 101; seed <= 106; seed++) {
      const random = randomFor(seed);
      const tiny = tinyState([somePatch(random, 2), somePatch(random, 2)], noiseBy(random));
      const { hidden } = hiddenOf(tiny);
      for (const known of [0, 1])
        for (const table of ['home', 'device'] as const) {
          before += provenIn(tiny, new Set(), table, known).length;
          expect({ seed, known, proven: provenIn(tiny, hidden, table, known) }).toEqual({ seed, known, proven: [] });
        }
    }
    expect(before).toBeGreaterThan(0);
  });
});

describe('one patch of 29', () => {
  const answers = [9, 0, 10, 0, 0, 0, 10];
  const patch: TinyPatch = { sort: 0, home: [answers], device: [[29, 0, 0, 0, 0]] };

  it('that would show 10 unavailable and 10 unanswered, shows one of them, as 1 to 9 gave another answer', () => {
    const tiny = tinyState([patch], () => 0);
    const { hidden } = hiddenOf({
      ...tiny,
      input: {
        ...tiny.input,
        floor: 10,
        codes: tiny.input.codes.map((code) => (code >= 10 ? code : Math.min(code, 0))),
      },
    });
    expect([...hidden].filter((position) => [2, 6].includes(position % EACH))).not.toEqual([]);
  });

  it('fails where both were published before', () => {
    const tiny = tinyState([patch], () => 0);
    const codes = tiny.input.codes.map((code) => (code >= 10 ? code : Math.min(code, 0)));
    const older = {
      ...tiny,
      input: { ...tiny.input, floor: 10, codes, isOlder: new Uint8Array(codes.length).fill(1) },
    };
    expect(() => hiddenOf(older)).toThrow(ProgramsFailed);
  });
});
