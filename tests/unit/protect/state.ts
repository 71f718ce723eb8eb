/** A small made-up state for the protection's tests: patches in hexes in districts, and three statistics of each. */
import { listsOf } from '../../../server/domain/lists.ts';
import { classesOf } from '../../../server/domain/protect/classes.ts';
import { localClasses } from '../../../server/domain/protect/local.ts';
import { PatchSetIndex } from '../../../server/domain/protect/patch-sets.ts';
import { protect } from '../../../server/domain/protect/protect.ts';

/** 0 unserved, 1 unserved and not connected (inside 0), 2 unanswered. */
export const STATISTICS = 3;
const KINDS = [[0], [0, 1], [0, 1, 2], [2], []];
export const FLOOR = 10;

/** Deterministic and well mixed. */
export function randomFor(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), 61 | bits);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Student {
  readonly patch: number;
  /** Statistics the student counts in. */
  readonly in: readonly number[];
  readonly kind: number;
  readonly key: number;
}

/** Patches of 10 to 70 students, most of them of one mind. */
export function someStudents(patches: number, seed: number): Student[] {
  const random = randomFor(seed);
  return Array.from({ length: patches }, (_, patch) => {
    const leaning = Math.floor(random() * KINDS.length);
    const loyalty = random() < 0.3 ? 1 : 0.5 + random() / 2;
    return Array.from({ length: 10 + Math.floor(random() * 60) }, () => {
      const kind = random() < loyalty ? leaning : Math.floor(random() * KINDS.length);
      return { patch, kind, in: KINDS[kind] ?? [], key: Math.floor(random() * 2 ** 32) | 0 };
    });
  }).flat();
}

/** Patches two by two, three by three, and in fives that cross both, and all of them. */
export function rowsOf(patches: number): Int32Array[] {
  const by = (of: (patch: number) => number) => Int32Array.from({ length: patches }, (_, patch) => of(patch));
  return [
    by((patch) => patch >> 1),
    by((patch) => Math.floor(patch / 6)),
    by((patch) => Math.floor((patch + 2) / 5)),
    by(() => 0),
  ];
}

export function protectStudents(students: readonly Student[], patches: number) {
  const index = new PatchSetIndex(patches);
  const rows = rowsOf(patches).map((rowOf) => index.addRows(rowOf, Math.max(...rowOf) + 1));
  const sets = index.build();
  const counts = new Int32Array(patches * STATISTICS);
  const keys = new Int32Array(patches * STATISTICS);
  const sizes = new Int32Array(patches);
  const groupKeys = new Int32Array(patches);
  for (const student of students) {
    sizes[student.patch] = (sizes[student.patch] ?? 0) + 1;
    groupKeys[student.patch] = (groupKeys[student.patch] ?? 0) + student.key;
    for (const statistic of student.in) {
      const at = student.patch * STATISTICS + statistic;
      counts[at] = (counts[at] ?? 0) + 1;
      keys[at] = (keys[at] ?? 0) + student.key;
    }
  }
  const classes = classesOf(STATISTICS, KINDS, []);
  // As if each kind of student lived in cells of its own sort.
  const sorts = Array.from({ length: patches }, () => new Set<number>());
  for (const { patch, kind } of students) sorts[patch]?.add(kind);
  const livedIn = { sortsOf: listsOf(sorts.map((own) => [...own].sort())), kindsEach: 1 };
  const truths = { counts, keys, statistics: STATISTICS, groupKeys };
  const made = protect(sets, truths, classes, sizes, FLOOR, livedIn);
  return { sets, rows, classes, local: localClasses(sets, classes, livedIn), ...made };
}
