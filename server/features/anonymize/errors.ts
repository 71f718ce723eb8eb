import { Refusal } from '../../platform/problem.ts';

/** Why an export is not anonymized. No message repeats a value of the file. */
export const anonymizeErrors = {
  noFile: (path: string) => new Refusal('anonymize.no-file', 404, `There is no file at ${path}.`),
  noKey: (path: string) =>
    new Refusal(
      'anonymize.no-key',
      404,
      `There is no key at ${path}. For a district's first file run again with --new-key, which makes one there. If the district made a key before, find it: with a new key none of its students can be recognized from former collections.`,
    ),
  keyExists: (path: string) =>
    new Refusal(
      'anonymize.key-exists',
      409,
      `${path} is there already. Run again without --new-key to use it, so that students stay recognizable.`,
    ),
  /** @param line the person named, if any */
  noHeader: (line?: number) =>
    new Refusal(
      'anonymize.no-header',
      422,
      line === undefined
        ? 'No line among the first 30 names columns that Gapmap knows. Export again with a line of column names, such as student_id, latitude, longitude, or say with --header-line where it stands.'
        : `Line ${line} is blank or not among the first lines of the file. Give --header-line the line that names the columns.`,
    ),
  headerLine: () =>
    new Refusal('anonymize.header-line', 422, '--header-line takes the number of a line, such as 3; the first is 1.'),
  columns: (text: string) =>
    new Refusal(
      'anonymize.columns',
      422,
      `--columns takes pairs such as student_id=Student_Number, separated by commas; ${text}.`,
    ),
  residence: () =>
    new Refusal(
      'anonymize.residence',
      422,
      '--residence takes pairs of a code and what it means, none (counted without a place) or home, separated by commas: DU=none,F=home. Where a code differs from column to column, write COLUMN:CODE=none.',
    ),
  residenceUnmet: (values: number) =>
    new Refusal(
      'anonymize.residence-unmet',
      422,
      `${values === 1 ? 'One value' : `${values} values`} given by --residence cannot be found among the codes that are asked about. Nothing was written. Write them as the file does; of a column of homelessness what is plain is turned only by COLUMN:CODE=home; and name the column by --columns homeless=... or address_type=... if it was not found.`,
    ),
  onePlace: (question: string) =>
    new Refusal(
      'anonymize.one-place',
      422,
      `${question} Nothing was written. If they do, run again with --many-in-one-place. If not, name the home's columns by --columns latitude=...,longitude=..., or leave these out by --columns latitude=,longitude= and have the homes placed by their addresses with --address-points.`,
    ),
  noRows: () => new Refusal('anonymize.no-rows', 422, 'The file names columns and has no rows.'),
  tooManyBad: (bad: number, rows: number, reasons: string) =>
    new Refusal(
      'anonymize.too-many-bad-rows',
      422,
      `${bad} of ${rows} rows cannot be used as they are, which is more than one in five. Nothing was written. ${reasons} Mend the export, or run again with --leave-out-bad-rows.`,
    ),
} as const;
