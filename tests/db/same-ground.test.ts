/** Districts of other grades on the same ground: a home counts in each kind once. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import type { PlaceTotals } from '../../server/features/places/contract.ts';
import type { PlaceIndex, PlaceProfile } from '../../server/features/profiles/contract.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../support/database.ts';
import { loadFilings, loadFourTowns } from '../support/four-towns.ts';

const database = testDatabase();
let app: FastifyInstance;
/** By district, as the homes were sent. */
const sent: Record<string, number> = {};

const [ELEMENTARY, SECONDARY] = ['5400040', '5400041'] as const;
/** West and east of the middle between Birch and Cedar. */
const WEST = 'SRID=4326;MULTIPOLYGON(((-81.5 38,-80.7 38,-80.7 39,-81.5 39,-81.5 38)))';
const EAST = 'SRID=4326;MULTIPOLYGON(((-80.7 38,-80 38,-80 39,-80.7 39,-80.7 38)))';
const ALL = 'SRID=4326;MULTIPOLYGON(((-81.5 38,-80 38,-80 39,-81.5 39,-81.5 38)))';

beforeAll(async () => {
  await loadFourTowns(database.deps.db);
  await loadFilings(database.deps.db, { fcc: true, puc: 'public' });
  await database.deps.db.asOwner(async (tx) => {
    for (const [kind, id, name, level, geom] of [
      ['county', '54001', 'West', null, WEST],
      ['county', '54003', 'East', null, EAST],
      ['school_district', ELEMENTARY, 'Valley Elementary', 'elementary', ALL],
      ['school_district', SECONDARY, 'Valley High', 'secondary', ALL],
    ] as const)
      await tx.run(
        `with place as (
           insert into places.places (kind, id, name, level, state_fips, label_point, geom)
           values ($1, $2, $3, $4, '54', st_pointonsurface($5::geometry), $5::geometry)
           returning kind, id, geom
         )
         insert into places.parts (kind, id, geom) select kind, id, st_subdivide(geom) from place`,
        [kind, id, name, level, geom],
      );
    // A third of the students go to the secondary district, so brothers and sisters are sent by two.
    for (const [district, isOlder] of [
      [ELEMENTARY, false],
      [SECONDARY, true],
    ] as const) {
      await tx.run(
        `insert into intake.uploads (collection_id, lea_id, sha256, state, row_count, bad_row_count, synthetic)
         select id, $1, $1, 'accepted', 600, 0, true from intake.collections`,
        [district],
      );
      for (const table of ['answers', 'homes'])
        await tx.run(
          `update intake.${table} set lea_id = $1 where lea_id = '5400030' and (get_byte(student_key, 0) % 3 = 0) = $2`,
          [district, isOlder],
        );
      const { count } = await tx.one<{ count: number }>(
        'select count(*)::integer as count from intake.homes where lea_id = $1',
        [district],
      );
      sent[district] = count;
    }
    await tx.run("delete from intake.uploads where lea_id = '5400030'");
  });
  await createRelease(database.deps, { name: 'Same ground' }, silentProgress);
  app = await buildApp(database.deps);
  await app.ready();
}, 300_000);
afterAll(() => app?.close());

async function get<Body>(url: string): Promise<Body> {
  const response = await app.inject({ url });
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200);
  return response.json<Body>();
}

const studentsOf = async (kind: string, id: string) =>
  (await get<PlaceTotals>(`/api/v1/places/${kind}/${id}`)).totals?.students;

describe('homes on the same ground', () => {
  it('count to the district that sent them, and together are all students', async () => {
    expect(await studentsOf('school_district', ELEMENTARY)).toBe(sent[ELEMENTARY]);
    expect(await studentsOf('school_district', SECONDARY)).toBe(sent[SECONDARY]);
    expect((sent[ELEMENTARY] ?? 0) + (sent[SECONDARY] ?? 0)).toBe(1200);
    expect(sent[SECONDARY]).toBeGreaterThan(300);
  });

  it.each(['county', 'school_district'])('count once among places of one kind: %s', async (kind) => {
    const { places } = await get<PlaceIndex>(`/api/v1/places/index?kind=${kind}`);
    expect(places.reduce((sum, { students }) => sum + (students ?? 0), 0)).toBe(1200);
  });

  it('are told on the pages of their places: other grades beside, and who else counts them', async () => {
    const elementary = await get<PlaceProfile>(`/api/v1/places/school_district/${ELEMENTARY}/profile`);
    expect(elementary.sharesGroundWith.map(({ id }) => id)).toEqual([SECONDARY]);
    const around = Object.fromEntries(elementary.overlapping.map(({ id, share }) => [id, share]));
    expect((around['54001'] ?? 0) + (around['54003'] ?? 0)).toBeCloseTo(1, 6);
  });
});
