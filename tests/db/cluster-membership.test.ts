/** Clusters of a release against coverage itself: PostGIS says which hexes hang together, plain sums who lives there. */
import { cellToChildren, cellToLatLng, cellToParent } from 'h3-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import type { Agency, District } from '../../server/domain/actor.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import type { ClusterDetail } from '../../server/features/clusters/contract.ts';
import { clusterById, clustersFrom } from '../../server/features/clusters/queries.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import { ACTORS } from '../support/cluster-release.ts';
import { testDatabase } from '../support/database.ts';
import {
  AGENCY_BOX,
  type Box,
  childrenServed,
  HEXES,
  loadPatchyState,
  locationsIn,
  PUBLIC_BOX,
  partsIn,
  servedByFcc,
} from '../support/patchy-state.ts';

const database = testDatabase();
const db = () => database.deps.db;
const FLOOR = 10;
type View = 'agency' | 'public';
type Shown = Omit<ClusterDetail, 'release' | 'agreedBy'>;

let first: Record<View, Shown[]>;

beforeAll(async () => {
  await loadPatchyState(db());
  first = await released('First');
}, 120_000);

async function released(name: string): Promise<Record<View, Shown[]>> {
  const { id } = await createRelease(database.deps, { name });
  const of = (audience: View): Promise<Shown[]> =>
    db().as(ACTORS[audience], async (tx) => {
      const set = { releaseId: id, audience, of: 'unserved', source: 'agreed' };
      const listed = await clustersFrom(tx, set, { fromRank: 0, limit: 999, box: undefined, place: undefined });
      const details: (Shown | undefined)[] = [];
      for (const cluster of listed) details.push(await clusterById(tx, set, cluster.id));
      return details.filter((detail) => detail !== undefined);
    });
  return { agency: await of('agency'), public: await of('public') };
}

const BOXES: Record<View, readonly Box[]> = { public: [PUBLIC_BOX], agency: [PUBLIC_BOX, AGENCY_BOX] };

/** Children of a hex that neither the FCC nor a filing of the commission that the view reads calls served at all. */
function unservedChildren(cell: string, view: View): number {
  if (servedByFcc(cell)) return 0;
  return cellToChildren(cell, 9).filter((child) => BOXES[view].every((box) => partsIn(child, box) <= 1)).length;
}

/** By the FCC, and by the commission for more of its children than any other verdict. */
function isUnserved(cell: string): boolean {
  const unserved = unservedChildren(cell, 'public');
  const served = childrenServed(cell, PUBLIC_BOX);
  return locationsIn(cell) > 0 && unserved > Math.max(served, 7 - unserved - served);
}

/** Estimated students by hex and what is whole, from the patches that a view is shown. */
async function spreadOver(view: View, release: string) {
  const patches = await db().as(ACTORS[view], (tx) =>
    tx.rows<{ cell: string; resolution: number; lea: string; students: number; households: number }>(
      `select to_hex(cell) as cell, resolution, lea_ids[1] as lea, students, households
       from published.patches p
       join published.releases r on r.id = p.release_id
       where r.name = $1 and audience = $2`,
      [release, view],
    ),
  );
  return patches.map((patch) => {
    const isTaken = (hex: string) =>
      patches.some(
        (other) =>
          other.lea === patch.lea &&
          other.resolution > patch.resolution &&
          cellToParent(hex, other.resolution) === other.cell,
      );
    const whole = cellToChildren(patch.cell, 8);
    const left = whole.filter((hex) => !isTaken(hex));
    const land = left.length > 0 ? left : whole;
    const all = land.reduce((sum, hex) => sum + locationsIn(hex), 0);
    return { ...patch, all, inhabited: land.filter((hex) => locationsIn(hex) > 0) };
  });
}

function estimateOf(spread: Awaited<ReturnType<typeof spreadOver>>, view: View, cells: readonly string[]): number {
  let students = 0;
  for (const patch of spread)
    for (const hex of patch.inhabited)
      if (cells.includes(hex))
        students += (patch.students * locationsIn(hex) * unservedChildren(hex, view)) / (7 * patch.all);
  return students;
}

