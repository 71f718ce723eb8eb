/** Loads polygons into the database unchanged, then makes them valid there and reports each change. */
import type { Tx } from '../db.ts';
import type { ColumnBatch } from '../load.ts';
import type { Polygon } from './geometry.ts';
import { multiPolygonEwkb } from './wkb.ts';

/** A polygon feature; its position in `gis_staging` counts from 0. */
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

const BATCH_CHARACTERS = 2_000_000;

/**
 * Creates the temporary table `gis_staging (position, geom)`, dropped at the end of the transaction, and fills it.
 *
 * @returns number of features
 */
export async function stagePolygons(tx: Tx, features: AsyncIterable<Staged>): Promise<number> {
  await tx.run('create temporary table gis_staging (position integer not null, geom geometry not null) on commit drop');
  await tx.load(
    'gis_staging',
    [
      { name: 'position', type: 'integer' },
      { name: 'geom', type: 'geometry' },
    ],
    batches(features),
  );
  const { count } = await tx.one<{ count: number }>('select count(*)::integer as count from gis_staging');
  return count;
}

/**
 * Makes every staged polygon valid. The structure method joins overlapping parts, where the linework method would cut a hole;
 * remaining lines and points are dropped.
 */
export async function repairStaged(tx: Tx): Promise<Repair[]> {
  await tx.run(
    `create temporary table gis_repairs on commit drop as
     select position,
            regexp_replace(ST_IsValidReason(geom), '\\[.*\\]', '') as fault,
            ST_Area(geom) as before,
            geom as drawn,
            ST_Multi(ST_CollectionExtract(ST_MakeValid(geom, 'method=structure keepcollapsed=false'), 3)) as geom
     from gis_staging
     where not ST_IsValid(geom)`,
  );
  const repairs = await tx.rows<Repair>(
    `select position,
            fault,
            coalesce(ST_Area(drawn) * km2_a_square_degree, 0) as "beforeKm2",
            coalesce(ST_Area(geom) * km2_a_square_degree, 0) as "afterKm2"
     from gis_repairs,
          lateral (select 12364.0 * cos(radians((ST_YMin(drawn) + ST_YMax(drawn)) / 2)) as km2_a_square_degree) as scale
     order by position`,
  );
  await tx.run(
    `update gis_staging s
     set geom = r.geom
     from gis_repairs r
     where r.position = s.position`,
  );
  return repairs;
}

/** Losing a larger share of the drawn area is not a repair. */
const LARGEST_LOSS = 0.5;

/**
 * Repairs in sentences; those that left nothing or lost most of the area become faults.
 *
 * @param labels name of the feature at each position
 */
export function repairNotes(
  repairs: readonly Repair[],
  labels: readonly string[],
): { notes: string[]; faults: string[] } {
  const notes: string[] = [];
  const faults: string[] = [];
  for (const { position, fault, beforeKm2, afterKm2 } of repairs) {
    const label = labels[position] ?? `feature ${position + 1}`;
    const change = `${fault.toLowerCase()}, area ${km2(beforeKm2)} as drawn, ${km2(afterKm2)} after repair`;
    if (afterKm2 === 0) faults.push(`${label}: ${fault.toLowerCase()}, and no area is left after repair`);
    else if (afterKm2 < beforeKm2 * (1 - LARGEST_LOSS)) faults.push(`${label}: too much is lost in repair (${change})`);
    else notes.push(`Repaired ${label}: ${change}.`);
  }
  return { notes, faults };
}

function km2(value: number): string {
  return `${Number(value.toPrecision(3))} km²`;
}

async function* batches(features: AsyncIterable<Staged>): AsyncIterable<ColumnBatch> {
  let positions: number[] = [];
  let geometries: string[] = [];
  let characters = 0;
  let position = 0;
  for await (const { polygons } of features) {
    const hex = multiPolygonEwkb(polygons);
    positions.push(position++);
    geometries.push(hex);
    characters += hex.length;
    if (characters > BATCH_CHARACTERS) {
      yield [positions, geometries];
      positions = [];
      geometries = [];
      characters = 0;
    }
  }
  if (positions.length > 0) yield [positions, geometries];
}
