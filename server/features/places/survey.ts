/** A first pass over a file: the kind of its places, and its columns of states. */
import { censusKinds } from '../../domain/messages/en/refusals/census-kinds.ts';
import { phrase } from '../../domain/messages/phrase.ts';
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

const MTFCC: Readonly<Record<string, PlaceKind>> = {
  G4000: 'state',
  G4020: 'county',
  G4040: 'town',
  G4110: 'town',
  G4120: 'town',
  G4210: 'town',
  G5200: 'congressional_district',
  G5210: 'senate_district',
  G5220: 'house_district',
  G5400: 'school_district',
  G5410: 'school_district',
  G5420: 'school_district',
  G2100: 'tribal',
  G2101: 'tribal',
  G2102: 'tribal',
  G2120: 'tribal',
  G2130: 'tribal',
  G2140: 'tribal',
  G2150: 'tribal',
  G2160: 'tribal',
  G2170: 'tribal',
  K2543: 'school',
};

function refuseSeveralKinds(kind: PlaceKind, column: string, kinds: ReadonlyMap<string, number>): void {
  const codes = [...kinds.keys()];
  const areAllOfKind = codes.every((code) =>
    Object.hasOwn(censusKinds, code) ? MTFCC[code] === kind : codes.length === 1,
  );
  if (areAllOfKind) return;
  const found = [...kinds].map(([mtfcc, places]) => phrase('places.kind/counted', { places, mtfcc }));
  const own = codes.filter((code) => MTFCC[code] === kind);
  const choice = own.length > 0 ? own : codes;
  throw kinds.size === 1
    ? refusal('places.kind/none', 422, { kind, column, kindsFound: found })
    : refusal('places.kind/several', 422, { column, kindsFound: found, first: choice[0] ?? '' });
}
