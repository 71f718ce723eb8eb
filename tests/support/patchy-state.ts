/**
 * A state of two districts in a disk of hexes, with service in some of them: what filings say of each can be worked out by
 * hand from `servedByFcc` and the rectangle that a commission's filing fills.
 */
import { cellToChildren, cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { cellFromText, shardOf } from '../../server/domain/cell.ts';
import { PROFILES } from '../../server/domain/technology.ts';
import type { Db, Tx } from '../../server/platform/db.ts';

const MIDDLE = latLngToCell(38.5, -81, 8);
export const HEXES: readonly string[] = gridDisk(MIDDLE, 9);
const [MIDDLE_LAT, MIDDLE_LNG] = cellToLatLng(MIDDLE);

/** West, south, east, north. The commission publishes the first of its filings, and shows the second to the agency alone. */
export type Box = readonly [number, number, number, number];
export const PUBLIC_BOX: Box = [MIDDLE_LNG - 0.02, MIDDLE_LAT - 0.2, MIDDLE_LNG + 0.015, MIDDLE_LAT + 0.2];
export const AGENCY_BOX: Box = [MIDDLE_LNG + 0.04, MIDDLE_LAT - 0.03, MIDDLE_LNG + 0.08, MIDDLE_LAT + 0.03];

/** A whole number under a bound that follows from a hex. */
function drawn(cell: string, salt: number, below: number): number {
  let mixed = Math.imul(Number(BigInt(`0x${cell}`) % 4_294_967_291n) ^ salt, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 0) % below;
}

const IN_STATE: ReadonlySet<string> = new Set(HEXES);
export const locationsIn = (cell: string): number =>
  !IN_STATE.has(cell) || drawn(cell, 1, 4) === 0 ? 0 : 5 + drawn(cell, 2, 40);
export const servedByFcc = (cell: string): boolean => drawn(cell, 3, 5) < 3;
const leaIdOf = (cell: string): string => (cellToLatLng(cell)[0] < MIDDLE_LAT ? '5400030' : '5400060');

/** How many of a hex's seven children lie in a box with most of theirs; the verdict of the others is unserved. */
export function childrenServed(cell: string, box: Box): number {
  return cellToChildren(cell, 9).filter((child) => partsIn(child, box) >= 6).length;
}

/** Of a child's seven children those whose middle lies in the box. */
export function partsIn(child: string, [west, south, east, north]: Box): number {
  return cellToChildren(child, 10).filter((part) => {
    const [lat, lng] = cellToLatLng(part);
    return lng >= west && lng <= east && lat >= south && lat <= north;
  }).length;
}

export function loadPatchyState(db: Db): Promise<void> {
  return db.as({ role: 'intake' }, async (tx) => {
    await tx.run(
      `insert into places.places (kind, id, name, state_fips, label_point, geom)
       values
         ('state', '54', 'Patchy', '54', st_point(-81, 38.5, 4326), st_multi(st_makeenvelope(-82, 38, -80, 39, 4326))),
         ('county', '54015', 'Clay', '54', st_point(-81, 38.5, 4326), st_multi(st_makeenvelope(-82, 38, -80, 39, 4326)))`,
    );
    await loadHomes(tx);
    await loadFcc(tx);
    await loadArea(tx, 'public', PUBLIC_BOX);
    await loadArea(tx, 'agency', AGENCY_BOX);
  });
}

/** Two students a household, and answers from half of them. */
async function loadHomes(tx: Tx): Promise<void> {
  const { id } = await tx.one<{ id: number }>(
    "insert into intake.collections (name, state_fips) values ('fall 2026', '54') returning id",
  );
  const homes = HEXES.flatMap((cell) => Array.from({ length: drawn(cell, 4, 22) }, () => cell));
  for (const leaId of new Set(homes.map(leaIdOf))) {
    const own = homes.filter((cell) => leaIdOf(cell) === leaId);
    await tx.run(
      `insert into intake.uploads (collection_id, lea_id, sha256, state, row_count, bad_row_count, synthetic)
       values ($1, $2, $2, 'accepted', $3, 0, true)`,
      [id, leaId, own.length],
    );
    const cells = own.map(cellFromText);
    await tx.run(
      `insert into intake.homes (shard, collection_id, lea_id, student_key, household_key, cell, grade_level)
       select shard, $1, $2, decode(md5($2 || n), 'hex'), decode(md5(cell::text || n / 2), 'hex'), cell, '05'
       from unnest($3::bigint[], $4::bigint[]) with ordinality as homes (shard, cell, n)`,
      [id, leaId, cells.map(shardOf), cells],
    );
  }
  await tx.run(
    `insert into intake.answers (shard, collection_id, lea_id, student_key, internet_access, barrier)
     select shard, collection_id, lea_id, student_key, false, 'Not Available'
     from intake.homes
     where get_byte(student_key, 0) < 128`,
  );
}

async function loadFcc(tx: Tx): Promise<void> {
  const id = await aFiling(tx, ['fcc', 'FCC', 'Broadband Data Collection', 'public']);
  for (const cell of HEXES.filter((hex) => locationsIn(hex) > 0)) {
    const served = servedByFcc(cell) ? locationsIn(cell) : 0;
    await tx.run(
      `insert into coverage.service
         (shard, filing_id, cell, profile, locations, served_25_3, served_100_20, served_1000_100)
       select $1, $2, $3, profile, $4, $5, $5, 0
       from unnest($6::text[]) as profile`,
      [shardOf(cellFromText(cell)), id, cellFromText(cell), locationsIn(cell), served, [...PROFILES]],
    );
  }
}

async function loadArea(tx: Tx, confidentiality: string, box: Box): Promise<void> {
  const id = await aFiling(tx, ['puc', 'Commission', `${confidentiality} filing`, confidentiality]);
  await tx.run(
    `with area as (
       insert into coverage.areas
         (filing_id, provider_name, technology, technology_raw, download_mbps, upload_mbps, low_latency, residential, geom)
       values ($1, 'Highgap', 50, '50', 1000, 100, true, true, st_multi(st_makeenvelope($2, $3, $4, $5, 4326)))
       returning id, geom
     )
     insert into coverage.area_parts (area_id, geom) select id, geom from area`,
    [id, ...box],
  );
}

async function aFiling(tx: Tx, values: [source: string, publisher: string, title: string, confidentiality: string]) {
  const { id } = await tx.one<{ id: number }>(
    `insert into coverage.filings (source, publisher, title, confidentiality, state_fips, as_of, revision, synthetic)
     values ($1, $2, $3, $4, '54', '2026-06-30', '2026-06-30', true)
     returning id`,
    values,
  );
  return id;
}
