import highs, { type Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { HIDDEN_CODES } from '../../../server/domain/hidden.ts';
import { PatchSetIndex } from '../../../server/domain/protect/patch-sets.ts';
import type { ProgramsInput } from '../../../server/domain/protect/programs/input.ts';
import { Programs, stepsOf } from '../../../server/domain/protect/programs/programs.ts';
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

/** One patch, or two and both together, that are a place. */
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
    current: patches.length,
    sets: built,
    shownTo: built.shownTo,
    isOlder: new Uint8Array(codes.length),
    floors: new Uint16Array(codes.length).fill(FLOOR),
    hiddenBefore: new Int32Array(),
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
  const isHome = table === 'home';
  const size = sum(truly.flat()) + 1;
  const fitting = (set: number) =>
    [
      ...counted.map(({ statistic }) => statistic),
      ...(isHome ? LEVERS.map((_, lever) => STATISTICS.length + lever) : []),
    ].map((statistic) => Uint8Array.from({ length: size }, (_, own) => (isFitting(set, statistic, own) ? 1 : 0)));
  /** What of each statistic a patch would have. */
  const told = (patch: number, all: readonly number[]) => [
    ...counted.map(({ of }) => sum(of.map((a) => all[a] ?? 0))),
    ...(isHome
      ? LEVERS.map(([sort, of]) => (patches[patch]?.sort === sort ? sum(of.map((a) => all[a] ?? 0)) : 0))
      : []),
  ];
  const ways = patches.map((_, patch) => {
    const own = ofKnown[patch] ?? [];
    const ok = fitting(patch);
    const single = Array.from(
      { length: answers },
      (_, a) => ok[counted.findIndex(({ of }) => of.length === 1 && of[0] === a)],
    );
    const allows = (a: number, count: number) => single[a]?.[count + (own[a] ?? 0)] !== 0;
    return [...tables(sum(truly[patch] ?? []) - sum(own), answers, allows)].flatMap((others) => {
      const values = told(
        patch,
        others.map((count, a) => count + (own[a] ?? 0)),
      );
      return values.every((value, i) => ok[i]?.[value] === 1) ? [{ others, values, isMet: false }] : [];
    });
  });
  const masks = Array.from({ length: 2 ** answers - 2 }, (_, i) => i + 1);
  const least = [0, 1, 2].map(() => new Int32Array(2 ** answers).fill(1e6));
  const most = [0, 1, 2].map(() => new Int32Array(2 ** answers).fill(-1));
  const sums = new Int32Array(2 ** answers);
  const note = (group: number, values: readonly number[]) => {
    const [low, high] = [least[group] as Int32Array, most[group] as Int32Array];
    for (const mask of masks) {
      const last = 31 - Math.clz32(mask & -mask);
      sums[mask] = (sums[mask & (mask - 1)] as number) + (values[last] as number);
      low[mask] = Math.min(low[mask] as number, sums[mask] as number);
      high[mask] = Math.max(high[mask] as number, sums[mask] as number);
    }
  };
  if (patches.length === 1) for (const { others } of ways[0] ?? []) note(0, others);
  const together = patches.length === 1 ? [] : fitting(2);
  const met = new Set<number>();
  for (const one of ways[0] ?? [])
    for (const two of ways[1] ?? []) {
      let fit = 1;
      for (let i = 0; fit === 1 && i < together.length; i++)
        fit = together[i]?.[(one.values[i] as number) + (two.values[i] as number)] ?? 0;
      if (fit === 0) continue;
      for (const [patch, way] of [one, two].entries())
        if (!way.isMet) {
          way.isMet = true;
          note(patch, way.others);
        }
      let key = 0;
      for (let a = 0; a < answers; a++) key = key * 32 + (one.others[a] as number) + (two.others[a] as number);
      if (met.has(key)) continue;
      met.add(key);
      note(
        2,
        one.others.map((count, a) => count + (two.others[a] ?? 0)),
      );
    }
  const groups = patches.length === 1 ? [0] : [0, 1, 2];
  return groups.flatMap((group) =>
    masks
      .filter((mask) => (least[group]?.[mask] as number) >= 1 && (most[group]?.[mask] as number) < FLOOR)
      .map((mask) => `${group}: ${mask.toString(2)}`),
  );
}

