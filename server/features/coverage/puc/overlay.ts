/** Coverage of state filings, cell by cell. */
import { cellToLatLng } from 'h3-js';
import { meetsTier, VERDICT_TIERS } from '../../../domain/speed.ts';
import { PROFILE_TECHNOLOGIES, PROFILES } from '../../../domain/technology.ts';
import { forPointsInside, type PointSet, pointSet } from '../../../platform/gis/inside.ts';
import { edgesOfWkb } from '../../../platform/gis/wkb.ts';
import type { Reader } from '../../../platform/reader.ts';

/** Values per cell, by profile and then tier: value `p * VERDICT_TIERS.length + t`. */
export const SHARES_A_CELL = PROFILES.length * VERDICT_TIERS.length;

/**
 * How much of each cell the filings' areas cover, in sevenths (0 to 7): how many centers of its seven
 * children lie in at least one area that by itself meets technology, tier and latency and is offered to homes.
 *
 * In memory, as PostGIS takes tens of times as long for so many points: figures in the README of this folder.
 *
 * @param cells res 9, some dozens that lie together: reads the pieces of outlines about them
 * @returns `shares`: eight values per cell, in the order of PROFILES then VERDICT_TIERS; cells in the given order
 */
export async function pucShares(
  reader: Reader,
  { filingIds, cells }: { filingIds: readonly number[]; cells: ArrayLike<bigint> },
): Promise<{ shares: Uint8Array }> {
  const shares = new Uint8Array(cells.length * SHARES_A_CELL);
  const asked = { filingSets: [filingIds], filingIds, cells, from: 0, to: cells.length, read: piecesNear };
  if (filingIds.length > 0) await countIn(reader, asked, [shares]);
  return { shares };
}

/** Sets that fit the bits of a word, eight bits each. */
const MOST_SETS = 4;

/** A state's land has millions of centers; all at once, a large state's would fill the memory. */
const CELLS_AT_ONCE = 150_000;

/**
 * The shares for up to four sets of filings. The audiences' sets differ by a few confidential filings, so each area is
 * tested against the points once for all sets: half the time of separate passes.
 *
 * @returns `shares` by set, in the order of the sets
 */
export async function pucSharesOfSets(
  reader: Reader,
  { filingSets, cells }: { filingSets: readonly (readonly number[])[]; cells: ArrayLike<bigint> },
): Promise<Uint8Array[]> {
  if (filingSets.length > MOST_SETS) throw new RangeError(`at most ${MOST_SETS} sets, not ${filingSets.length}`);
  const shares = filingSets.map(() => new Uint8Array(cells.length * SHARES_A_CELL));
  const filingIds = [...new Set(filingSets.flat())];
  if (filingIds.length === 0) return shares;
  for (let from = 0; from < cells.length; from += CELLS_AT_ONCE)
    await countIn(
      reader,
      { filingSets, filingIds, cells, from, to: Math.min(cells.length, from + CELLS_AT_ONCE), read: outlines },
      shares,
    );
  return shares;
}

interface Counting {
  readonly filingSets: readonly (readonly number[])[];
  /** Of all sets. */
  readonly filingIds: readonly number[];
  readonly cells: ArrayLike<bigint>;
  readonly from: number;
  readonly to: number;
  readonly read: (reader: Reader, areas: readonly UsefulArea[], near: PointSet) => AsyncIterable<Outline>;
}

/** Writes the shares of some cells. Cells that lie together need fewer areas. */
async function countIn(
  reader: Reader,
  { filingSets, filingIds, cells, from, to, read }: Counting,
  shares: readonly Uint8Array[],
) {
  const { points, cellOf } = childCenters(cells, from, to);
  const met = new Int32Array(cellOf.length);
  for await (const { filingId, meets, wkb } of read(reader, await usefulAreas(reader, filingIds, points), points)) {
    let wanted = 0;
    for (const [set, ids] of filingSets.entries()) if (ids.includes(filingId)) wanted |= meets << (SHARES_A_CELL * set);
    const hasAll = (point: number) => ((met[point] ?? 0) & wanted) === wanted;
    forPointsInside(
      points,
      edgesOfWkb(wkb),
      (point) => {
        met[point] = (met[point] ?? 0) | wanted;
      },
      hasAll,
    );
  }
  for (const [set, own] of shares.entries())
    for (let point = 0; point < met.length; point++) {
      const first = (cellOf[point] ?? 0) * SHARES_A_CELL;
      let bits = ((met[point] ?? 0) >>> (SHARES_A_CELL * set)) & ((1 << SHARES_A_CELL) - 1);
      for (let bit = 0; bits !== 0; bit++, bits >>= 1) if (bits & 1) own[first + bit] = (own[first + bit] ?? 0) + 1;
    }
}

interface UsefulArea {
  readonly id: number;
  readonly filingId: number;
  /** One bit per profile and tier that the area meets. */
  readonly meets: number;
  readonly bytes: number;
}

