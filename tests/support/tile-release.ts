/** A small published release of every layer, written without the release engine: cells around Charleston, WV. */

import { FINEST_RESOLUTION } from '../../server/domain/audience.ts';
import { type Cell, cellToText, parentOf, shardOf } from '../../server/domain/cell.ts';
import { PLACE_COUNT_KEYS } from '../../server/domain/statistic.ts';
import { PROFILES } from '../../server/domain/technology.ts';
import type { Db, Tx } from '../../server/platform/db.ts';
import { spikyOutlines } from './spiky-outlines.ts';
import { cellsAround, type SyntheticHex, syntheticHexes } from './synthetic-hexes.ts';
import { writeHexes, writePatches } from './tile-rows.ts';

export const CENTER = [-81.63, 38.35] as const;

export interface TileRelease {
  readonly id: number;
  /** Agency hexes at level 8. */
  readonly finest: readonly SyntheticHex[];
  /** Cells of the patches of the district 5400600. */
  readonly districtCells: readonly Cell[];
  readonly serviceCells: readonly Cell[];
}

export function writeTileRelease(db: Db, name: string): Promise<TileRelease> {
  return db.as({ role: 'intake' }, async (tx) => {
    const { id } = await tx.one<{ id: number }>(
      `insert into published.releases
         (name, floor_students, floor_households, synthetic, statistics, benchmark, state_fips, state_name, collection_name)
       values ($1, 10, 5, true, $2, '100_20', '54', 'West Virginia', 'fall 2026')
       returning id`,
      [name, PLACE_COUNT_KEYS],
    );
    const cells = cellsAround(CENTER, 8, 6);
    const finest = syntheticHexes(cells);
    for (const audience of ['agency', 'provider', 'public'] as const)
      for (const level of [5, 6, 7, 8] as const) {
        if (level > FINEST_RESOLUTION[audience]) continue;
        const hexes = level === 8 ? finest : syntheticHexes(parents(cells, level));
        await writeHexes(tx, id, audience, level, hexes);
        if (level === FINEST_RESOLUTION[audience]) await writePatches(tx, id, audience, hexes);
      }
    const district = finest.slice(0, 5);
    await writeCoverage(tx, id, cells.slice(0, 40));
    await writeShapes(tx, id, cells);
    await tx.run(
      `insert into published.steps (release_id, standing, by, current_release) values ($1, 'published', 'the test', $1)`,
      [id],
    );
    return { id, finest, districtCells: district.map(({ cell }) => cell), serviceCells: cells.slice(0, 40) };
  });
}

function parents(cells: readonly Cell[], level: number): Cell[] {
  return [...new Set(cells.map((cell) => parentOf(cell, level)))].sort((a, b) => (a < b ? -1 : 1));
}

/** Each cell: ten locations, the first n of them served by n offers. */
async function writeCoverage(tx: Tx, release: number, cells: readonly Cell[]): Promise<void> {
  const filing = await writeFiling(tx, release, 'fcc', 'FCC', `Broadband Data Collection ${release}`, 'public');
  for (const [i, cell] of cells.entries()) {
    for (const profile of PROFILES)
      await tx.run(
        `insert into coverage.service
           (shard, filing_id, cell, profile, locations, served_25_3, served_100_20, served_1000_100)
         values ($1, $2, $3, $4, 10, $5, $6, 0)`,
        [shardOf(cell), filing, cell, profile, Math.min(10, i), Math.min(5, i)],
      );
    await tx.run(
      `insert into coverage.offers
         (shard, filing_id, cell, provider_id, technology, brand_name, locations, locations_25_3, locations_100_20,
          locations_1000_100, max_download_mbps, max_upload_mbps)
       values ($1, $2, $3, $4, 50, 'Hollow Fiber', 10, 10, 10, 0, 500, 100)`,
      [shardOf(cell), filing, cell, 100_000 + (i % 3)],
    );
  }
}

async function writeFiling(
  tx: Tx,
  release: number,
  source: string,
  publisher: string,
  title: string,
  confidentiality: 'public' | 'agency',
): Promise<number> {
  const { id } = await tx.one<{ id: number }>(
    `insert into coverage.filings (source, state_fips, publisher, title, as_of, revision, confidentiality, synthetic)
     values ($1, '54', $2, $3, '2026-06-30', '2026-09-15', $4, true)
     returning id`,
    [source, publisher, title, confidentiality],
  );
  for (const audience of confidentiality === 'public' ? ['agency', 'provider', 'public'] : ['agency'])
    await tx.run(
      `insert into published.sources
         (release_id, audience, filing_id, source, publisher, title, as_of, revision, synthetic)
       select $1, $2, id, source, publisher, title, as_of, revision, synthetic from coverage.filings where id = $3`,
      [release, audience, id],
    );
  return id;
}