/** Students who mostly give two answers of each half, some ten each. */
function somePatch(random: () => number, districts: number, students: number): TinyPatch {
  const home = Array.from({ length: districts }, () => new Array<number>(7).fill(0));
  const device = Array.from({ length: districts }, () => new Array<number>(5).fill(0));
  const [first, other] = [Math.floor(random() * 4), 4];
  for (let student = 0; student < students; student++) {
    const district = Math.floor(random() * districts);
    const isPlain = random() < 0.75;
    const answer = isPlain ? [first, 6][student % 2] : Math.floor(random() * 7);
    const owned = isPlain ? [first, other][student % 2] : Math.floor(random() * 5);
    for (const [table, at] of [
      [home[district], answer],
      [device[district], owned],
    ] as const)
      if (table && at !== undefined) table[at] = (table[at] ?? 0) + 1;
  }
  return { sort: random() < 0.5 ? 0 : 2, home, device };
}

const noiseBy = (random: () => number) => () => Math.floor(random() * 9) - 4;

describe('what everybody reads', () => {
  it('proves no group, whoever tries every database', { timeout: 60_000 }, () => {
    let before = 0;
    for (const seed of [3, 12, 15, 17, 36, 41, 46, 67]) {
      const random = randomFor(seed * 7919);
      const patches = [somePatch(random, 1, 26 + (seed % 8)), somePatch(random, 1, 12 + (seed % 5))];
      const tiny = tinyState(patches, noiseBy(random));
      before += provenIn(tiny, new Set(), 'device').length;
      expect({ seed, proven: provenIn(tiny, hiddenOf(tiny).forAll, 'device') }).toEqual({ seed, proven: [] });
    }
    expect(before).toBeGreaterThan(0);
  });
});

describe('what is hidden', () => {
  it('is needed, each number by itself: with any one of them shown again, somebody who tries every database proves a group', {
    timeout: 60_000,
  }, () => {
    let several = 0;
    for (const seed of [36, 124, 184, 216, 246, 364]) {
      const random = randomFor(seed * 7919);
      const tiny = tinyState(
        [somePatch(random, 1, 26 + (seed % 8)), somePatch(random, 1, 12 + (seed % 5))],
        noiseBy(random),
      );
      const { forAll } = hiddenOf(tiny);
      if (forAll.size > 1) several++;
      const needless = [...forAll].filter((position) => {
        const others = new Set([...forAll].filter((other) => other !== position));
        return provenIn(tiny, others, 'device').length === 0;
      });
      expect({ seed, needless }).toEqual({ seed, needless: [] });
    }
    expect(several).toBeGreaterThan(0);
  });
});

describe('a place that levers are counted of', () => {
  it('proves no group, whoever tries every database', { timeout: 60_000 }, () => {
    let before = 0;
    for (const seed of [41, 42, 43, 44, 45]) {
      const random = randomFor(seed * 7919);
      const tiny = tinyState([somePatch(random, 1, 27 + (seed % 3))], noiseBy(random));
      before += provenIn(tiny, new Set(), 'home').length;
      expect({ seed, proven: provenIn(tiny, hiddenOf(tiny).forAll, 'home') }).toEqual({ seed, proven: [] });
    }
    expect(before).toBeGreaterThan(0);
  });
});

describe('what a district reads that knows its own students', () => {
  it('proves no group of others', { timeout: 60_000 }, () => {
    let before = 0;
    for (let seed = 101; seed <= 110; seed++) {
      const random = randomFor(seed);
      const patches = [somePatch(random, 2, 26 + (seed % 8)), somePatch(random, 2, 12 + (seed % 5))];
      const tiny = tinyState(patches, noiseBy(random));
      const { hidden } = hiddenOf(tiny);
      for (const known of [0, 1]) {
        before += provenIn(tiny, new Set(), 'device', known).length;
        expect({ seed, known, proven: provenIn(tiny, hidden, 'device', known) }).toEqual({ seed, known, proven: [] });
      }
    }
    expect(before).toBeGreaterThan(0);
  });
});

describe('a patch that few of another district share', () => {
  it('is released where nobody in the state gives some of the answers: that those few gave one of the others says nothing', () => {
    const patch: TinyPatch = {
      sort: 0,
      home: [
        [20, 6, 0, 0, 0, 0, 0],
        [2, 1, 0, 0, 0, 0, 0],
      ],
      device: [
        [26, 0, 0, 0, 0],
        [3, 0, 0, 0, 0],
      ],
    };
    const tiny = tinyState([patch], () => 0);
    const isGiven = new Uint8Array(35);
    for (const home of [0, 1]) isGiven[home * 5] = 1;
    expect(() => hiddenOf({ ...tiny, input: { ...tiny.input, isGiven } })).not.toThrow();
  });
});

