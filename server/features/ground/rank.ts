/**
 * How important a road or a stretch of water is, from what its file says. Sources: Census MTFCC codes (S1100 primary road, S1200
 * secondary, S1400 local, H2030 lake, H3010 stream), route types of TIGER (I, U, S), OpenStreetMap's `highway` and `waterway`.
 */
import type { Properties } from '../../platform/gis/read.ts';
import type { GroundKind, Rank } from './kinds.ts';

const CODES: Record<string, Rank> = {
  S1100: 1,
  S1200: 2,
  S1630: 3,
  S1640: 3,
  S1400: 3,
  H1100: 3,
  H2030: 2,
  H2040: 2,
  H2051: 1,
  H2053: 1,
  H3010: 2,
  H3013: 3,
  H3020: 3,
};

/** Footpaths, alleys, private ways: TIGER's S1500 to S1830 but for ramps and service drives. */
const NOT_DRIVEN = /^S1(5|7|8)\d\d$/;

const WORDS: Record<string, Rank> = {
  motorway: 1,
  trunk: 1,
  primary: 1,
  interstate: 1,
  secondary: 2,
  tertiary: 2,
  major: 2,
  river: 1,
  lake: 2,
  reservoir: 2,
  stream: 2,
  residential: 3,
  unclassified: 3,
  service: 3,
  local: 3,
  minor: 3,
  canal: 3,
  ditch: 3,
  drain: 3,
};

const ROUTE_TYPES: Record<string, Rank> = { I: 1, U: 1, S: 2 };

const COLUMNS = ['mtfcc', 'highway', 'fclass', 'waterway', 'funcclass', 'functional_class', 'class', 'type'];

/** @returns undefined where nobody drives, such as on a footpath */
export function rankOf(kind: GroundKind, properties: Properties, name: string | undefined): Rank | undefined {
  if (kind === 'library') return 3;
  const byName = new Map(Object.entries(properties).map(([column, value]) => [column.toLowerCase(), value]));
  for (const column of COLUMNS) {
    const said = String(byName.get(column) ?? '').trim();
    if (said === '') continue;
    if (kind === 'road' && NOT_DRIVEN.test(said)) return undefined;
    const rank = CODES[said.toUpperCase()] ?? WORDS[said.toLowerCase().replace(/[ _-]?link$/, '')];
    if (rank !== undefined) return rank;
  }
  const route = ROUTE_TYPES[String(byName.get('rttyp') ?? '').toUpperCase()];
  if (route !== undefined) return route;
  if (kind === 'water') return /\b(river|río)\b/i.test(name ?? '') ? 1 : 2;
  return name === undefined ? 3 : 2;
}
