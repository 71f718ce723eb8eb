/** Features of a file of roads, water or libraries, in any geographic format. */
import type { Feature, Geometry } from 'geojson';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { type GisFeature, type Properties, readGis } from '../../platform/gis/read.ts';
import { refusal } from '../../platform/problem.ts';
import type { Progress } from '../../platform/progress.ts';
import type { GroundFeature } from './cut.ts';
import { CLOSEST_ZOOM, type GroundKind } from './kinds.ts';
import { rankOf } from './rank.ts';

export interface GroundFile {
  readonly path: string;
  readonly kind: GroundKind;
  readonly layers?: readonly string[] | undefined;
  readonly nameColumn?: string | undefined;
  /** West, south, east, north of the state: what lies outside is left out. */
  readonly within: readonly [number, number, number, number] | undefined;
}

const WANTED: Record<GroundKind, { of: readonly string[]; geometry: 'lines' | 'points' | undefined }> = {
  road: { of: ['LineString', 'MultiLineString'], geometry: 'lines' },
  water: { of: ['LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'], geometry: undefined },
  library: { of: ['Point', 'MultiPoint'], geometry: 'points' },
};

/** TIGER, the National Map, OpenStreetMap, the Public Libraries Survey, state portals. */
const NAMES = ['fullname', 'name', 'gnisname', 'gnis_name', 'roadname', 'road_name', 'street', 'streetname', 'libname'];

/** @throws Refusal when nothing in the file is of the kind, or a named column is missing */
export async function readGround(
  { path, kind, layers, nameColumn, within }: GroundFile,
  progress: Progress,
): Promise<{ features: GroundFeature[]; notes: Phrase[] }> {
  const { of, geometry } = WANTED[kind];
  using file = await readGis(path, { layers, geometry, alike: () => '', progress });
  const column = nameColumnOf(file.fields, nameColumn);
  const features: GroundFeature[] = [];
  const leftOut = new Map<string, { why: Phrase; featureCount: number }>();
  const leave = (why: Phrase) => {
    const kind = JSON.stringify(why);
    leftOut.set(kind, { why, featureCount: (leftOut.get(kind)?.featureCount ?? 0) + 1 });
  };
  let others = 0;
  for await (const feature of file.features()) {
    const drawn = drawable(feature, of);
    if (!drawn) {
      others++;
      leave(
        feature.geometry
          ? phrase('ground.why/shape', { shapeFound: feature.geometry.type })
          : phrase('ground.why/no-geometry'),
      );
      continue;
    }
    if (within && !meets(drawn, within)) {
      leave(phrase('ground.why/outside'));
      continue;
    }
    const name = nameOf(feature.properties, column);
    const rank = rankOf(kind, feature.properties, name);
    if (rank === undefined) leave(phrase('ground.why/not-driven'));
    else features.push({ rank, name, geometry: drawn });
  }
  if (features.length === 0)
    throw refusal('ground.empty', 422, {
      kind,
      features: others,
      leftOut: [...leftOut.values()].map(({ why }) => why),
    });
  const notes = [
    ...file.notes,
    column === undefined ? phrase('ground.names/none') : phrase('ground.names', { column }),
    ...[...leftOut.values()].map((each) => phrase('ground.left-out', each)),
    phrase('ground.drawn-to', { maxZoom: CLOSEST_ZOOM }),
  ];
  return { features, notes };
}

function drawable({ geometry }: GisFeature, of: readonly string[]): Feature['geometry'] | undefined {
  return geometry && of.includes(geometry.type) ? (geometry as Geometry) : undefined;
}

function nameColumnOf(fields: readonly string[], asked: string | undefined): string | undefined {
  if (asked !== undefined) {
    const found = fields.find((field) => field.toLowerCase() === asked.toLowerCase());
    if (found === undefined) throw refusal('places.columns', 400, { asked, fields: [...fields] });
    return found;
  }
  return NAMES.flatMap((name) => fields.filter((field) => field.toLowerCase() === name))[0];
}

function nameOf(properties: Properties, column: string | undefined): string | undefined {
  const name = String((column && properties[column]) ?? '').trim();
  return name === '' ? undefined : name;
}

function meets(geometry: Feature['geometry'], [west, south, east, north]: readonly [number, number, number, number]) {
  const isInside = (at: unknown): boolean => {
    if (!Array.isArray(at)) return false;
    if (typeof at[0] !== 'number') return at.some(isInside);
    const [lng, lat] = at as [number, number];
    const isBetween = west <= east ? lng >= west && lng <= east : lng >= west || lng <= east;
    return isBetween && lat >= south && lat <= north;
  };
  return 'coordinates' in geometry && isInside(geometry.coordinates);
}
