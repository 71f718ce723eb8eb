/** A first pass over a file: the kind of its places, and its columns of states. */
import { stateFipsOf } from '../../domain/states.ts';
import type { GisFeature, GisFile } from '../../platform/gis/read.ts';
import { refusal } from '../../platform/problem.ts';
import { plainName } from './column-names.ts';
import { stateColumns } from './columns.ts';
import { identifierOf, plainText } from './identifier.ts';
import type { PlaceKind } from './kinds.ts';
import { otherKind } from './layers.ts';

export interface Survey {
  /** Columns in which at least half of the values name states, best first. */
  readonly stateColumns: readonly string[];
  /** True: every feature has an identifier of the kind outside its properties. */
  readonly ownIds: boolean;
  /** The column with the kind of each place, if there is one. */
  readonly kindColumn: string | undefined;
}

/** @throws Refusal when the file says that its places are of another kind, or of several */
export async function surveyOf(
  file: Pick<GisFile, 'fields'> & { features(): AsyncIterable<GisFeature> },
  kind: PlaceKind,
): Promise<Survey> {
  const other = otherKind(kind, file.fields);
  if (other !== undefined) throw refusal('places.kind/other', 422, { other });
  const columns = stateColumns(file.fields);
  const filled = columns.map(() => ({ values: 0, states: 0 }));
  const kindColumn = file.fields.find((field) => KIND_COLUMNS.has(plainName(field)));
  const kinds = new Map<string, number>();
  let ownIds = true;
  for await (const { properties, id } of file.features()) {
    for (const [i, column] of columns.entries()) {
      const text = plainText(properties[column]);
      const count = filled[i];
      if (text === '' || !count) continue;
      count.values++;
      if (stateFipsOf(text) !== undefined) count.states++;
    }
    const told = kindColumn === undefined ? '' : plainText(properties[kindColumn]);
    if (told !== '') kinds.set(told, (kinds.get(told) ?? 0) + 1);
    if (ownIds) ownIds = id !== undefined && 'id' in identifierOf(kind, id);
  }
  if (kindColumn !== undefined) refuseSeveralKinds(kind, kindColumn, kinds);
  return {
    stateColumns: columns.filter((_, i) => isMostly(filled[i])),
    ownIds,
    kindColumn,
  };
}

function isMostly(filled: { values: number; states: number } | undefined): boolean {
  return filled !== undefined && filled.states > 0 && filled.states * 2 >= filled.values;
}

/** MTFCC of the Census, and what OpenStreetMap says of a border. */
const KIND_COLUMNS = new Set(['mtfcc', 'adminlevel']);

const MTFCC: Readonly<Record<string, { kind?: PlaceKind; word: string }>> = {
  G4000: { kind: 'state', word: 'states' },
  G4020: { kind: 'county', word: 'counties' },
  G4040: { kind: 'town', word: 'county subdivisions' },
  G4110: { kind: 'town', word: 'incorporated places' },
  G4120: { kind: 'town', word: 'consolidated cities' },
  G4210: { kind: 'town', word: 'census designated places' },
  G5020: { word: 'census tracts' },
  G5200: { kind: 'congressional_district', word: 'congressional districts' },
  G5210: { kind: 'senate_district', word: 'upper house districts' },
  G5220: { kind: 'house_district', word: 'lower house districts' },
  G5400: { kind: 'school_district', word: 'elementary school districts' },
  G5410: { kind: 'school_district', word: 'secondary school districts' },
  G5420: { kind: 'school_district', word: 'unified school districts' },
  G6350: { word: 'ZIP code areas' },
  G2100: { kind: 'tribal', word: 'reservations' },
  G2101: { kind: 'tribal', word: 'reservations' },
  G2102: { kind: 'tribal', word: 'trust lands' },
  G2120: { kind: 'tribal', word: 'Hawaiian home lands' },
  G2130: { kind: 'tribal', word: 'Alaska Native village statistical areas' },
  G2140: { kind: 'tribal', word: 'Oklahoma tribal statistical areas' },
  G2150: { kind: 'tribal', word: 'state designated tribal statistical areas' },
  G2160: { kind: 'tribal', word: 'tribal designated statistical areas' },
  G2170: { kind: 'tribal', word: 'American Indian joint use areas' },
  K2543: { kind: 'school', word: 'schools' },
};

function refuseSeveralKinds(kind: PlaceKind, column: string, kinds: ReadonlyMap<string, number>): void {
  const codes = [...kinds.keys()];
  const areAllOfKind = codes.every((code) => (code in MTFCC ? MTFCC[code]?.kind === kind : codes.length === 1));
  if (areAllOfKind) return;
  const found = [...kinds].map(([code, count]) => `${count} ${MTFCC[code] ? `${MTFCC[code].word} (${code})` : code}`);
  const own = codes.filter((code) => MTFCC[code]?.kind === kind);
  const choice = own.length > 0 ? own : codes;
  throw kinds.size === 1
    ? refusal('places.kind/none', 422, { kind, column, kindsFound: found })
    : refusal('places.kind/several', 422, { column, kindsFound: found, first: choice[0] ?? '' });
}
