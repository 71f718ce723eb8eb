/** Ground in the database: replaced as a whole, a kind and state at a time. */
import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/db.ts';
import type { Column, Value } from '../../platform/load.ts';
import { cutGround, type GroundFeature, type GroundTile } from './cut.ts';
import { DRAWN_KINDS, type DrawnKind } from './kinds.ts';

export interface GroundOf {
  readonly stateFips: string;
  readonly kind: DrawnKind;
}

export interface GroundRow {
  kind: DrawnKind;
  features: number;
  illustrative: boolean;
  checksum: string;
}

const TILES_A_BATCH = 200;
const COLUMNS: readonly Column[] = [
  { name: 'state_fips', type: 'text' },
  { name: 'kind', type: 'text' },
  { name: 'z', type: 'smallint' },
  { name: 'x', type: 'integer' },
  { name: 'y', type: 'integer' },
  { name: 'tile', type: 'bytea' },
];

/** What is drawn of a kind. Cut before any transaction: on the embedded database others wait for one. */
interface CutGround extends GroundOf {
  readonly features: number;
  readonly illustrative: boolean;
  readonly tiles: readonly GroundTile[];
  readonly checksum: string;
}

export function cutOf(of: GroundOf, features: readonly GroundFeature[], illustrative: boolean): CutGround {
  const tiles = [...cutGround(of.kind, features)];
  return { ...of, features: features.length, illustrative, tiles, checksum: checksumOf(tiles) };
}

/** @returns false when the same was there before */
export async function putGround(tx: Tx, cut: CutGround): Promise<boolean> {
  const { stateFips, kind, features, illustrative, tiles, checksum } = cut;
  const before = await tx.maybe<{ checksum: string; illustrative: boolean }>(
    'select checksum, illustrative from places.ground where state_fips = $1 and kind = $2 for update',
    [stateFips, kind],
  );
  if (before?.checksum === checksum && before.illustrative === illustrative) return false;
  await tx.run('delete from places.ground where state_fips = $1 and kind = $2', [stateFips, kind]);
  if (features === 0) return true;
  await tx.run(
    'insert into places.ground (state_fips, kind, features, illustrative, checksum) values ($1, $2, $3, $4, $5)',
    [stateFips, kind, features, illustrative, checksum],
  );
  await tx.load('places.ground_tiles', COLUMNS, batchesOf(stateFips, kind, tiles));
  return true;
}

function* batchesOf(stateFips: string, kind: DrawnKind, tiles: readonly GroundTile[]): Generator<Value[][]> {
  for (let from = 0; from < tiles.length; from += TILES_A_BATCH) {
    const some = tiles.slice(from, from + TILES_A_BATCH);
    yield [
      some.map(() => stateFips),
      some.map(() => kind),
      some.map(({ z }) => z),
      some.map(({ x }) => x),
      some.map(({ y }) => y),
      some.map(({ tile }) => tile),
    ];
  }
}

function checksumOf(tiles: readonly GroundTile[]): string {
  const hash = createHash('sha256');
  for (const { z, x, y, tile } of tiles) hash.update(`${z}/${x}/${y} ${tile.length}\n`).update(tile);
  return hash.digest('hex');
}

/** In the order in which they are drawn. */
export async function groundOf(tx: Tx, stateFips: string): Promise<GroundRow[]> {
  const rows = await tx.rows<GroundRow>(
    'select kind, features, illustrative, checksum from places.ground where state_fips = $1',
    [stateFips],
  );
  return rows.sort((one, other) => DRAWN_KINDS.indexOf(one.kind) - DRAWN_KINDS.indexOf(other.kind));
}

/** Of all kinds, as one tile; empty where nothing is drawn. */
export async function groundTile(tx: Tx, stateFips: string, at: { z: number; x: number; y: number }): Promise<Buffer> {
  const rows = await tx.rows<{ tile: Buffer }>(
    'select tile from places.ground_tiles where state_fips = $1 and z = $2 and x = $3 and y = $4 order by kind',
    [stateFips, at.z, at.x, at.y],
  );
  return Buffer.concat(rows.map(({ tile }) => tile));
}

/** Changes with every change of what is drawn. */
export function versionOf(rows: readonly GroundRow[]): string {
  const hash = createHash('sha256');
  for (const { kind, checksum } of rows) hash.update(`${kind} ${checksum}\n`);
  return hash.digest('hex').slice(0, 16);
}
