import { type ClusterView, spread } from '../../domain/cluster/estimate.ts';
import type { County, Town } from '../../domain/cluster/naming.ts';
import { bboxSql } from '../../platform/gis/bbox.ts';
import type { Reader } from '../../platform/reader.ts';
import { placesOfCells } from '../places/index.ts';

/** A place that a cluster overlaps. */
export interface PlaceShare {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  /** Share of the cluster's students, spread over the land of their patches, 0 to 1. */
  readonly share: number;
}

export interface Gazetteer {
  readonly counties: ReadonlyMap<string, County>;
  readonly towns: readonly Town[];
}

export async function readGazetteer(reader: Reader, stateFips: string): Promise<Gazetteer> {
  const counties = await reader.rows<County & { id: string }>(
    `select
       id,
       name,
       bbox[1] as west,
       bbox[2] as south,
       case when bbox[1] > bbox[3] then 360 else 0 end + bbox[3] as east,
       bbox[4] as north
     from (
       select id, name, ${bboxSql('geom')} as bbox
       from places.places
       where kind = 'county'
         and state_fips = $1
         and geom is not null
     ) as counties`,
    [stateFips],
  );
  const towns = await reader.rows<Town>(
    `select name, st_x(label_point) as lng, st_y(label_point) as lat
     from places.places
     where kind = 'town'
       and state_fips = $1
     order by name, id`,
    [stateFips],
  );
  return { counties: new Map(counties.map((county) => [county.id, county])), towns };
}

/** Kinds whose places contain a hex by its center; school districts contain the land of their patches. */
const KINDS_BY_OUTLINE = [
  'county',
  'senate_district',
  'house_district',
  'congressional_district',
  'town',
  'tribal',
] as const;

/** The places of a cluster by its hexes, those with most students first within their kind. */
export type PlacesOf = (hexes: Int32Array) => PlaceShare[];

/**
 * @param view its patches give the students and districts of a hex
 * @param hexes positions of all hexes that may lie in a cluster; `cells` are their cells
 * @param stateFips the state of the places
 */
export async function placesOfHexes(
  reader: Reader,
  {
    hexes,
    cells,
    view,
    stateFips,
  }: {
    readonly hexes: Int32Array;
    readonly cells: BigUint64Array;
    readonly view: ClusterView;
    readonly stateFips: string;
  },
): Promise<PlacesOf> {
  const names = await readNames(reader, stateFips);
  const byOutline = await placesOfCells(reader, {
    kinds: KINDS_BY_OUTLINE,
    cells,
    stateFips,
  });
  const ofHex = new Map(
    hexes.entries().map(([at, hex]) => [hex, { at, students: 0, inDistrict: new Map<string, number>() }]),
  );
  spread(view, (patch, hex, each) => {
    const here = ofHex.get(hex);
    if (!here) return;
    const students = each * (view.reading.children[hex] ?? 0);
    here.students += students;
    for (const district of view.patches[patch]?.leaIds ?? []) add(here.inDistrict, district, students);
  });
  return (own) => {
    let all = 0;
    const tallies = new Map<string, Map<string, number>>();
    const tally = (kind: string, id: string, students: number) => {
      const known = tallies.get(kind) ?? new Map<string, number>();
      tallies.set(kind, known);
      add(known, id, students);
    };
    for (const hex of own) {
      const here = ofHex.get(hex);
      if (!here) continue;
      all += here.students;
      for (const [district, students] of here.inDistrict) tally('school_district', district, students);
      for (const kind of KINDS_BY_OUTLINE) {
        const id = byOutline[kind][here.at];
        if (id) tally(kind, id, here.students);
      }
    }
    return [...tallies]
      .sort(([a], [b]) => compare(a, b))
      .flatMap(([kind, students]) =>
        [...students]
          .sort(([a, one], [b, other]) => other - one || compare(a, b))
          .map(([id, some]) => ({
            kind,
            id,
            name: names.get(`${kind} ${id}`) ?? id,
            share: Math.round((100 * some) / all) / 100,
          })),
      );
  };
}

async function readNames(reader: Reader, stateFips: string): Promise<Map<string, string>> {
  const rows = await reader.rows<{ key: string; name: string }>(
    `select kind || ' ' || id as key, name
     from places.places
     where kind = any($1::text[])
       and state_fips = $2`,
    [[...KINDS_BY_OUTLINE, 'school_district'], stateFips],
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
}

function add(to: Map<string, number>, id: string, students: number): void {
  to.set(id, (to.get(id) ?? 0) + students);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
