/** Why homes are not taken in. */
import { wordingIn } from '../../wording.ts';
import { identifying } from '../identifying.ts';

const { grouped } = wordingIn('en');

/** A workbook of hundreds of columns is not listed to its end. */
const NAMES_SHOWN = 10;

function firstOf(names: readonly string[]): string {
  const more = names.length - NAMES_SHOWN;
  return names.slice(0, NAMES_SHOWN).join(', ') + (more > 0 ? ` and ${more} more columns` : '');
}

export const intakeRefusals = {
  'homes.values-look-like': ({ column, says }: { column: string; says: string }) =>
    `values in column ${column} look like ${identifying[says] ?? says}`,
  'homes.column-looks-like': ({ column, says }: { column: string; says: string }) =>
    `column ${column} looks like ${identifying[says] ?? says}`,
  'homes.collection-name': 'A collection needs a name of 1 to 80 characters, for example "fall 2026".',
  'homes.being-released':
    'A release is being made at this moment, and what is in it stays in it. Nothing was taken back. Try again in a few minutes: no release after this one will count the file then.',
  'homes.no-files': ({ path }: { path: string }) => `There is no CSV file at ${path}.`,
  'homes.file': ({ name, refused }: { name: string; refused: string }) =>
    `${name} is refused, nothing was changed. ${refused}`,
  'homes.files': ({ refusals }: { refusals: readonly string[] }) =>
    `${refusals.length} files are refused, nothing was changed.\n${refusals.map((refused) => `  - ${refused}`).join('\n')}`,
  'homes.no-header':
    'The first line must name the columns: lea_id, student_key, household_key, cell, grade_level and the survey columns.',
  'homes.missing-columns': ({ names }: { names: readonly string[] }) =>
    `These columns are missing: ${names.join(', ')}. The anonymizer writes them.`,
  'homes.repeated-columns': ({ names }: { names: readonly string[] }) =>
    `More than one column says the same: ${names.join('; ')}. Keep one of each.`,
  'homes.unknown-columns': ({ names, onCommandLine }: { names: readonly string[]; onCommandLine: boolean }) =>
    `Gapmap does not know ${firstOf(names)}, and takes in nothing that it does not know. Remove the column${names.length > 1 ? 's' : ''}${onCommandLine ? `, or run again with --ignore-columns "${names.slice(0, NAMES_SHOWN).join(',')}${names.length > NAMES_SHOWN ? ',…' : ''}"` : ''}.`,
  'homes.identifying': ({ findings }: { findings: readonly string[] }) =>
    `The file holds what could identify a family: ${findings.join('; ')}. Nothing of it was kept. Send what the anonymizer writes: it turns names, numbers and addresses into keys and cells before anything leaves the district.`,
  'homes.no-rows': 'The file has a header and no rows.',
  'homes.too-many-bad-rows': ({ bad, rows, causes }: { bad: number; rows: number; causes: readonly string[] }) =>
    `${grouped(bad)} of the ${grouped(rows)} rows of the file could not be read as they are, which is more than one in five. ${causes.join('; ')}`,
  'homes.too-many-bad-rows/of-district': ({
    leaId,
    bad,
    rows,
    causes,
  }: {
    leaId: string;
    bad: number;
    rows: number;
    causes: readonly string[];
  }) =>
    `${grouped(bad)} of the ${grouped(rows)} rows of district ${leaId} could not be read as they are, which is more than one in five. ${causes.join('; ')}`,
  'homes.district-twice': ({ leaId, first, second }: { leaId: string; first: string; second: string }) =>
    `District ${leaId} is both in ${first} and in ${second}. A file replaces all that a district sent before, so put its homes into one file. Nothing was changed.`,
  'homes.one-cell': ({ districts }: { districts: readonly string[] }) =>
    `${districts.slice(0, 5).join(' ')}${districts.length > 5 ? ` ${districts.length - 5} more districts are so.` : ''} Do these students really live there, as in an apartment tower or a dormitory? Then run again with --many-in-one-place. If not, ask for a new file. Nothing was changed.`,
  'homes.other-secret':
    'The server secret is another one than this database was used with, so students would not be recognized and numbers would change. Put back server.key or GAPMAP_SERVER_SECRET as it was last; where another machine rotated it, copy it from there. If it is lost for good, `gapmap rotate-secret --new-data-key` starts anew, and says what that costs.',
  'homes.no-new-secret':
    'The server secret comes from GAPMAP_SERVER_SECRET. Put the new one, 64 hexadecimal characters (`openssl rand -hex 32`), in GAPMAP_NEW_SERVER_SECRET and run this again.',
  'homes.secret-in-file':
    'The server secret is in server.key, and a new one is made and put there. Leave GAPMAP_NEW_SERVER_SECRET empty.',
  'homes.same-secret': 'GAPMAP_NEW_SERVER_SECRET is the secret that is used now. Nothing was changed.',
  'homes.server-key': ({ path }: { path: string }) =>
    `${path} does not hold a server secret, which is 64 hexadecimal characters (or 32 bytes, as earlier versions wrote it). Restore it from a backup: with another one, students cannot be recognized from one collection to the next.`,
  'homes.several-states': ({ name, fips }: { name: string; fips: readonly string[] }) =>
    `${name} holds homes of several states (FIPS ${fips.join(', ')}). A collection is of one: load each state from a file of its own. Nothing was changed.`,
};
