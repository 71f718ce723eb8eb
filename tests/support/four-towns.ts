/**
 * A state of four towns of 300 students, where every verdict at 100/20 by reliable broadband is known by heart:
 *
 *              FCC          PUC
 *   Ashford    served       served      60 families say "Not Available"
 *   Birch      underserved  served
 *   Cedar      unserved     unserved    90 students are well connected
 *   Dale       silent       served
 */
import { cellToLatLng, latLngToCell } from 'h3-js';
import { cellFromText, shardOf } from '../../server/domain/cell.ts';
import { PROFILES } from '../../server/domain/technology.ts';
import type { Db, Tx } from '../../server/platform/db.ts';

export const TOWNS = ['Ashford', 'Birch', 'Cedar', 'Dale'] as const;
export type Town = (typeof TOWNS)[number];
const STUDENTS_A_TOWN = 300;

/** The res-8 cell that all of a town lives in. */
export const HEX_OF = Object.fromEntries(
  TOWNS.map((town, i) => [town, latLngToCell(38.5, -81 + i * 0.2, 8)]),
) as Record<Town, string>;

const SERVED: Record<Exclude<Town, 'Dale'>, { at25: number; at100: number }> = {
  Ashford: { at25: 10, at100: 10 },
  Birch: { at25: 10, at100: 0 },
  Cedar: { at25: 0, at100: 0 },
};

/** Students and the outline of the state, with no filing. */
export function loadFourTowns(db: Db): Promise<void> {
  return db.as({ role: 'intake' }, async (tx) => {
    await tx.run(
      `insert into places.places (kind, id, name, state_fips, label_point, geom)
       values ('state', '54', 'Four Towns', '54', 'SRID=4326;POINT(-81 38.5)',
         'SRID=4326;MULTIPOLYGON(((-81.5 38,-80 38,-80 39,-81.5 39,-81.5 38)))')`,
    );
    const { id } = await tx.one<{ id: number }>(
      "insert into intake.collections (name, state_fips) values ('fall 2026', '54') returning id",
    );
    await tx.run(
      `insert into intake.uploads (collection_id, lea_id, sha256, state, row_count, bad_row_count, synthetic)
       values ($1, '5400030', 'four towns', 'accepted', $2, 0, true)`,
      [id, TOWNS.length * STUDENTS_A_TOWN],
    );
    for (const town of TOWNS) await loadTown(tx, id, town);
  });
}

/** Three students a household. */
async function loadTown(tx: Tx, collection: number, town: Town): Promise<void> {
  const cell = cellFromText(HEX_OF[town]);
  const households = Array.from({ length: STUDENTS_A_TOWN }, (_, student) => Math.floor(student / 3));
  await tx.run(
    `insert into intake.homes (shard, collection_id, lea_id, student_key, household_key, cell, grade_level)
     select $1, $2, '5400030', decode(md5($3 || n), 'hex'), decode(md5($3 || ' home ' || household), 'hex'), $5, '05'
     from unnest($4::integer[]) with ordinality as homes (household, n)`,
    [shardOf(cell), collection, town, households, cell],
  );
  await tx.run(
    `insert into intake.answers (shard, collection_id, lea_id, student_key, internet_access, barrier, internet_type, performance)
     select $1, $2, '5400030', decode(md5($3 || n), 'hex'), $3 <> 'Ashford',
       case when $3 = 'Ashford' then 'Not Available' end,
       case when $3 <> 'Ashford' then 'Residential Broadband' end,
       case when $3 <> 'Ashford' then 'Yes' end
     from generate_series(1, $4::integer) as n`,
    [shardOf(cellFromText(HEX_OF[town])), collection, town, { Ashford: 60, Birch: 0, Cedar: 90, Dale: 0 }[town]],
  );
}

export interface FilingsWanted {
  readonly fcc: boolean;
  /** Elsewhere: a public filing whose areas all lie outside the state. */
  readonly puc: 'none' | 'public' | 'agency' | 'restricted' | 'elsewhere';
}

/** Takes every filing away and loads these. */
export function loadFilings(db: Db, { fcc, puc }: FilingsWanted): Promise<void> {
  return db.as({ role: 'intake' }, async (tx) => {
    for (const table of ['filings', 'service', 'offers']) await tx.run(`delete from coverage.${table}`);
    if (fcc) await loadFcc(tx);
    if (puc !== 'none') await loadPuc(tx, puc === 'elsewhere' ? 'public' : puc, puc === 'elsewhere' ? 3 : 0);
  });
}

async function loadFcc(tx: Tx): Promise<void> {
  const id = await filing(tx, ['fcc', 'FCC', 'Broadband Data Collection', 'public']);
  for (const town of ['Ashford', 'Birch', 'Cedar'] as const) {
    const cell = cellFromText(HEX_OF[town]);
    const { at25, at100 } = SERVED[town];
    await tx.run(
      `insert into coverage.service
         (shard, filing_id, cell, profile, locations, served_25_3, served_100_20, served_1000_100)
       select $1, $2, $3, profile, 10, $4, $5, 0
       from unnest($6::text[]) as profile`,
      [shardOf(cell), id, cell, at25, at100, [...PROFILES]],
    );
  }
}

/** @param north degrees the areas are moved by */
async function loadPuc(tx: Tx, confidentiality: string, north: number): Promise<void> {
  const id = await filing(tx, ['puc', 'Commission', 'Highgap', confidentiality]);
  for (const town of ['Ashford', 'Birch', 'Dale'] as const) {
    const [lat, lng] = cellToLatLng(HEX_OF[town]);
    await tx.run(
      `insert into coverage.areas
         (filing_id, provider_name, technology, technology_raw, download_mbps, upload_mbps, low_latency, residential, geom)
       values ($1, 'Highgap', 50, '50', 1000, 100, true, true,
         st_multi(st_makeenvelope($2::float8 - 0.05, $3::float8 - 0.05, $2::float8 + 0.05, $3::float8 + 0.05, 4326)))`,
      [id, lng, lat + north],
    );
  }
  await tx.run('insert into coverage.area_parts (area_id, geom) select id, geom from coverage.areas');
}

async function filing(tx: Tx, values: [source: string, publisher: string, title: string, confidentiality: string]) {
  const { id } = await tx.one<{ id: number }>(
    `insert into coverage.filings (source, publisher, title, confidentiality, state_fips, as_of, revision, synthetic)
     values ($1, $2, $3, $4, '54', '2026-06-30', '2026-06-30', true)
     returning id`,
    values,
  );
  return id;
}
