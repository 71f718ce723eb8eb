/**
 * Two neighboring states in one database. Collections, releases, providers, towns and districts have the same names in both; what
 * belongs to one alone is told by its canary, which stands wherever a word of the state's own may stand. The second state's outlines
 * are drawn carelessly: they cover the first's land as well.
 */
import { gridDisk, latLngToCell } from 'h3-js';
import { cellFromText, shardOf } from '../../server/domain/cell.ts';
import { PROFILES } from '../../server/domain/technology.ts';
import type { Db, Tx } from '../../server/platform/db.ts';
import { draws } from './border-state.ts';

export interface StateOfTwo {
  readonly fips: string;
  readonly canary: string;
  readonly leaId: string;
  readonly county: string;
  readonly town: string;
  readonly center: readonly [lng: number, lat: number];
  readonly students: number;
  /** Numbers that nothing of the other state has. */
  readonly enrolled: number;
  readonly megabits: number;
  /** West of its outlines. */
  readonly west: number;
}

export const COLLECTION = 'fall 2026';
export const RELEASE = 'Fall 2026';
export const PROVIDER = 130_001;

export const TWO: readonly [StateOfTwo, StateOfTwo] = [
  {
    fips: '54',
    canary: 'Quokka',
    leaId: '5400030',
    county: '54001',
    town: '5412345',
    center: [-80.9, 38.5],
    students: 619,
    enrolled: 70_913,
    megabits: 83_077,
    west: -81.4,
  },
  {
    fips: '51',
    canary: 'Axolotl',
    leaId: '5100030',
    county: '51001',
    town: '5112345',
    center: [-79.9, 38.5],
    students: 727,
    enrolled: 60_719,
    megabits: 92_041,
    west: -81.4,
  },
];

/** Res-8 hexes where students live. */
export function hexesOf({ center: [lng, lat] }: StateOfTwo): string[] {
  return gridDisk(latLngToCell(lat, lng, 8), 4);
}

/** @returns id of the state's collection */
export function loadState(db: Db, state: StateOfTwo): Promise<number> {
  return db.as({ role: 'intake' }, async (tx) => {
    await loadPlaces(tx, state);
    const { id } = await tx.one<{ id: number }>(
      `insert into intake.collections (name, state_fips, opens_on, closes_on)
       values ($1, $2, current_date - 10, current_date + 20)
       returning id`,
      [COLLECTION, state.fips],
    );
    await loadStudents(tx, id, state);
    await loadProgress(tx, id, state);
    await loadFcc(tx, state);
    await loadPuc(tx, state, 'public');
    await loadPuc(tx, state, 'agency');
    return id;
  });
}

async function loadPlaces(tx: Tx, { fips, canary, leaId, county, town, west, center }: StateOfTwo): Promise<void> {
  const east = center[0] + 0.5;
  const places = [
    ['state', fips, canary, [west, 38, east, 39]],
    ['county', county, 'Ash County', [west, 38, east, 39]],
    ['school_district', leaId, 'Ash County Schools', [west, 38, east, 39]],
    ['senate_district', `${fips}001`, `${canary} Senate District`, [west, 38, east, 39]],
    ['town', town, 'Riverton', [center[0] - 0.1, 38.4, center[0] + 0.1, 38.6]],
  ] as const;
  for (const [kind, id, name, box] of places)
    await tx.run(
      `with added as (
         insert into places.places (kind, id, name, state_fips, label_point, geom)
         select $1, $2, $3, $4, st_point($9::float8, $10::float8, 4326), st_multi(st_makeenvelope($5::float8, $6::float8, $7::float8, $8::float8, 4326))
         returning kind, id, geom
       )
       insert into places.parts (kind, id, geom)
       select kind, id, geom from added`,
      [kind, id, name, fips, ...box, ...center],
    );
  await tx.run(`insert into coverage.providers (provider_id, name) values ($1, 'Highgap') on conflict do nothing`, [
    PROVIDER,
  ]);
}

