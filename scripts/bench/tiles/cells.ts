/** The bench's cells, in PostGIS's preferred form and in our release's. */
import { cellToBoundary } from 'h3-js';
import type pg from 'pg';
import { cellToText, shardOf } from '../../../server/domain/cell.ts';
import { COUNT_KEYS, ESTIMATE_KEYS, PLACE_COUNT_KEYS } from '../../../server/domain/statistic.ts';
import type { EstimateReader } from '../../../server/features/estimates/index.ts';
import type { Tile } from '../../../server/features/tiles/address.ts';
import type { Db } from '../../../server/platform/db.ts';
import { arrayText, estimatesOf } from '../../../tests/support/hex-table.ts';
import type { SyntheticHex } from '../../../tests/support/synthetic-hexes.ts';

const ATTRIBUTES = [...COUNT_KEYS, ...ESTIMATE_KEYS];
const COLUMNS = ATTRIBUTES.map((key) => `"${key}"`).join(', ');

/** A typed column per attribute, geometry in the tile's projection, nothing left to compute but the tile. */
export async function writePostgisCells(client: pg.Client, hexes: readonly SyntheticHex[]): Promise<void> {
  await client.query('create extension if not exists postgis');
  await client.query(
    `create table bench_cells (
       geom geometry(Polygon, 3857), h3 text, resolution integer, rest boolean, students integer, households integer,
       ${ATTRIBUTES.map((key) => `"${key}" integer`).join(', ')}, hidden text)`,
  );
  for (let at = 0; at < hexes.length; at += 500) {
    const some = hexes.slice(at, at + 500).map((hex) => {
      const h3 = cellToText(hex.cell);
      const ring = cellToBoundary(h3, true).map((point) => point.join(' '));
      // An estimate of zero is absent in our tiles too.
      const values = [...hex.counts, ...hex.estimates.map((estimate) => (estimate > 0 ? estimate : null))];
      return { ...hex, cell: h3, wkt: `POLYGON((${ring.join(',')}))`, values };
    });
    await client.query(
      `insert into bench_cells
       select st_transform(st_geomfromtext(hex ->> 'wkt', 4326), 3857), hex ->> 'cell', (hex ->> 'resolution')::integer,
         (hex ->> 'rest')::boolean, (hex ->> 'students')::integer, (hex ->> 'households')::integer,
         ${ATTRIBUTES.map((_, i) => `(hex -> 'values' ->> ${i})::integer`).join(', ')}, hex ->> 'hidden'
       from jsonb_array_elements($1::jsonb) as hex`,
      [JSON.stringify(some)],
    );
  }
  await client.query('create index on bench_cells using gist (geom)');
  await client.query('vacuum analyze bench_cells');
}

/** @param tile a tile, or `$1, $2, $3` @param of what is read of the tile's bytes, as column `bytes` */
export function postgisTile(tile: string, of: 'tile' | 'length(tile)'): string {
  return `select ${of} as bytes
          from (
            select st_asmvt(t, 'hexes', 4096, 'geom') as tile
            from (
              select st_asmvtgeom(geom, st_tileenvelope(${tile}), 4096, 64, true) as geom,
                h3, resolution, rest, students, households, ${COLUMNS}, hidden
              from bench_cells
              where geom && st_tileenvelope(${tile})
            ) t
          ) as made`;
}

export function tileText({ z, x, y }: Tile): string {
  return `${z}, ${x}, ${y}`;
}

/** A release of these cells alone, at the agency's finest level. @returns its id */
export function writeRelease(db: Db, hexes: readonly SyntheticHex[]): Promise<number> {
  return db.as({ role: 'intake' }, async (tx) => {
    const { id } = await tx.one<{ id: number }>(
      `insert into published.releases
         (name, floor_students, floor_households, synthetic, statistics, benchmark, state_fips, state_name, collection_name)
       values ('bench', 10, 5, true, $1, '100_20', '54', 'West Virginia', 'fall 2026')
       returning id`,
      [PLACE_COUNT_KEYS],
    );
    await tx.run(`insert into published.steps (release_id, standing, by) values ($1, 'published', 'the bench')`, [id]);
    for (let at = 0; at < hexes.length; at += 5000) {
      const some = hexes.slice(at, at + 5000);
      await tx.run(
        `insert into published.hexes
           (release_id, audience, shard, level, cell, resolution, rest, students, households, counts, hidden)
         select $1, 'agency', shard, 8, cell, 8, false, students, households, counts::integer[], hidden
         from unnest($2::bigint[], $3::bigint[], $4::integer[], $5::integer[], $6::text[], $7::text[])
           as hex (shard, cell, students, households, counts, hidden)`,
        [
          id,
          some.map(({ cell }) => shardOf(cell)),
          some.map(({ cell }) => cell),
          some.map(({ students }) => students),
          some.map(({ households }) => households),
          some.map(({ counts }) => arrayText(counts)),
          some.map(({ hidden }) => hidden),
        ],
      );
    }
    return id;
  });
}

/** Estimates of the bench's cells, as generated: computing them is another bench. */
export function madeEstimates(hexes: readonly SyntheticHex[]): EstimateReader {
  const hexOf = new Map(hexes.map((hex) => [hex.cell, hex]));
  const none = () => new Uint32Array();
  return {
    of: async () => ({
      ofHexes: (_, cells) => estimatesOf(Array.from(cells).flatMap((cell) => hexOf.get(cell) ?? [])),
      ofPatches: none,
      ofPlace: none,
      ofState: none,
    }),
  };
}
