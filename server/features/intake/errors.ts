import { grouped } from '../../domain/words.ts';
import { Refusal } from '../../platform/problem.ts';

/** Why homes are not taken in. No message repeats a value of the file. */
export const intakeErrors = {
  collectionName: () =>
    new Refusal(
      'homes.collection-name',
      422,
      'A collection needs a name of 1 to 80 characters, for example "fall 2026".',
    ),
  beingReleased: () =>
    new Refusal(
      'homes.being-released',
      409,
      'A release is being made at this moment, and what is in it stays in it. Nothing was taken back. Try again in a few minutes: no release after this one will count the file then.',
    ),
  noFiles: (path: string) => new Refusal('homes.no-files', 404, `There is no CSV file at ${path}.`),
  file: (name: string, cause: Refusal) =>
    new Refusal(cause.code, cause.status, `${name} is refused, nothing was changed. ${cause.message}`, { cause }),
  files: (refusals: readonly Refusal[]) =>
    new Refusal(
      'homes.files',
      422,
      `${refusals.length} files are refused, nothing was changed.\n${refusals.map((refusal) => `  - ${refusal.message}`).join('\n')}`,
    ),
  noHeader: () =>
    new Refusal(
      'homes.no-header',
      422,
      'The first line must name the columns: lea_id, student_key, household_key, cell, grade_level and the survey columns.',
    ),
  missingColumns: (names: readonly string[]) =>
    new Refusal(
      'homes.missing-columns',
      422,
      `These columns are missing: ${names.join(', ')}. The anonymizer writes them.`,
    ),
  repeatedColumns: (names: readonly string[]) =>
    new Refusal(
      'homes.repeated-columns',
      422,
      `More than one column says the same: ${names.join('; ')}. Keep one of each.`,
    ),
  unknownColumns: (names: readonly string[], onCommandLine: boolean) =>
    new Refusal(
      'homes.unknown-columns',
      422,
      `Gapmap does not know ${firstOf(names)}, and takes in nothing that it does not know. Remove the column${names.length > 1 ? 's' : ''}${onCommandLine ? `, or run again with --ignore-columns "${names.slice(0, NAMES_SHOWN).join(',')}${names.length > NAMES_SHOWN ? ',…' : ''}"` : ''}.`,
    ),
  identifying: (findings: readonly string[]) =>
    new Refusal(
      'homes.identifying',
      422,
      `The file holds what could identify a family: ${findings.join('; ')}. Nothing of it was kept. Send what the anonymizer writes: it turns names, numbers and addresses into keys and cells before anything leaves the district.`,
    ),
  noCollection: () => new Refusal('collect.unknown', 404, 'There is no such collection.'),
  noRows: () => new Refusal('homes.no-rows', 422, 'The file has a header and no rows.'),
  tooManyBad: (what: string, bad: number, rows: number, reasons: string) =>
    new Refusal(
      'homes.too-many-bad-rows',
      422,
      `${grouped(bad)} of the ${grouped(rows)} rows ${what} could not be read as they are, which is more than one in five. ${reasons}`,
    ),
  districtTwice: (leaId: string, first: string, second: string) =>
    new Refusal(
      'homes.district-twice',
      422,
      `District ${leaId} is both in ${first} and in ${second}. A file replaces all that a district sent before, so put its homes into one file. Nothing was changed.`,
    ),
  oneCell: (districts: readonly string[]) =>
    new Refusal(
      'homes.one-cell',
      422,
      `${districts.slice(0, 5).join(' ')}${districts.length > 5 ? ` ${districts.length - 5} more districts are so.` : ''} Do these students really live there, as in an apartment tower or a dormitory? Then run again with --many-in-one-place. If not, ask for a new file. Nothing was changed.`,
    ),
  severalStates: (name: string, fips: readonly string[]) =>
    new Refusal(
      'homes.several-states',
      422,
      `${name} holds homes of several states (FIPS ${fips.join(', ')}). A collection is of one: load each state from a file of its own. Nothing was changed.`,
    ),
  noSecret: (path: string) =>
    new Refusal(
      'homes.server-key',
      500,
      `${path} does not hold a server secret, which is 64 hexadecimal characters (or 32 bytes, as earlier versions wrote it). Restore it from a backup: with another one, students cannot be recognized from one collection to the next.`,
    ),
} as const;

/** A workbook of hundreds of columns is not listed to its end. */
const NAMES_SHOWN = 10;

function firstOf(names: readonly string[]): string {
  const more = names.length - NAMES_SHOWN;
  return names.slice(0, NAMES_SHOWN).join(', ') + (more > 0 ? ` and ${more} more columns` : '');
}
