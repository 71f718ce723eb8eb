/** What is wrong with one feature of a file of places. */
import { stateNameOf } from '../../../states.ts';
import { wordingIn } from '../../wording.ts';
import { kinds } from '../kinds.ts';

const { either } = wordingIn('en');

/** What an identifier of a kind looks like. */
const WANTED: Readonly<Record<string, string>> = {
  state: 'two digits',
  county: 'five digits (state 2, county 3)',
  school_district: 'seven digits (LEAID: state 2, district 5)',
  senate_district: 'five characters (state 2, district 3)',
  house_district: 'five characters (state 2, district 3)',
  congressional_district: 'four characters (state 2, district 2)',
  town: 'up to 24 letters or digits',
  tribal: 'four digits and perhaps a letter (AIANNHCE; R reservation, T trust land)',
  school: 'twelve digits (NCESSCH: state 2, district 5, school 5)',
};

interface OfKind {
  readonly kind: string;
  readonly text: string;
}

export const placeFaults = {
  'place.no-identifier': 'it has no identifier',
  'place.shortened': ({ text }: { text: string }) =>
    `its identifier "${text}" is in scientific notation, as spreadsheets shorten long numbers, and its digits are lost; take it from the file it came from`,
  'place.level': ({ levelFound, levelsWanted }: { levelFound: string; levelsWanted: readonly string[] }) =>
    `its identifier is of the Census summary level ${levelFound}; wanted is ${either(levelsWanted)}`,
  'place.characters': ({ kind, text }: OfKind) =>
    `its identifier, "${text}", holds other characters than ${WANTED[kind]}`,
  'place.length': ({ kind, text, characters }: OfKind & { characters: number }) =>
    `its identifier is ${characters} characters long, "${text}"; wanted are ${WANTED[kind]}`,
  'place.identifier': ({ kind, text }: OfKind) => `its identifier is "${text}"; wanted are ${WANTED[kind]}`,
  'place.no-state': ({ kind }: { kind: string }) => `its identifier names no state; wanted are ${WANTED[kind]}`,
  'place.without-state': 'its identifier comes without its state; give it with --state',
  'place.no-code': 'its identifier is no code of up to 21 letters, digits, hyphens and points',
  'place.digit-short': ({ stateFips }: { stateFips: string }) =>
    `its identifier is a digit short, and with a zero in front it would be of ${stateNameOf(stateFips) ?? `state ${stateFips}`}, where it is not`,
  'place.same-identifier': ({ id }: { id: string }) => `another feature has the same identifier "${id}"`,
  'place.not-a-state': ({ text }: { text: string }) => `its state "${text}" is none of the United States`,
  'place.state-unknown': 'its state is not known; give it with --state',
  'place.no-name': 'it has no name',
  'place.school-area': 'it is an area, and its students may live there; schools are wanted as points',
  'place.no-point': ({ kind }: { kind: string }) => `${kinds[kind] ?? kind} are points, and it has none on the earth`,
  'place.elsewhere': 'no part of it lies in its state; latitude and longitude may be exchanged',
};
