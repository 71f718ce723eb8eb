import highs, { type Highs } from 'highs';
import { expect, it } from 'vitest';
import type { Region, Row } from '../../../server/domain/protect/programs/region.ts';
import { solverOf } from '../../../server/domain/protect/programs/solver.ts';

const atMostOne = (...columns: number[]): Row => ({ columns, least: 0, most: 1, from: [] });

/** Of any two of three columns one student: parts of students would make one and a half in all, whole ones make one. */
const TRIANGLE: Region = {
  patch: new Int32Array(3),
  district: new Int32Array(3),
  answer: new Uint8Array(3),
  truth: new Int32Array(3),
  rows: [atMostOne(0, 1), atMostOne(1, 2), atMostOne(0, 2)],
  sets: new Map(),
};

it('An optimum of parts of students has whole ones next to it as a witness, and changes nothing for the next question', async () => {
  const solver = solverOf(await (highs as unknown as () => Promise<Highs>)(), TRIANGLE);
  const all = Float64Array.of(1, 1, 1);
  for (const _ of [1, 2]) {
    expect(solver.most(all)).toBeCloseTo(1.5);
    expect(solver.binding()).toHaveLength(3);
    expect(solver.witness()?.reduce((sum, change) => sum + change)).toBe(1);
    expect(solver.binding()).toHaveLength(3);
    expect(solver.most(Float64Array.of(1, 0, 0))).toBe(1);
  }
  solver.dispose();
});
