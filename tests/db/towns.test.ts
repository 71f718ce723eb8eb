/** Which towns a release counts, and which patches of them, worked out once more by PostGIS. */
import { cellToLatLng } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellFromText, cellToText } from '../../server/domain/cell.ts';
import { PLACE_COUNT_KEYS } from '../../server/domain/statistic.ts';
import { cellOf, recordsIn } from '../../server/features/intake/home-record.ts';
import type { PlaceFound } from '../../server/features/places/contract.ts';
import type { Release } from '../../server/features/releases/contract.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import type { Refusal } from '../../server/platform/problem.ts';
import { TOWNS } from '../support/border-state.ts';
import { borderViews } from '../support/border-views.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const { get, patchesOf, placeOf } = borderViews(database);

/** Homes by the area they were counted in; areas are the agency's patches. */
function homesByArea() {
  return database.deps.db.asOwner((tx) =>
    tx.rows<{ area: string; records: Buffer }>(
      `select concat_ws(' ', a.cell, a.resolution, array_to_string(a.lea_ids, '+')) as area, h.records
       from intake.kept_homes h
       join intake.kept_areas a using (state_fips, area)`,
    ),
  );
}

/** The first by identifier of the towns whose outline holds the middle of each cell. */
function townsOfCells(cells: readonly bigint[]): Promise<string[]> {
  const centers = cells.map((cell) => cellToLatLng(cellToText(cell)));
  return database.deps.db.asOwner(async (tx) => {
    const found = await tx.rows<{ town: string | null }>(
      `select (
         select min(p.id) from places.places p
         where p.kind = 'town' and ST_Intersects(p.geom, ST_SetSRID(ST_MakePoint(c.lng, c.lat), 4326))
       ) as town
       from unnest($1::double precision[], $2::double precision[]) with ordinality as c(lng, lat, home)
       order by home`,
      [centers.map(([, lng]) => lng), centers.map(([lat]) => lat)],
    );
    return found.map(({ town }) => town ?? '');
  });
}

/** By town the agency's patches most of whose students live in it, ascending; by '' those outside. */
async function patchesByTown(): Promise<Map<string, number[]>> {
  const tallies = new Map<string, Map<string, number>>();
  for (const { area, records } of await homesByArea()) {
    const tally = tallies.get(area) ?? new Map<string, number>();
    tallies.set(area, tally);
    const towns = await townsOfCells([...recordsIn(records)].map(cellOf));
    for (const town of towns) tally.set(town, (tally.get(town) ?? 0) + 1);
  }
  const byTown = new Map<string, number[]>();
  for (const { patch, h3, resolution, leaIds, students } of await patchesOf('agency')) {
    const tally = [...(tallies.get(`${cellFromText(h3)} ${resolution} ${leaIds.join('+')}`) ?? [])];
    expect(tally.reduce((sum, [, some]) => sum + some, 0)).toBe(students);
    const most = Math.max(...tally.map(([, some]) => some));
    const [first = ''] = tally.flatMap(([town, some]) => (some === most ? [town] : [])).sort();
    byTown.set(
      first,
      [...(byTown.get(first) ?? []), patch].sort((a, b) => a - b),
    );
  }
  return byTown;
}

describe('a town of 1,000 students', () => {
  it('counts the patches most of whose students live in it', async () => {
    const towns = await patchesByTown();
    expect([...towns.keys()].sort()).toEqual(['', TOWNS.large, TOWNS.small]);
    const own = await patchesOf('agency', `town:${TOWNS.large}`);
    expect(own.map(({ patch }) => patch)).toEqual(towns.get(TOWNS.large));
  });

  it.each(['public', 'agency'] as const)(
    'has the totals, counts and estimates of any place, for the %s',
    async (view) => {
      const { totals, approximated, withoutNumbers } = await placeOf('town', TOWNS.large, view);
      const own = await patchesOf(view, `town:${TOWNS.large}`);
      expect(totals?.students).toBeGreaterThanOrEqual(1000);
      expect(totals?.students).toBe(own.reduce((sum, { students }) => sum + (students ?? 0), 0));
      expect(Object.keys(totals?.counts ?? {})).toEqual(PLACE_COUNT_KEYS);
      expect(Object.keys(totals?.estimates ?? {}).length).toBeGreaterThan(100);
      expect(approximated).toBeGreaterThanOrEqual(0);
      expect(withoutNumbers).toBeUndefined();
    },
  );

  it('has the public numbers in the view of a district', async () => {
    expect((await placeOf('town', TOWNS.large, 'district')).totals).toEqual(
      (await placeOf('town', TOWNS.large, 'public')).totals,
    );
  });

  it('is found as a place with an outline', async () => {
    const { places } = await get<{ places: PlaceFound[] }>('/api/v1/places?q=town&kind=town', 'public');
    expect(places.map(({ id, outlined }) => [id, outlined])).toEqual([
      [TOWNS.large, true],
      [TOWNS.small, true],
      [TOWNS.point, false],
    ]);
  });
});

describe('a town without numbers', () => {
  it.each([
    [TOWNS.small, 'Too few students for numbers of its own: towns from 1,000'],
    [TOWNS.point, 'Only a point is known'],
  ])('says why it has none: %s', async (id, words) => {
    for (const view of ['public', 'agency'] as const) {
      const { totals, withoutNumbers } = await placeOf('town', id, view);
      expect(totals).toBeNull();
      expect(withoutNumbers).toContain(words);
      expect(await patchesOf(view, `town:${id}`)).toEqual([]);
    }
    const rows = await database.deps.db.asOwner((tx) =>
      tx.rows("select from published.place_totals where kind = 'town' and id = $1", [id]),
    );
    expect(rows).toEqual([]);
  });
});

describe('the fewest students of a town', () => {
  const release = (name: string, townStudents?: number) => createRelease(database.deps, { name, townStudents });
  const refused = (name: string, townStudents: number) =>
    release(name, townStudents).then(
      () => 'made',
      ({ code, message }: Refusal) => `${code}: ${message}`,
    );

  it('only rise, and a town below them loses its numbers', async () => {
    expect(await refused('under', 999)).toContain('release.town-students: Towns have numbers');
    const students = (await placeOf('town', TOWNS.large, 'public')).totals?.students ?? 0;
    await release('as many', students);
    expect((await placeOf('town', TOWNS.large, 'public')).totals?.students).toBe(students);
    await release('more', students + 1);
    const after = await placeOf('town', TOWNS.large, 'public');
    expect(after.totals).toBeNull();
    expect(after.withoutNumbers).toContain(`towns from ${(students + 1).toLocaleString('en-US')}`);
    expect(await refused('fewer', students)).toContain('release.town-students-lowered: An earlier release');
    await release('as before');
    expect((await get<Release>('/api/v1/release', 'public')).townStudents).toBe(students + 1);
  });
});
