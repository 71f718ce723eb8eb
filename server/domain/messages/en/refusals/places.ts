/** Why a file of places is not loaded. */
import { stateNameOf } from '../../../states.ts';
import { wordingIn } from '../../wording.ts';
import { kinds } from '../kinds.ts';
import { censusKinds } from './census-kinds.ts';

const { grouped, list, plural } = wordingIn('en');

const MOST_TOLD = 10;

function counted(places: number, mtfcc: string): string {
  const kind = Object.hasOwn(censusKinds, mtfcc) ? censusKinds[mtfcc] : undefined;
  return kind ? `${plural(places, ...kind)} (${mtfcc})` : `${grouped(places)} ${mtfcc}`;
}

/** The first of many lines, and how many more there are. */
function told(first: string, lines: readonly string[], last: string): string {
  const more = lines.length - MOST_TOLD;
  return [
    first,
    ...lines.slice(0, MOST_TOLD).map((line) => `  - ${line}`),
    ...(more > 0 ? [`  - and ${more} more`] : []),
    last,
  ].join('\n');
}

/** Areas that are no places here. */
const otherAreas: Readonly<Record<string, string>> = {
  zip: 'ZIP code areas',
  metropolitan: 'metropolitan areas',
  microdata: 'microdata areas',
  tract: 'census tracts',
  block_group: 'block groups',
  voting_district: 'voting districts',
};

export const placeRefusals = {
  'places.kind/other': ({ other }: { other: string }) => `The file holds ${other}`,
  'places.kind/layer': ({ layer, other }: { layer: string; other: string }) => `Layer "${layer}" holds ${other}`,
  'places.kind/found': ({ kind, column, kindFound }: { kind: string; column: string; kindFound: string }) =>
    `no ${kinds[kind] ?? kind}: its column ${column} is one of ${kinds[kindFound] ?? otherAreas[kindFound] ?? kindFound}. Give their own --kind, or the right file.`,
  'places.coordinates': ({ file, columns }: { file: string; columns: readonly string[] }) =>
    `${file}: coordinates from ${list(columns)}.`,
  'places.kind/none': ({ kind, column, kindsFound }: { kind: string; column: string; kindsFound: readonly string[] }) =>
    `These are no ${kinds[kind] ?? kind}: by its column ${column} the file holds ${kindsFound.join(', ')}. Give their own --kind.`,
  'places.kind/counted': ({ places, mtfcc }: { places: number; mtfcc: string }) => counted(places, mtfcc),
  'places.kind/several': ({
    column,
    kindsFound,
    first,
  }: {
    column: string;
    kindsFound: readonly string[];
    first: string;
  }) =>
    `The file holds places of several kinds, by its column ${column}: ${kindsFound.join(', ')}. Name those to load, for example --where ${column}=${first}.`,
  'places.no-coordinates': ({ file, columnCount }: { file: string; columnCount: number }) =>
    `${file} has no columns that look like latitude and longitude. ${columnCount > 0 ? `Its first line holds ${columnCount} columns. ` : ''}Name them LAT and LON, in degrees, and the others as NCES does: NCESSCH, NAME, CITY, STATE.`,
  'places.several-tables': ({ archive, names }: { archive: string; names: readonly string[] }) =>
    `${archive} holds several tables with coordinates: ${names.join(', ')}. Unpack it and give the one that is meant.`,
  'places.state': ({ text }: { text: string }) =>
    `"${text}" is no state. Give it as two digits, letters or a name: 54, WV or "West Virginia".`,
  'places.vintage': ({ text }: { text: string }) =>
    `"${text}" is no year or day. Give --vintage as 2024 or 2024-01-01.`,
  'places.state-outline': ({ kind, stateFips }: { kind: string; stateFips: string }) =>
    `A file of ${kinds[kind] ?? kind} names no states, so the outline of ${stateNameOf(stateFips) ?? stateFips} decides which lie in it. Load it first with --kind state. Nothing was changed.`,
  'places.empty': ({ stateFips, leftOut }: { stateFips: string; leftOut: readonly string[] }) =>
    [
      `The file holds ${stateFips === '' ? 'no place' : `no place of ${stateNameOf(stateFips) ?? stateFips}`}. Choose another file or --state.`,
      ...leftOut,
    ].join('\n'),
  'places.illustrative': ({ kind, illustrative, places }: { kind: string; illustrative: boolean; places: number }) =>
    `The file's ${kinds[kind] ?? kind} are ${illustrative ? 'made up' : 'real'}, and ${plural(places, 'place', 'places')} loaded before ${
      places === 1 ? 'is' : 'are'
    } ${illustrative ? 'real' : 'made up'}. Load the file in their place with --replace. Nothing was changed.`,
  'places.meanwhile':
    'Another import changed places of the kind meanwhile, so nothing was changed by this one. Run it again.',
  'places.other': ({ kind, others }: { kind: string; others: readonly string[] }) =>
    told(
      `The file gives identifiers of ${kinds[kind] ?? kind} loaded before to others, which lie elsewhere:`,
      others,
      'Is this the right file and --kind? Load it in place of what is there with --replace. Nothing was changed.',
    ),
  'places.other/one': ({ id, name, nameBefore }: { id: string; name: string; nameBefore: string }) =>
    `${id} is ${nameBefore} and would become ${name}`,
  'places.overlap': ({
    kind,
    held,
    fips,
    pairs,
  }: {
    kind: string;
    held: number;
    fips: readonly string[];
    pairs: readonly string[];
  }) =>
    told(
      `The file's ${kinds[kind] ?? kind} would take ground from ${plural(held, 'other', 'others')} loaded before, of ${list(fips.map((state) => stateNameOf(state) ?? state))}:`,
      pairs,
      'Are they of another year or plan? Load the file in place of all that are loaded with --replace. Do both hold at once? Keep both with --overlapping. Nothing was changed.',
    ),
  'places.overlap/pair': ({
    name,
    id,
    otherName,
    otherId,
    percent,
  }: {
    name: string;
    id: string;
    otherName: string;
    otherId: string;
    percent: number;
  }) => `${name} (${id}) and ${otherName} (${otherId}) share ${percent} % of the smaller one`,
  'places.columns': ({ asked, fields }: { asked: string; fields: readonly string[] }) =>
    `The file has no column "${asked}". It has ${fields.join(', ')}.`,
  'places.columns/missing': ({ what, flag, fields }: { what: string; flag: string; fields: readonly string[] }) =>
    `No column looks like ${what}. The file has ${fields.join(', ')}; name the right one with ${flag}.`,
  'places.columns/where': ({ asked, fields }: { asked: string; fields: readonly string[] }) =>
    `The file has no column "${asked}", as --where names it. It has ${fields.join(', ')}.`,
  'places.where': ({
    value,
    column,
    valuesFound,
    isCut,
  }: {
    value: string;
    column: string;
    valuesFound: readonly string[];
    isCut: boolean;
  }) =>
    `No feature has "${value}" in its column ${column}, as --where asks. It holds ${valuesFound.map((other) => `"${other}"`).join(', ')}${isCut ? ', ...' : ''}.`,
};
