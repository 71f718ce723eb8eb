/** Releases that hold nothing but clusters, of hexes whose verdicts are made up. */

import type { Actor } from '../../server/domain/actor.ts';
import type { Audience } from '../../server/domain/audience.ts';
import { cellFromText, shardOf } from '../../server/domain/cell.ts';
import { listsOf } from '../../server/domain/lists.ts';
import { FILERS, type Filer, type Source, type Verdict } from '../../server/domain/verdict.ts';
import { COMBO_SIZE } from '../../server/domain/verdict-cells.ts';
import type { Cluster } from '../../server/features/clusters/contract.ts';
import { clustersOfRelease, type ViewInput, writeClusters } from '../../server/features/clusters/index.ts';
import { clusterById, clustersFrom } from '../../server/features/clusters/queries.ts';
import type { Db, Tx } from '../../server/platform/db.ts';

export async function anOffer(
  tx: Tx,
  filingId: number,
  offer: { cell: string; provider: number; technology: number; locations: number; served: number },
): Promise<void> {
  const cell = cellFromText(offer.cell);
  await tx.run(
    `insert into coverage.offers
       (shard, filing_id, cell, provider_id, technology, brand_name, locations, locations_25_3, locations_100_20, locations_1000_100, max_download_mbps, max_upload_mbps)
     values ($1, $2, $3, $4, $5, 'brand', $6, $7, $7, 0, 100, 20)`,
    [shardOf(cell), filingId, cell, offer.provider, offer.technology, offer.locations, offer.served],
  );
}

/** Whom a row of each audience is read as. */
const actorsOf = (stateFips: string): Record<Audience, Actor> => ({
  agency: { role: 'agency', stateFips },
  provider: { role: 'provider', stateFips, providerId: 130001 },
  public: { role: 'public' },
});
export const ACTORS = actorsOf('54');

let releases = 0;
export async function aRelease(db: Db, stateFips = '54'): Promise<number> {
  releases += 1;
  return db.as({ role: 'intake' }, async (tx) => {
    const { id } = await tx.one<{ id: number }>(
      `insert into published.releases (name, floor_students, floor_households, synthetic, statistics, state_fips, state_name, collection_name, benchmark)
       values ($1, 10, 5, true, '{}', $2, 'of the test', 'fall 2026', '100_20')
       returning id`,
      [`release ${releases}`, stateFips],
    );
    await tx.run(
      `insert into published.totals (release_id, audience, students, households, counts, hidden)
       select $1, audience, 0, 0, '{}', '' from unnest(array['agency', 'provider', 'public']) as audience`,
      [id],
    );
    await tx.run(`insert into published.steps (release_id, standing, by) values ($1, 'published', 'the test')`, [id]);
    return id;
  });
}

export interface Given {
  /** Each a hex and a patch. */
  readonly hexes: readonly string[];
  /** By position. @default 30 */
  readonly students?: (at: number) => number;
  /** Undefined: nobody filed with the FCC. @default 10 */
  readonly locations?: ((cell: string) => number) | undefined;
  readonly served?: (cell: string) => boolean;
  readonly servedByAgencyFilings?: (cell: string) => boolean;
  readonly isAgencyOnly?: (cell: string) => boolean;
  readonly filers?: readonly Filer[];
  readonly fccFilingId?: number;
}