describe('a place of 260 patches, where a district knows all but a few students of two', () => {
  const [known, other] = [0, 1];
  const [near, far, whole] = [0, 259, 260];
  const patches = Array.from({ length: 260 }, (_, patch) => patch);
  const told = (patch: number, district: number, ...answers: readonly number[]) =>
    answers.map((students, answer) => ({ patch, district, kind: 0, answer, students }));
  const rows = [
    ...patches.slice(0, far).flatMap((patch) => told(patch, known, 30, 20)),
    ...told(near, other, 5, 4),
    ...told(far, other, 16, 23),
  ];
  const index = new PatchSetIndex(patches.length);
  index.addRows(Int32Array.from(patches), patches.length, { reader: 3 });
  index.addRows(new Int32Array(patches.length), 1, { reader: 3 });
  const sets = index.build();
  const [ofWhole, ofFar] = [whole * EACH, far * EACH];
  // 7795 with noise to 4 and rounding to 2 says at least 19 of others.
  const atLeast19 = 30 * 259 + 5 + 16 + 4;
  const placeWith = (numbers: ReadonlyMap<number, number>, older: readonly number[]): Tiny => {
    const codes = new Int32Array(sets.count * EACH).fill(UNASKED);
    for (const [position, number] of numbers) codes[position] = number;
    const input: ProgramsInput = {
      ...tinyState([somePatch(() => 0, 1, 20)], () => 0).input,
      hex5: Int32Array.from(patches, (patch) => (patch === near ? 0 : 1)),
      current: patches.length,
      sets,
      shownTo: sets.shownTo,
      isOlder: Uint8Array.from(codes, (_, position) => (older.includes(position) ? 1 : 0)),
      filings: new Uint16Array(sets.count),
      codes,
      floors: new Uint16Array(codes.length).fill(FLOOR),
      isDecoy: new Uint8Array(codes.length),
      students: {
        patch: Int32Array.from(rows, (row) => row.patch),
        district: Int32Array.from(rows, (row) => row.district),
        kind: Int32Array.from(rows, (row) => row.kind),
        answer: Uint8Array.from(rows, (row) => row.answer),
        students: Int32Array.from(rows, (row) => row.students),
      },
    };
    return { patches: [], sets: [], input };
  };

  it('hides what proves a group together with an earlier number, however far away', () => {
    // 10 with noise to 4 and rounding to 2 says at most 16 in the far patch.
    const place = placeWith(
      new Map([
        [ofWhole, atLeast19],
        [ofFar, 16 - 4],
      ]),
      [ofWhole],
    );
    expect([...hiddenOf(place).hidden]).toEqual([ofFar]);
  });

  it('shows a large number that leaves a witness farther away than 200 patches', () => {
    const place = placeWith(
      new Map([
        [ofWhole, atLeast19],
        [ofFar, HIDDEN_CODES.either],
      ]),
      [],
    );
    expect([...hiddenOf(place).hidden]).toEqual([]);
  });
});

describe('one patch of 29', () => {
  const patch: TinyPatch = { sort: 0, home: [[9, 0, 10, 0, 0, 0, 10]], device: [[29, 0, 0, 0, 0]] };

  it('that would show 10 unavailable and 10 unanswered, shows one of them, as 1 to 9 gave another answer', () => {
    const { hidden } = hiddenOf(tinyState([patch], () => 0));
    expect([...hidden].filter((position) => [2, 6].includes(position % EACH))).not.toEqual([]);
  });

  it('hides nothing where both were published before: that would change nothing', () => {
    const tiny = tinyState([patch], () => 0);
    const older = { ...tiny, input: { ...tiny.input, isOlder: new Uint8Array(tiny.input.codes.length).fill(1) } };
    expect([...hiddenOf(older).hidden]).toEqual([]);
  });

  it('hides nothing where both were published before, the unanswered as those without a device answer', () => {
    const [unanswered, withoutDeviceAnswer] = [6, 10];
    const tiny = tinyState([{ ...patch, device: [[19, 0, 0, 0, 10]] }], () => 0);
    const { codes, sameAs } = tiny.input;
    const input = {
      ...tiny.input,
      sameAs: sameAs.map((same, statistic) => (statistic === withoutDeviceAnswer ? unanswered : same)),
      isGiven: Uint8Array.from({ length: 35 }, (_, pair) =>
        (Math.floor(pair / 5) === 6) === (pair % 5 === 4) ? 1 : 0,
      ),
      isOlder: Uint8Array.from(codes, (_, statistic) => (statistic === unanswered ? 0 : 1)),
    };
    expect([...hiddenOf({ ...tiny, input }).hidden]).toEqual([]);
  });
});