describe('the clusters of a release made of filings', () => {
  it('join the hexes without service that PostGIS joins over two kilometers, where enough students are estimated', async () => {
    const hexes = HEXES.filter(isUnserved);
    const rows = await db().as({ role: 'public' }, (tx) =>
      tx.rows<{ cells: string[] }>(
        `select array_agg(cell order by cell) as cells
         from (
           select cell, st_clusterdbscan(st_transform(st_setsrid(st_makepoint(lng, lat), 4326), 32617), 2100, 1) over () as at
           from unnest($1::text[], $2::float8[], $3::float8[]) as given (cell, lng, lat)
         ) as joined
         group by at`,
        [hexes, hexes.map((cell) => cellToLatLng(cell)[1]), hexes.map((cell) => cellToLatLng(cell)[0])],
      ),
    );
    const spread = await spreadOver('public', 'First');
    const land = new Set(spread.flatMap(({ inhabited }) => inhabited));
    const expected = rows
      .map(({ cells }) => cells.filter((cell) => land.has(cell)))
      .filter((cells) => Math.round(estimateOf(spread, 'public', cells)) >= FLOOR);
    expect(expected.length).toBeGreaterThan(2);
    expect(first.public.map(({ cells }) => cells.join()).sort()).toEqual(expected.map((cells) => cells.join()).sort());
    expect(first.agency.map(({ cells }) => cells.join()).sort()).toEqual(expected.map((cells) => cells.join()).sort());
  });

  it.each(['public', 'agency'] as const)(
    'have the estimates that shares of locations give in the view of the %s',
    async (view) => {
      const spread = await spreadOver(view, 'First');
      for (const { cells, estimated, students, households, wholePatches } of first[view]) {
        expect(estimated).toBe(Math.round(estimateOf(spread, view, cells)));
        const whole = spread.filter(
          ({ inhabited }) => inhabited.length > 0 && inhabited.every((hex) => cells.includes(hex)),
        );
        expect([wholePatches, students, households]).toEqual([
          whole.length,
          whole.reduce((sum, patch) => sum + patch.students, 0),
          whole.reduce((sum, patch) => sum + patch.households, 0),
        ]);
      }
      expect(first[view].some(({ wholePatches }) => wholePatches > 0)).toBe(true);
    },
  );

  it('are marked where the agency’s own filings disagree, for the agency alone', () => {
    const changed = first.agency.flatMap(({ changedCells = [] }) => changedCells);
    const inside = first.public.flatMap(({ cells }) => cells).filter((cell) => childrenServed(cell, AGENCY_BOX) >= 4);
    expect(inside.length).toBeGreaterThan(0);
    expect(changed).toEqual(expect.arrayContaining(inside));
    expect(first.public.some((cluster) => 'changedCells' in cluster || 'changedByOwnFilings' in cluster)).toBe(false);
  });

  it('label estimates in lists, read the same for a district and the public, and show the agency its own changes', async () => {
    const app = await buildApp(database.deps);
    const lines = async (url: string, of?: Agency | District) => {
      const token = of && (await createToken(database.deps, { ...of, label: 'test', days: 1 })).token;
      const response = await app.inject({ url, headers: token ? { authorization: `Bearer ${token}` } : {} });
      expect(response.statusCode, response.body).toBe(200);
      return response.body.split('\n');
    };
    const list = '/api/v1/clusters?format=csv&of=underserved&source=fcc';
    const [header = '', ...rows] = await lines(list);
    const columns = header.trim().split(',');
    expect(columns).toEqual(expect.arrayContaining(['estimated_underserved', 'students', 'whole_patches']));
    expect(columns.filter((column) => /^estimated_unserved|affected|changed/.test(column))).toEqual([]);
    expect(rows.length).toBeGreaterThan(2);
    const district = { role: 'district', leaId: '5400030' } as const;
    // Each row says whose view it is of.
    const own = (await lines(`${list}&audience=district`, district)).map((line) =>
      line.replace('District view.', 'Public view.'),
    );
    expect(own).toEqual([header, ...rows]);
    const [agencyHeader] = await lines(`${list}&audience=agency`, { role: 'agency', stateFips: '54' });
    expect(agencyHeader).toContain('hexes_changed_by_own_filings');
    await app.close();
  });

  it('say the same to the public whatever the agency has filed, and keep their ids when only students change', async () => {
    await db().as({ role: 'intake' }, async (tx) => {
      await tx.run("delete from coverage.filings where confidentiality = 'agency'");
    });
    const without = await released('Without the agency’s filing');
    expect(without.public).toEqual(first.public);

    await db().as({ role: 'intake' }, async (tx) => {
      // Whole hexes: where fewer than ten come or go a release keeps what it said.
      await tx.run("delete from intake.homes where get_byte(decode(md5(cell::text), 'hex'), 0) < 60");
    });
    const fewer = await released('With fewer students');
    const idOf = (clusters: readonly Shown[]) => new Map(clusters.map(({ cells, id }) => [cells.join(), id]));
    const before = idOf(first.public);
    const kept = [...idOf(fewer.public)].filter(([cells]) => before.has(cells));
    expect(kept.length).toBeGreaterThan(1);
    for (const [cells, id] of kept) expect(id).toBe(before.get(cells));
    expect(fewer.public.map(({ estimated }) => estimated)).not.toEqual(first.public.map(({ estimated }) => estimated));
  });
});