/** Two students a household; every third says that nothing can be bought. */
async function loadStudents(tx: Tx, collection: number, state: StateOfTwo): Promise<void> {
  const { leaId, students } = state;
  const draw = draws(Number(state.fips));
  const hexes = hexesOf(state);
  const homes = Array.from({ length: students }, (_, n) => ({
    key: `${state.fips} ${n}`,
    household: `${state.fips} home ${Math.floor(n / 2)}`,
    cell: cellFromText(hexes[Math.floor(draw() ** 2 * hexes.length)] ?? ''),
  }));
  await tx.run(
    `insert into intake.uploads (collection_id, lea_id, sha256, state, row_count, bad_row_count, synthetic)
     values ($1, $2, 'two states', 'accepted', $3, 0, true)`,
    [collection, leaId, students],
  );
  await tx.run(
    `insert into intake.homes (shard, collection_id, lea_id, student_key, household_key, cell, grade_level)
     select shard, $1, $2, decode(md5(key), 'hex'), decode(md5(household), 'hex'), cell, '05'
     from unnest($3::bigint[], $4::text[], $5::text[], $6::bigint[]) as homes (shard, key, household, cell)`,
    [
      collection,
      leaId,
      homes.map(({ cell }) => shardOf(cell)),
      homes.map(({ key }) => key),
      homes.map(({ household }) => household),
      homes.map(({ cell }) => cell),
    ],
  );
  await tx.run(
    `insert into intake.answers (shard, collection_id, lea_id, student_key, internet_access, barrier)
     select shard, $1, $2, student_key, number % 3 > 0, case when number % 3 = 0 then 'Not Available' end
     from (
       select shard, student_key, row_number() over (order by student_key) as number
       from intake.homes
       where collection_id = $1
     ) as homes`,
    [collection, leaId],
  );
}

/** The district has sent, and its certificate is there. */
async function loadProgress(tx: Tx, collection: number, { leaId, enrolled }: StateOfTwo): Promise<void> {
  await tx.run(
    `insert into collect.districts (collection_id, lea_id, prepared_at, prepared_students, accepted_at, accepted_sha256)
     values ($1, $2, now(), 10, now(), repeat('a', 64))`,
    [collection, leaId],
  );
  await tx.run('insert into collect.enrollments (collection_id, lea_id, students) values ($1, $2, $3)', [
    collection,
    leaId,
    enrolled,
  ]);
  await tx.run(
    `with sent as (
       insert into collect.uploads (collection_id, lea_id, sha256, bytes, received, state, row_count)
       values ($1, $2, repeat('a', 64), $3::integer, $3::integer, 'accepted', $3::integer)
       returning id, collection_id, lea_id, sha256, bytes
     )
     insert into collect.certificates (id, collection_id, lea_id, sha256, bytes, outcome, started_at, deleted_at)
     select id, collection_id, lea_id, sha256, bytes, 'accepted', now(), now() from sent`,
    [collection, leaId, enrolled],
  );
}

/** Hexes of every second ring are unserved. */
async function loadFcc(tx: Tx, state: StateOfTwo): Promise<void> {
  const id = await filing(tx, state, ['fcc', 'FCC', 'Broadband Data Collection', 'public']);
  for (const [i, hex] of hexesOf(state).entries()) {
    const cell = cellFromText(hex);
    const served = i % 2 === 0 ? 0 : 20;
    for (const profile of PROFILES)
      await tx.run(
        `insert into coverage.service (shard, filing_id, cell, profile, locations, served_25_3, served_100_20, served_1000_100)
         values ($1, $2, $3, $4, 20, $5, $5, 0)`,
        [shardOf(cell), id, cell, profile, served],
      );
    if (served > 0)
      await tx.run(
        `insert into coverage.offers
           (shard, filing_id, cell, provider_id, technology, brand_name, locations, locations_25_3, locations_100_20, locations_1000_100,
            max_download_mbps, max_upload_mbps)
         values ($1, $2, $3, $4, 50, 'Highgap', 20, 20, 20, 0, $5, $5)`,
        [shardOf(cell), id, cell, PROVIDER, state.megabits],
      );
  }
}

async function loadPuc(tx: Tx, state: StateOfTwo, confidentiality: string): Promise<void> {
  const [lng, lat] = state.center;
  const id = await filing(tx, state, [
    'puc',
    `${state.canary} Commission`,
    `Highgap ${confidentiality}`,
    confidentiality,
  ]);
  await tx.run(
    `with added as (
       insert into coverage.areas
         (filing_id, provider_name, technology, technology_raw, download_mbps, upload_mbps, low_latency, residential, geom)
       values ($1, 'Highgap', 50, '50', $2, $2, true, true,
         st_multi(st_makeenvelope($3::float8, $4::float8, $3::float8 + 0.04, $4::float8 + 0.04, 4326)))
       returning id, geom
     )
     insert into coverage.area_parts (area_id, geom)
     select id, geom from added`,
    [id, state.megabits, lng, lat - (confidentiality === 'agency' ? 0.04 : 0)],
  );
}

async function filing(
  tx: Tx,
  { fips }: StateOfTwo,
  values: [source: string, publisher: string, title: string, confidentiality: string],
): Promise<number> {
  const { id } = await tx.one<{ id: number }>(
    `insert into coverage.filings (source, publisher, title, confidentiality, state_fips, as_of, revision, synthetic)
     values ($1, $2, $3, $4, $5, '2026-06-30', '2026-06-30', true)
     returning id`,
    [...values, fips],
  );
  return id;
}
