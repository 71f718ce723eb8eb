import { describe, expect, it } from 'vitest';
import { boundsOf, COUNTS, LOOKS, METHOD } from '../../scripts/attack/method.ts';
import type { Patch, Publication } from '../../scripts/attack/published.ts';
import { search } from '../../scripts/attack/search.ts';
import { areaOf, type Insight, systemOf } from '../../scripts/attack/system.ts';
import { Tried } from '../../scripts/attack/tried.ts';
import { unplacedProven } from '../../scripts/attack/unplaced.ts';
import type { Student } from '../../scripts/stage/judge.ts';

const CELL = '862aac447ffffff';

/** A patch whose families gave these answers about the home, all with a device of their own. */
function patchOf(homes: readonly number[], looks: Record<string, number>, leaId = '5400030') {
  const students = homes.flatMap((count, home) =>
    Array.from(
      { length: count },
      (_, i): Student => ({
        patch: 0,
        leaId,
        key: `${leaId} ${home} ${i}`,
        home,
        device: 0,
        cell: CELL,
        versions: [1, 1],
      }),
    ),
  );
  const patch: Patch = {
    name: `patch ${leaId}`,
    h3: CELL,
    resolution: 6,
    leaIds: [leaId],
    students: students.length,
    households: students.length,
    looks: COUNTS.map((key) => looks[key] ?? LOOKS.low),
    members: [0],
  };
  return { patch, students };
}

async function foundIn(
  { patch, students }: ReturnType<typeof patchOf>,
  insight: Insight = { method: METHOD },
): Promise<readonly string[]> {
  const view: Publication = {
    view: 'agency',
    releaseId: 1,
    patches: [patch],
    rows: [patch],
    unplaced: { state: null, districts: new Map() },
  };
  const system = systemOf([{ patches: [patch], students, views: [view] }], insight);
  expect(system.wrong).toEqual([]);
  return (await search(system, areaOf(system, [0]))).proven;
}

describe('an attacker', () => {
  it('finds that a few gave another answer beside two that were shown as ten', async () => {
    const few = patchOf([2, 2, 10, 2, 2, 1, 10], { 'home.unavailable': 10, 'home.unanswered': 10 });
    expect(await foundIn(few)).toContain(
      'connected or inadequate or unaffordable or undesired or other in patch 5400030',
    );
  });

  it('finds nothing where noise leaves room for none', async () => {
    const few = patchOf([0, 0, 12, 5, 0, 0, 12], { 'home.unavailable': 12, 'home.unanswered': 12 });
    expect(await foundIn(few)).toEqual([]);
  });

  it('finds nothing where room is left for ten', async () => {
    const few = patchOf([5, 0, 18, 0, 0, 0, 17], { 'home.unavailable': 16, 'home.unanswered': 18 });
    expect(await foundIn(few)).toEqual([]);
  });

  it('finds what true counts leave, where there is no noise', async () => {
    const few = patchOf([5, 0, 18, 0, 0, 0, 17], { 'home.unavailable': 18, 'home.unanswered': 17 });
    expect(await foundIn(few, { method: { ...METHOD, deviation: 0 } })).not.toEqual([]);
  });

  it('says so when a number excludes the truth', () => {
    const { patch, students } = patchOf([5, 0, 18, 0, 0, 0, 17], { 'home.unavailable': 25, 'home.unanswered': 17 });
    const view = { view: 'agency' as const, patches: [patch], rows: [patch] };
    const publication = { ...view, releaseId: 1, unplaced: { state: null, districts: new Map() } };
    const system = systemOf([{ patches: [patch], students, views: [publication] }], { method: METHOD });
    expect(system.wrong).toEqual(['home.unavailable of patch 5400030 (agency)']);
  });

  it('finds a district without a fixed residence that several releases of the state and the others leave', () => {
    const release = (state: number, other: number): Publication => ({
      view: 'agency',
      releaseId: 1,
      patches: [],
      rows: [],
      unplaced: { state, districts: new Map([['a', null] as const, ['b', other] as const]) },
    });
    const proven = (releases: Publication[]) => {
      const tried = new Tried();
      unplacedProven(releases, tried);
      return tried.finds;
    };
    expect(proven([release(34, 26)])).toEqual([]);
    expect(proven([release(34, 26), release(38, 34)])).not.toEqual([]);
  });
});

describe('the bounds that a cell gives', () => {
  const bounds = (look: number, students: number, isPublic = false) => boundsOf(look, students, METHOD, isPublic);

  it('is the number, four either way, within the floors', () => {
    expect(bounds(20, 100)).toEqual([16, 24]);
    expect(bounds(11, 22)).toEqual([10, 12]);
    expect(bounds(20, 100, true)).toEqual([14, 26]);
  });

  it('is up to thirteen where few are hidden, and unbounded without a side', () => {
    expect(bounds(LOOKS.low, 100)).toEqual([0, 13]);
    expect(bounds(LOOKS.high, 100)).toEqual([87, 100]);
    expect(bounds(LOOKS.high, 100, true)).toEqual([85, 100]);
    expect(bounds(LOOKS.either, 100)).toEqual([0, 100]);
  });

  it('is tighter where the attacker recognizes why no side is shown', () => {
    expect(boundsOf(LOOKS.either, 100, METHOD, false, 50)).toEqual([10, 90]);
    expect(boundsOf(LOOKS.either, 100, METHOD, false, 5)).toEqual([0, 13]);
    expect(boundsOf(LOOKS.either, 100, { ...METHOD, hasDecoys: false }, false)).toEqual([10, 90]);
  });
});
