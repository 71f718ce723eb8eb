import { cellToParent } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { type PublishedPatch, Releases } from './releases.ts';
import { FLOORS, Town } from './town.ts';

/** Totals by land as a reader of maps adds them up: of patches, of the hexagons of each level, of the public's, of the state. */
function totalsOf(patches: readonly PublishedPatch[]): Map<string, [students: number, households: number]> {
  const totals = new Map<string, [number, number]>();
  for (const { area, cell, resolution, leaIds, students, households } of patches) {
    const drawnAt = (level: number) =>
      resolution > level ? cellToParent(cell.toString(16), level) : cell.toString(16);
    const lands = [`area ${area}`, 'state', `district ${leaIds}`, `public ${leaIds} ${drawnAt(7)}`];
    for (const level of [5, 6, 7, 8]) lands.push(`${level} ${drawnAt(level)}`);
    for (const land of lands) {
      const [s, h] = totals.get(land) ?? [0, 0];
      totals.set(land, [s + students, h + households]);
    }
  }
  return totals;
}

/** Lands whose totals changed, but by fewer than the floors. */
function nearlySame(releases: readonly PublishedPatch[][]): string[] {
  const totals = releases.map(totalsOf);
  return totals.flatMap((now, r) =>
    totals.slice(0, r).flatMap((then, earlier) =>
      [...now].flatMap(([land, [students, households]]) => {
        const [before, families] = then.get(land) ?? [0, 0];
        const [more, other] = [Math.abs(students - before), Math.abs(households - families)];
        return (more === 0 && other === 0) || (more >= 10 && other >= 5)
          ? []
          : [`${land}: ${before}/${families} in ${earlier}, ${students}/${households} in ${r}`];
      }),
    ),
  );
}

/** Students by whom two tables of one area differ. */
function differing(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): number {
  const students = new Set([...one.keys(), ...other.keys()]);
  return [...students].filter((student) => one.get(student) !== other.get(student)).length;
}

describe.each([1, 2, 3, 4])('ten collections of a state (%i)', (seed) => {
  const town = new Town(seed, 500);
  const releases = new Releases();
  releases.make(town.sent(), FLOORS);
  for (let year = 1; year <= 10; year++) {
    town.year([0.02, 0.1, 0.2][year % 3] ?? 0);
    releases.make(town.sent(), FLOORS);
  }
  const published = releases.published;

  it('leave the totals of every land equal to all earlier ones or at least the floors away', () => {
    expect(published[0]?.length).toBeGreaterThan(20);
    expect(nearlySame(published)).toEqual([]);
  });

  it('change an area by ten students or not at all, and mark a change by its version', () => {
    for (const [r, now] of published.entries())
      for (const then of published.slice(0, r))
        for (const patch of now) {
          const before = then.find(({ area }) => area === patch.area);
          if (!before) continue;
          for (const table of ['home', 'device'] as const) {
            const isSame = differing(before[table], patch[table]) === 0;
            if (before[`${table}Version`] === patch[`${table}Version`]) expect(isSame).toBe(true);
          }
          const previous = published[r - 1]?.find(({ area }) => area === patch.area);
          if (then !== published[r - 1] || !previous) continue;
          for (const table of ['home', 'device'] as const) {
            const changed = differing(previous[table], patch[table]);
            if (changed > 0 && changed < FLOORS.students) expect.fail(`${changed} students changed in ${table}`);
          }
        }
  });

  it('count most of what changed, and every patch above the floors', () => {
    const last = published.at(-1) ?? [];
    for (const { students, households } of last) {
      expect(students).toBeGreaterThanOrEqual(FLOORS.students);
      expect(households).toBeGreaterThanOrEqual(FLOORS.households);
    }
    const counted = new Set(last.flatMap(({ home }) => [...home.keys()]));
    const isNow = town.children.filter(({ student }) => counted.has(student)).length;
    expect(isNow / town.children.length).toBeGreaterThan(0.6);
  });
});
