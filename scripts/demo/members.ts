import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOUSE_DISTRICTS } from './house.ts';
import { SENATE_DISTRICTS } from './senate.ts';
import { FIRST_NAMES, SURNAMES } from './sis-names.ts';

/** Two senators and one delegate of each district, as the state has them, with made-up names. */
export function writeMembers(folder: string): void {
  const senate = Array.from({ length: 2 * SENATE_DISTRICTS }, (_, at) => ({
    district: (at >> 1) + 1,
    name: nameAt(at),
  }));
  const house = Array.from({ length: HOUSE_DISTRICTS }, (_, at) => ({ district: at + 1, name: nameAt(200 + at) }));
  writeFileSync(join(folder, 'members_senate.csv'), linesOf('senate', senate));
  writeFileSync(join(folder, 'members_house.csv'), linesOf('house', house));
}

/** Each number below 400 has a name of its own: neither list is a multiple of the other. */
function nameAt(number: number): string {
  const first = FIRST_NAMES[number % FIRST_NAMES.length] ?? '';
  const last = SURNAMES[(number + Math.floor(number / FIRST_NAMES.length)) % SURNAMES.length] ?? '';
  return `${first} ${last}`;
}

function linesOf(chamber: string, members: readonly { district: number; name: string }[]): string {
  return ['chamber,district,name', ...members.map(({ district, name }) => `${chamber},${district},${name}`), ''].join(
    '\n',
  );
}
