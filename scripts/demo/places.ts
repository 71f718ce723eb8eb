import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection } from 'geojson';
import { merge } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Objects, Polygon, Topology } from 'topojson-specification';
import type { GisLayer } from './gis.ts';
import { type County, type Ground, readAtlas, STATE_FIPS } from './ground.ts';
import { houseDistricts } from './house.ts';
import { writeMembers } from './members.ts';
import { schoolLines } from './schools.ts';
import { groupIntoDistricts } from './senate.ts';
import type { Settlement } from './settlement.ts';
import type { Town } from './towns.ts';

/** Writes counties, towns, schools, members and the state's outline; returns the layers that GDAL must write. */
export function writePlaces(
  folder: string,
  { ground, towns, settlement }: { ground: Ground; towns: readonly Town[]; settlement: Settlement },
): GisLayer[] {
  mkdirSync(folder, { recursive: true });
  const counties = ground.counties.map((county) =>
    area(county, { GEOID: county.fips, NAME: county.name, STATEFP: STATE_FIPS }),
  );
  writeFileSync(join(folder, 'counties.geojson'), JSON.stringify(collection(counties)));
  writeFileSync(join(folder, 'towns.geojson'), JSON.stringify(collection(towns.map(townPoint))));
  writeFileSync(join(folder, 'schools.txt'), schoolLines(ground, towns).join(''));
  writeMembers(folder);
  writeFileSync(join(folder, 'state.topojson'), JSON.stringify(stateTopology()));
  const districts = ground.counties.map((county) =>
    area(county, { GEOID: county.leaId, NAME: `${county.name} County Schools`, STATEFP: STATE_FIPS }),
  );
  return [
    {
      path: join(folder, 'school_districts.zip'),
      layer: 'school_districts',
      format: 'shapefile',
      projection: 'EPSG:4269',
      features: collection(districts),
    },
    {
      path: join(folder, 'senate_districts.gpkg'),
      layer: 'senate_districts',
      format: 'geopackage',
      projection: 'EPSG:4269',
      features: collection(senateDistricts(ground)),
    },
    {
      path: join(folder, 'house_districts.zip'),
      layer: 'house_districts',
      format: 'shapefile',
      projection: 'EPSG:4269',
      features: collection(houseDistricts(ground, settlement)),
    },
  ];
}

function senateDistricts(ground: Ground): Feature[] {
  const atlas = readAtlas();
  return groupIntoDistricts(ground.counties).map((members, index) => {
    const fips = new Set(members.map((county) => county.fips));
    const own = atlas.objects.counties.geometries.filter(({ id }) => fips.has(String(id)));
    const number = index + 1;
    return {
      type: 'Feature',
      properties: {
        GEOID: `${STATE_FIPS}${String(number).padStart(3, '0')}`,
        NAME: `Senate District ${number} (illustrative)`,
        STATEFP: STATE_FIPS,
        COUNTIES: members.map(({ name }) => name).join(', '),
        ILLUSTRATIVE: 1,
      },
      geometry: merge(atlas, own as (Polygon | MultiPolygon)[]),
    };
  });
}

/** The state's part of us-atlas: only its own arcs, renumbered, still quantized and delta-coded. */
function stateTopology(): Topology<Objects> {
  const atlas = readAtlas();
  const state = atlas.objects.states.geometries.find(({ id }) => String(id) === STATE_FIPS);
  if (state === undefined || (state.type !== 'Polygon' && state.type !== 'MultiPolygon'))
    throw new TypeError('us-atlas has no outline of the state');
  const arcs: Topology['arcs'] = [];
  const renumbered = new Map<number, number>();
  const renumber = (arc: number): number => {
    const forward = arc < 0 ? ~arc : arc;
    const number = renumbered.get(forward) ?? arcs.push(atlas.arcs[forward] ?? []) - 1;
    renumbered.set(forward, number);
    return arc < 0 ? ~number : number;
  };
  const rings = state.type === 'Polygon' ? [state.arcs] : state.arcs;
  const geometry: MultiPolygon = {
    type: 'MultiPolygon',
    id: STATE_FIPS,
    properties: { GEOID: STATE_FIPS, NAME: 'West Virginia' },
    arcs: rings.map((polygon) => polygon.map((ring) => ring.map(renumber))),
  } as MultiPolygon;
  const state54: GeometryCollection = { type: 'GeometryCollection', geometries: [geometry] };
  return {
    type: 'Topology',
    ...(atlas.transform && { transform: atlas.transform }),
    arcs,
    objects: { state: state54 },
  };
}

function area(county: County, properties: Record<string, string>): Feature {
  return { type: 'Feature', properties, geometry: county.outline };
}

function townPoint({ id, name, population, lng, lat }: Town): Feature {
  return {
    type: 'Feature',
    properties: { ID: id, NAME: name, POPULATION: population },
    geometry: { type: 'Point', coordinates: [lng, lat] },
  };
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}
