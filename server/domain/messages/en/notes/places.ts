/** Notes on files of places: how they were read, what was left out, and what changed. */
import { stateNameOf } from '../../../states.ts';
import { wordingIn } from '../../wording.ts';
import { kinds } from '../kinds.ts';

const { agree, grouped, plural } = wordingIn('en');

const stateOf = (fips: string) => stateNameOf(fips) ?? fips;
const andMore = (more: number) => (more > 0 ? `, and ${grouped(more)} more` : '');

/** Places of other states by FIPS code, or by the word that a file has for their state. */
interface OfState {
  readonly state: string;
  readonly places: number;
}

const ofState = ({ state, places }: OfState) =>
  `${stateNameOf(state) ?? (/^\d\d$/.test(state) ? `code ${state}` : `"${state}"`)} ${grouped(places)}`;

export const placeNotes = {
  'places.identifiers': ({
    idColumn,
    nameColumn,
    fullNameColumn,
    stateColumn,
  }: {
    idColumn: string;
    nameColumn: string;
    fullNameColumn: string;
    stateColumn: string;
  }) =>
    `Identifiers from ${idColumn || 'the ids of the features'}, names from ${nameColumn}${fullNameColumn && ` and ${fullNameColumn}`}${stateColumn && `, states from ${stateColumn}`}.`,
  'places.drawn': ({ publisher, vintage }: { publisher: string; vintage: string }) =>
    `Drawn by ${publisher || 'somebody not named'}${vintage && `, ${vintage}`}.`,

  'places.left-out/other-states': ({ places, ofStates }: { places: number; ofStates: readonly OfState[] }) =>
    `Left out ${places === 1 ? 'a place' : plural(places, 'place', 'places')} of other states: ${ofStates.map(ofState).join(', ')}.`,
  'places.left-out/far': ({ areaCount }: { areaCount: number }) =>
    `Left out ${plural(areaCount, 'area', 'areas')} far from the state.`,
  'places.left-out/filler': ({ featureCount, names }: { featureCount: number; names: readonly string[] }) =>
    `Left out ${featureCount === 1 ? 'a feature that fills' : `${grouped(featureCount)} features that fill`} ground of no place: ${names.map((name) => `"${name}"`).join(', ')}.`,
  'places.left-out/no-point': ({
    schoolCount,
    names,
    more,
  }: {
    schoolCount: number;
    names: readonly string[];
    more: number;
  }) =>
    `Left out ${plural(schoolCount, 'school', 'schools')} without coordinates: ${names.join(', ')}${andMore(more)}.`,
  'places.left-out/areas-outside': ({
    areaCount,
    kind,
    stateFips,
  }: {
    areaCount: number;
    kind: string;
    stateFips: string;
  }) =>
    `Left out ${plural(areaCount, 'area', 'areas')} of ${kinds[kind] ?? kind} that ${agree(areaCount, 'lies', 'lie')} outside ${stateOf(stateFips)}.`,
  'places.left-out/outside': ({
    places,
    kind,
    stateFips,
    names,
    more,
  }: {
    places: number;
    kind: string;
    stateFips: string;
    names: readonly string[];
    more: number;
  }) =>
    `Left out ${grouped(places)} of the ${kinds[kind] ?? kind} whose state the file does not name, as they lie outside ${stateOf(stateFips)}: ${names.join(', ')}${andMore(more)}.`,
  'places.zeros': ({ idCount }: { idCount: number }) =>
    `Gave ${idCount === 1 ? 'an identifier its' : `${grouped(idCount)} identifiers their`} lost leading zero back.`,
  'places.unchecked': ({ places, kind, stateFips }: { places: number; kind: string; stateFips: string }) =>
    `The file names no state for ${grouped(places)} of its ${kinds[kind] ?? kind}; all were taken for ${stateOf(stateFips)}'s. With the state's outline imported first they would be checked.`,

  'places.longer-names': ({
    kind,
    places,
    names,
    more,
  }: {
    kind: string;
    places: number;
    names: readonly string[];
    more: number;
  }) =>
    `Several ${kinds[kind] ?? kind} share a name; ${plural(places, 'was', 'were')} named longer: ${names.join(', ')}${andMore(more)}.`,
  'places.updated': ({ places, names, more }: { places: number; names: readonly string[]; more: number }) =>
    `Updated ${plural(places, 'place', 'places')} loaded before: ${names.join(', ')}${andMore(more)}.`,
  'places.updated/renamed': ({ name, nameBefore }: { name: string; nameBefore: string }) =>
    `${name} (was ${nameBefore})`,
  'places.updated/moved': ({ name }: { name: string }) => `${name} (outline)`,
  'places.updated/renamed-and-moved': ({ name, nameBefore }: { name: string; nameBefore: string }) =>
    `${name} (was ${nameBefore}, outline)`,
  'places.overlapping/one-another': ({ pairs, more }: { pairs: readonly string[]; more: number }) =>
    `Places of the file overlap one another: ${pairs.join('; ')}${more > 0 ? `; and ${grouped(more)} more` : ''}. Ground of two counts to the one whose identifier comes first.`,
  'places.overlapping/loaded': ({ pairs, more }: { pairs: readonly string[]; more: number }) =>
    `Places of the file overlap places loaded before: ${pairs.join('; ')}${more > 0 ? `; and ${grouped(more)} more` : ''}. Ground of two counts to the one whose identifier comes first.`,
  'places.kept': ({ places, kind }: { places: number; kind: string }) =>
    `Kept ${grouped(places)} of the ${kinds[kind] ?? kind} loaded before, which this file does not hold.`,
  'places.removed': ({
    places,
    kind,
    fips,
    names,
    more,
  }: {
    places: number;
    kind: string;
    fips: readonly string[];
    names: readonly string[];
    more: number;
  }) =>
    `Took away ${grouped(places)} of the ${kinds[kind] ?? kind} of ${fips.length > 3 ? plural(fips.length, 'state', 'states') : fips.map((code) => stateNameOf(code) ?? `code ${code}`).join(', ')}, which this file does not hold: ${names.join(', ')}${andMore(more)}.`,

  'members.party': ({ column }: { column: string }) =>
    `The column ${column} was not read: members are shown without their party.`,
  'members.other-chambers': ({ rows }: { rows: number }) =>
    `Left out ${plural(rows, 'row', 'rows')} of other chambers.`,
  'members.unchecked': ({ stateFips }: { stateFips: string }) =>
    `No districts of ${stateOf(stateFips)} are loaded, so those of the members were not checked.`,
  'members.vacant': ({ names, more }: { names: readonly string[]; more: number }) =>
    `Without a member in the file: ${names.join(', ')}${andMore(more)}.`,
};