/** Outlines of a state may total hundreds of megabytes; fetched one by one, most of the time is waiting. */
const BATCH_BYTES = 8_000_000;

interface Outline {
  readonly filingId: number;
  readonly meets: number;
  readonly wkb: Buffer;
}

async function* outlines(reader: Reader, areas: readonly UsefulArea[]): AsyncIterable<Outline> {
  for (let from = 0, to = 0; from < areas.length; from = to) {
    for (let bytes = 0; to < areas.length && (to === from || bytes < BATCH_BYTES); to++) bytes += areas[to]?.bytes ?? 0;
    const batch = areas.slice(from, to);
    yield* await reader.rows<Outline>(
      `select a.filing_id as "filingId", asked.meets, ST_AsBinary(a.geom, 'NDR') as wkb
       from unnest($1::integer[], $2::integer[]) as asked(id, meets)
       join coverage.areas a using (id)`,
      [batch.map(({ id }) => id), batch.map(({ meets }) => meets)],
    );
  }
}

/** The pieces about some points: an area may span the state. */
async function* piecesNear(reader: Reader, areas: readonly UsefulArea[], { bounds }: PointSet): AsyncIterable<Outline> {
  if (areas.length === 0) return;
  yield* await reader.rows<Outline>(
    `select asked.filing_id as "filingId", asked.meets, ST_AsBinary(p.geom, 'NDR') as wkb
     from unnest($1::integer[], $2::integer[], $3::integer[]) as asked(id, filing_id, meets)
     join coverage.area_parts p on p.area_id = asked.id
     where p.west <= $6
       and p.south <= $7
       and p.east >= $4
       and p.north >= $5`,
    [
      areas.map(({ id }) => id),
      areas.map(({ filingId }) => filingId),
      areas.map(({ meets }) => meets),
      bounds.west,
      bounds.south,
      bounds.east,
      bounds.north,
    ],
  );
}

/** Areas near the points that can serve a home at some profile and tier, those that meet most first. */
async function usefulAreas(reader: Reader, filingIds: readonly number[], { bounds }: PointSet): Promise<UsefulArea[]> {
  const areas = await reader.rows<{
    id: number;
    filingId: number;
    technology: number;
    download: number;
    upload: number;
    low: boolean;
    bytes: number;
  }>(
    `select
       id,
       filing_id as "filingId",
       technology,
       download_mbps as download,
       upload_mbps as upload,
       low_latency as low,
       ST_MemSize(geom) as bytes
     from coverage.areas
     where filing_id = any($1)
       and residential
       and west <= $4
       and south <= $5
       and east >= $2
       and north >= $3
     order by id`,
    [filingIds, bounds.west, bounds.south, bounds.east, bounds.north],
  );
  return areas
    .map(({ id, filingId, technology, download, upload, low, bytes }) => {
      let meets = 0;
      for (const [p, profile] of PROFILES.entries()) {
        if (!(PROFILE_TECHNOLOGIES[profile] as readonly number[]).includes(technology)) continue;
        for (const [t, tier] of VERDICT_TIERS.entries()) {
          const row = { downloadMbps: download, uploadMbps: upload, lowLatency: low };
          if (meetsTier(row, tier)) meets |= 1 << (p * VERDICT_TIERS.length + t);
        }
      }
      return { id, filingId, meets, bytes };
    })
    .filter(({ meets }) => meets !== 0)
    .sort((a, b) => bitCount(b.meets) - bitCount(a.meets));
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/**
 * Centers of the res-10 children, with the position of each one's cell. A child's index is its parent's with the next
 * resolution and a digit of 0 to 6, as two 32-bit halves; through text this took twice as long. (A pentagon has six
 * children, but all pentagons lie in the sea.)
 */
function childCenters(cells: ArrayLike<bigint>, from: number, to: number): { points: PointSet; cellOf: Uint32Array } {
  const lng = new Float64Array((to - from) * 7);
  const lat = new Float64Array(lng.length);
  const cellOf = new Uint32Array(lng.length);
  for (let i = from, at = 0; i < to; i++) {
    const cell = cells[i] ?? 0n;
    const upper = Number(cell >> 32n) + ONE_RESOLUTION;
    const lower = Number(cell & 0xffff_ffffn) & ~(7 << DIGIT_10);
    for (let digit = 0; digit < 7; digit++, at++) {
      const center = cellToLatLng([lower | (digit << DIGIT_10), upper]);
      lat[at] = center[0];
      lng[at] = center[1];
      cellOf[at] = i;
    }
  }
  return { points: pointSet(lng, lat), cellOf };
}

/** Bits 52 to 55 of an index, as a shift in its upper half. */
const ONE_RESOLUTION = 1 << 20;
/** Shift of the res-10 digit. */
const DIGIT_10 = 15;
