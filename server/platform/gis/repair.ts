/** Lets the database make polygons valid, before anything is written, and reports each change. */

import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { squareMilesOf } from '../../domain/miles.ts';
import type { Tx } from '../db.ts';
import type { Column } from '../load.ts';
import type { Reader } from '../reader.ts';
import type { Polygon } from './geometry.ts';
import { multiPolygonEwkb } from './wkb.ts';

/** A polygon feature; its position counts from 0. */
export interface Staged {
  readonly polygons: readonly Polygon[];
}

export interface Repair {
  readonly position: number;
  /** The fault, in PostGIS's words without coordinates, for example "Self-intersection". */
  readonly fault: string;
  /** Area as drawn (self-crossing rings cancel out) and after the repair; 0 after = nothing is left. */
  readonly beforeKm2: number;
  readonly afterKm2: number;
}

/** Valid outlines, ready to be staged: hexadecimal EWKB. */
export interface Mended {
  /** By position. */
  readonly outlines: readonly string[];
  /** By position the outline in pieces of at most 64 corners, if asked for. */
  readonly pieces: readonly (readonly string[])[];
  readonly repairs: readonly Repair[];
}

/** Characters of hexadecimal EWKB a query, which takes the embedded database some 0.1 s. */
const BATCH_CHARACTERS = 250_000;

/**
 * Makes every polygon valid. The structure method joins overlapping parts, where the linework method would cut a hole; remaining lines
 * and points are dropped. Writes nothing: each query is over before the next begins.
 */
export async function mendPolygons(
  reader: Reader,
  features: AsyncIterable<Staged>,
  { inPieces = false }: { inPieces?: boolean } = {},
): Promise<Mended> {
  const outlines: string[] = [];
  const pieces: string[][] = [];
  const repairs: Repair[] = [];
  for await (const drawn of batches(features)) {
    const first = outlines.length;
    const rows = await reader.rows<Omit<Repair, 'fault'> & { fault: string | null; mended: string; own: string[] }>(
      `-- one row: an outline
       with given as materialized (
         select position::integer - 1 as position, drawn::geometry as drawn
         from unnest($1::text[]) with ordinality as outlines (drawn, position)
       ), checked as materialized (
         select position, drawn,
                case when not ST_IsValid(drawn) then regexp_replace(ST_IsValidReason(drawn), '\\[.*\\]', '') end as fault
         from given
       ), mended as materialized (
         select position, drawn, fault,
                case
                  when fault is null then drawn
                  else ST_Multi(ST_CollectionExtract(ST_MakeValid(drawn, 'method=structure keepcollapsed=false'), 3))
                end as geom
         from checked
       )
       select position,
              fault,
              encode(ST_AsEWKB(geom), 'hex') as mended,
              coalesce(ST_Area(drawn) * km2_a_square_degree, 0) as "beforeKm2",
              coalesce(ST_Area(geom) * km2_a_square_degree, 0) as "afterKm2",
              case
                when $2 then array(select encode(ST_AsEWKB(piece), 'hex') from ST_Subdivide(geom, 64) as piece)
                else '{}'
              end as own
       from mended,
            lateral (select 12364.0 * cos(radians((ST_YMin(drawn) + ST_YMax(drawn)) / 2)) as km2_a_square_degree) as scale
       order by position`,
      [drawn, inPieces],
    );
    for (const { position, fault, beforeKm2, afterKm2, mended, own } of rows) {
      outlines.push(mended);
      pieces.push(own);
      if (fault !== null) repairs.push({ position: first + position, fault, beforeKm2, afterKm2 });
    }
  }
  return { outlines, pieces, repairs };
}

/** Creates and fills the temporary tables `gis_staging (position, geom)` and `gis_pieces`, dropped at the end of the transaction. */
export async function stageMended(tx: Tx, { outlines, pieces }: Mended): Promise<void> {
  for (const table of ['gis_staging', 'gis_pieces'])
    await tx.run(`create temporary table ${table} (position integer not null, geom geometry not null) on commit drop`);
  await tx.load('gis_staging', STAGED, [[[...outlines.keys()], outlines]]);
  const positions = pieces.flatMap((own, position) => own.map(() => position));
  await tx.load('gis_pieces', STAGED, [[positions, pieces.flat()]]);
}

const STAGED: readonly Column[] = [
  { name: 'position', type: 'integer' },
  { name: 'geom', type: 'geometry' },
];

/** Losing a larger share of the drawn area is not a repair. */
const LARGEST_LOSS = 0.5;

/**
 * Repairs as notes; those that left nothing or lost most of the area become faults.
 *
 * @param labels name of the feature at each position
 */
export function repairNotes(
  repairs: readonly Repair[],
  labels: readonly Phrase[],
): { notes: Phrase[]; faults: Phrase[] } {
  const notes: Phrase[] = [];
  const faults: Phrase[] = [];
  for (const { position, fault, beforeKm2, afterKm2 } of repairs) {
    const feature = labels[position] ?? phrase('gis.feature', { number: position + 1 });
    const flawFound = fault.toLowerCase();
    const what = phrase('gis.repair/area', {
      flawFound,
      drawnSquareMiles: squareMiles(beforeKm2),
      leftSquareMiles: squareMiles(afterKm2),
    });
    if (afterKm2 === 0)
      faults.push(phrase('gis.fault', { feature, fault: phrase('gis.repair/nothing-left', { flawFound }) }));
    else if (afterKm2 < beforeKm2 * (1 - LARGEST_LOSS))
      faults.push(phrase('gis.fault', { feature, fault: phrase('gis.repair/too-much-lost', { what }) }));
    else notes.push(phrase('gis.repaired', { feature, what }));
  }
  return { notes, faults };
}

/** To three digits. */
function squareMiles(km2: number): number {
  return Number(squareMilesOf(km2).toPrecision(3));
}

/** Hexadecimal EWKB. */
async function* batches(features: AsyncIterable<Staged>): AsyncIterable<string[]> {
  let drawn: string[] = [];
  let characters = 0;
  for await (const { polygons } of features) {
    const hex = multiPolygonEwkb(polygons);
    drawn.push(hex);
    characters += hex.length;
    if (characters > BATCH_CHARACTERS) {
      yield drawn;
      [drawn, characters] = [[], 0];
    }
  }
  if (drawn.length > 0) yield drawn;
}