export async function write(db: Db, releaseId: number, given: Given, previousReleaseId?: number) {
  const hexes = given.hexes.toSorted();
  const patches = given.hexes.map((cell, at) => ({ cell, students: given.students?.(at) ?? 30 }));
  const view = (audience: Audience): ViewInput => {
    const own = patches.filter(({ cell }) => audience === 'agency' || !given.isAgencyOnly?.(cell));
    const isServed = (cell: string) => given.served?.(cell) ?? false;
    return {
      filers: given.filers ?? FILERS,
      patches: own.map(({ students }, patch) => ({
        patch,
        leaIds: ['5400240'],
        students,
        households: 12,
        answered: 20,
        needs: 10,
      })),
      hexesOf: listsOf(own.map(({ cell }) => [hexes.indexOf(cell)])),
      verdicts: landVerdicts(hexes, {
        locations: 'locations' in given ? given.locations : () => 10,
        fcc: isServed,
        puc: (cell) => isServed(cell) || (audience === 'agency' && given.servedByAgencyFilings?.(cell) === true),
      }),
    };
  };
  return db.as({ role: 'intake' }, async (tx) => {
    const { stateFips } = await tx.one<{ stateFips: string }>(
      'select state_fips as "stateFips" from published.releases where id = $1',
      [releaseId],
    );
    const sets = await clustersOfRelease(tx, {
      stateFips,
      floorStudents: 10,
      benchmark: '100_20',
      hexes: BigUint64Array.from(hexes, cellFromText),
      views: { agency: view('agency'), provider: view('provider'), public: view('public') },
      fccFilingId: given.fccFilingId ?? null,
      ...(previousReleaseId === undefined ? {} : { previousReleaseId }),
    });
    return writeClusters(tx, releaseId, sets);
  });
}

function landVerdicts(
  hexes: readonly string[],
  {
    locations,
    fcc,
    puc,
  }: {
    locations: ((cell: string) => number) | undefined;
    fcc: (cell: string) => boolean;
    puc: (cell: string) => boolean;
  },
): ViewInput['verdicts'] {
  const verdictOf = (isServed: boolean): Verdict => (isServed ? 'served' : 'unserved');
  const combos = [true, false].flatMap((byFcc) =>
    [true, false].map((byPuc) => {
      const agreed: Verdict = byFcc === byPuc ? verdictOf(byFcc) : 'partly';
      return new Array(COMBO_SIZE).fill({ fcc: verdictOf(byFcc), puc: verdictOf(byPuc), agreed });
    }),
  );
  const comboOf = hexes.map((cell) => (fcc(cell) ? 0 : 2) + (puc(cell) ? 0 : 1));
  return {
    locations: locations && hexes.map(locations),
    hexes: { combos, comboOf: Int32Array.from(comboOf) },
    children: { combos, comboOf: Int32Array.from(comboOf.flatMap((combo) => new Array<number>(7).fill(combo))) },
  };
}

async function readerOf(db: Db, releaseId: number, audience: Audience): Promise<Actor> {
  const { fips } = await db.as({ role: 'public' }, (tx) =>
    tx.one<{ fips: string }>('select state_fips as fips from published.releases where id = $1', [releaseId]),
  );
  return actorsOf(fips)[audience];
}

/** The unserved, in order of rank. */
export async function read(db: Db, releaseId: number, audience: Audience, source: Source = 'fcc'): Promise<Cluster[]> {
  return db.as(await readerOf(db, releaseId, audience), (tx) =>
    clustersFrom(
      tx,
      { releaseId, audience, of: 'unserved', source },
      { fromRank: 0, limit: 99, box: undefined, place: undefined },
    ),
  );
}

/** The first of them with its outline. */
export async function shown(db: Db, releaseId: number, audience: Audience) {
  const [first] = await read(db, releaseId, audience, 'agreed');
  return db.as(await readerOf(db, releaseId, audience), (tx) =>
    clusterById(tx, { releaseId, audience, of: 'unserved', source: 'agreed' }, first?.id ?? ''),
  );
}

export async function cellsOf(db: Db, releaseId: number): Promise<string[]> {
  return (await shown(db, releaseId, 'public'))?.cells ?? [];
}

export function shapeFaults(db: Db, releaseId: number) {
  return db.as({ role: 'public' }, (tx) =>
    tx.rows(
      `select id
       from published.clusters
       where release_id = $1
         and not (st_isvalid(outline) and st_contains(outline, center))`,
      [releaseId],
    ),
  );
}