async function writeShapes(tx: Tx, release: number, cells: readonly Cell[]): Promise<void> {
  const square = (west: number, south: number, size: number) =>
    `MULTIPOLYGON(((${west} ${south},${west + size} ${south},${west + size} ${south + size},${west} ${south + size},${west} ${south})))`;
  await tx.run(
    `insert into places.places (kind, id, name, state_fips, label_point, geom)
     values ('county', '54039', 'Kanawha County', '54', st_point($1, $2, 4326), st_geomfromtext($3, 4326))
     on conflict do nothing`,
    [CENTER[0], CENTER[1], square(-82, 38, 0.7)],
  );
  await tx.run(
    `insert into places.places (kind, id, name, state_fips, population, label_point, geom)
     values ('town', '4801859', 'Charleston', '54', 49736, st_point($1, $2, 4326), st_geomfromtext($3, 4326))
     on conflict do nothing`,
    [...CENTER, square(CENTER[0] - 0.05, CENTER[1] - 0.05, 0.1)],
  );
  for (const confidentiality of ['public', 'agency'] as const) {
    const filing = await writeFiling(
      tx,
      release,
      'puc',
      'Commission',
      `${confidentiality} ${release}`,
      confidentiality,
    );
    await tx.run(
      `insert into coverage.areas
         (filing_id, provider_name, technology, technology_raw, download_mbps, upload_mbps, low_latency, residential, geom)
       values ($1, $2, 50, '50', 100, 20, true, true, st_geomfromtext($3, 4326))`,
      [filing, `${confidentiality} provider`, square(-81.7, 38.3, 0.1)],
    );
  }
  await tx.run(
    `insert into published.clusters
       (release_id, of, id, name, area_km2, cells, places, providers_present, nearest_served, center, outline)
     values ($1, 'unserved', 'c1', 'Near Charleston', 3.5, $2, '[]', '[]', '[]', st_point($3, $4, 4326), st_geomfromtext($5, 4326))`,
    [release, cells.slice(0, 3), CENTER[0], CENTER[1], square(-81.65, 38.32, 0.05)],
  );
  await tx.run(
    `insert into published.cluster_standings
       (release_id, audience, of, source, id, rank, estimated, students, households, patches, agreement, changed, rank_parts)
     select $1, audience, 'unserved', 'fcc', 'c1', 1, estimated, 40, 20, '{0}', '{}', '{}', '{}'
     from (values ('agency', 31), ('public', 36)) as told (audience, estimated)`,
    [release],
  );
}

/** Adds outlines that are hard to draw to every layer that has outlines, of a release that is there. */
export function writeRaggedOutlines(db: Db, release: number, center: readonly [number, number]): Promise<void> {
  return db.as({ role: 'intake' }, async (tx) => {
    for (const [i, { geometry }] of spikyOutlines(center).entries()) {
      const outline = JSON.stringify(geometry);
      await tx.run(
        `insert into places.places (kind, id, name, state_fips, label_point, geom)
         select 'house_district', $1, $1, '54', st_setsrid(st_pointn(st_exteriorring(st_geometryn(shape, 1)), 1), 4326), shape
         from (select st_setsrid(st_geomfromgeojson($2), 4326) as shape) as given`,
        [`5400${i}`, outline],
      );
      await tx.run(
        `insert into coverage.areas
           (filing_id, provider_name, technology, technology_raw, download_mbps, upload_mbps, low_latency, residential, geom)
         select filing_id, 'ragged ' || $2::text, 50, '50', 100, 20, true, true, st_setsrid(st_geomfromgeojson($3), 4326)
         from published.sources
         where release_id = $1 and source = 'puc'`,
        [release, String(i), outline],
      );
      await tx.run(
        `with drawn as (
           insert into published.clusters
             (release_id, of, id, name, area_km2, cells, places, providers_present, nearest_served, center, outline)
           select release_id, of, id || '-' || $2::text, name, area_km2, cells, places, providers_present, nearest_served, center,
             st_setsrid(st_geomfromgeojson($3), 4326)
           from published.clusters
           where release_id = $1 and id = 'c1'
         )
         insert into published.cluster_standings
           (release_id, audience, of, source, id, rank, estimated, students, households, patches, agreement, changed, rank_parts)
         select release_id, audience, of, source, id || '-' || $2::text, rank + 1 + $2::integer, estimated, students, households,
           patches, agreement, changed, rank_parts
         from published.cluster_standings
         where release_id = $1 and id = 'c1'`,
        [release, String(i), outline],
      );
    }
  });
}

export function asText(cells: readonly Cell[]): string[] {
  return cells.map(cellToText).sort();
}
