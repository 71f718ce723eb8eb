/** Finds the layers of a file that hold places of a kind. */
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import type { LayerChoice } from '../../platform/gis/layers.ts';
import { plainName } from './column-names.ts';
import { type ColumnsAsked, placeColumns } from './columns.ts';
import type { PlaceKind } from './kinds.ts';

/** @param layers names requested by a person */
export function layersOf(kind: PlaceKind, layers: readonly string[] | undefined, asked: ColumnsAsked): LayerChoice {
  return {
    layers,
    layer: NAMED[kind],
    geometry: kind === 'town' ? undefined : kind === 'school' ? 'points' : 'areas',
    leaveOut: ({ name, fields }) => {
      const other = otherKind(kind, fields);
      return other && phrase('places.kind/layer', { layer: name, other });
    },
    alike: ({ fields }) => columnsRead(kind, fields, asked),
  };
}

/**
 * Detects a layer of another kind by columns that only such files have: a county, a legislative district
 * and a ZIP code area all have five characters.
 */
export function otherKind(kind: PlaceKind, fields: readonly string[]): Phrase | undefined {
  // A school's row names every area around it.
  if (kind === 'school') return undefined;
  const telling = fields.filter((field) => plainName(field) in TELLING);
  const finer = telling.find(
    (field) => plainName(field) === 'ncessch' || (kind === 'county' && IN_COUNTIES.has(plainName(field))),
  );
  if (finer === undefined && telling.some((field) => TELLING[plainName(field)] === kind)) return undefined;
  // Any table may name the county of a place, but no state lies in one.
  const column = finer ?? telling.find((field) => kind === 'state' || plainName(field) !== 'countyfp');
  const kindFound = TELLING[plainName(column ?? '')];
  if (column === undefined || kindFound === undefined) return undefined;
  return phrase('places.kind/found', { kind, column, kindFound });
}

/** Layer names in files of several kinds, as in us-atlas and state portals. */
const NAMED: Record<PlaceKind, RegExp> = {
  state: /(?<![a-z])states?(?![a-z])(?!.*(senate|house|legis|upper|lower|school))/i,
  county: /(?<![a-z])count(y|ies)(?![a-z])(?!.*(sub|commission|seat))/i,
  school_district: /school|unsd|elsd|scsd/i,
  senate_district: /senate|sldu|upper/i,
  house_district: /(?<!ware)house|sldl|lower|assembly/i,
  congressional_district: /congress|(?<![a-z])cd\d*(?![a-z])/i,
  town: /town|place|cit(y|ies)|municipal|cousub/i,
  tribal: /aiannh|trib(e|al)|reservation|indian/i,
  school: /sch(ool)?s?(?![a-z])(?!.*dist)/i,
};

const TELLING: Readonly<Record<string, string>> = {
  leaid: 'school_district',
  ncessch: 'school',
  sldust: 'senate_district',
  sldlst: 'house_district',
  cdfp: 'congressional_district',
  unsdlea: 'school_district',
  elsdlea: 'school_district',
  scsdlea: 'school_district',
  placefp: 'town',
  cousubfp: 'town',
  countyfp: 'county',
  zcta5ce: 'zip',
  cbsafp: 'metropolitan',
  pumace: 'microdata',
  tractce: 'tract',
  blkgrpce: 'block_group',
  aiannhce: 'tribal',
  vtdst: 'voting_district',
};

const IN_COUNTIES = new Set(['tractce', 'blkgrpce', 'cousubfp', 'vtdst']);

/** Layers may be read together if identifiers and names are in the same columns. */
function columnsRead(kind: PlaceKind, fields: readonly string[], asked: ColumnsAsked): string {
  try {
    const { id, name } = placeColumns(kind, fields, { ...asked, ownIds: true });
    return `${id === null ? '' : plainName(id)} ${plainName(name)}`;
  } catch {
    return [...fields].sort().join('\n');
  }
}
