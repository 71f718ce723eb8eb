/** Why an export is not anonymized. */
const PAIRS = '--columns takes pairs such as student_id=Student_Number, separated by commas';

export const anonymizeRefusals = {
  'anonymize.no-file': ({ path }: { path: string }) => `There is no file at ${path}.`,
  'anonymize.no-key': ({ path }: { path: string }) =>
    `There is no key at ${path}. For a district's first file run again with --new-key, which makes one there. If the district made a key before, find it: with a new key none of its students can be recognized from former collections.`,
  'anonymize.key-exists': ({ path }: { path: string }) =>
    `${path} is there already. Run again without --new-key to use it, so that students stay recognizable.`,
  'anonymize.no-header': ({ line, flag }: { line: number | undefined; flag: string }) =>
    line === undefined
      ? `No line among the first 30 names columns that Gapmap knows. Export again with a line of column names, such as student_id, latitude, longitude, or say with ${flag} where it stands.`
      : `Line ${line} is blank or not among the first lines of the file. Give ${flag} the line that names the columns.`,
  'anonymize.header-line':
    '--header-line and --answers-header-line take the number of a line, such as 3; the first is 1.',
  'anonymize.columns/no-such-use': ({ uses }: { uses: readonly string[] }) =>
    `${PAIRS}; the words before "=" are ${uses.join(', ')}.`,
  'anonymize.columns/no-such-column': ({ use }: { use: string }) =>
    `${PAIRS}; the file has no column of the name given for ${use}.`,
  'anonymize.answers': ({ faults }: { faults: string }) =>
    `The answers cannot be joined. ${faults} Name columns by --answers-columns student_id=...,internet_access=... and where the names of the columns stand by --answers-header-line.`,
  'anonymize.answers-only': ({ hasNumbers }: { hasNumbers: boolean }) =>
    `This file has answers but no homes. Add your student export to join them: gapmap anonymize EXPORT --answers THIS_FILE --district ... If it has homes, name their columns: --columns latitude=...,longitude=... or address=...${hasNumbers ? '' : ' Answers are joined by student number, and no column of this file was found to hold it: name it by --answers-columns student_id=... Names do not do.'}`,
  'anonymize.answers-swapped':
    'The file given first has no homes, and the file of answers has. Give them the other way round: first the export with the homes, then --answers with the form.',
  'anonymize.none-joined': ({ rows }: { rows: number }) =>
    `None of ${rows} answers has a student in the export, so nothing was written. Most likely the two files hold different numbers, such as the district's and the state's. Name the same number in both: --columns student_id=... for the export, --answers-columns student_id=... for the answers.`,
  'anonymize.residence':
    '--residence takes pairs of a code and what it means, none (counted without a place) or home, separated by commas: DU=none,F=home. Where a code differs from column to column, write COLUMN:CODE=none.',
  'anonymize.residence-unmet': ({ valueCount }: { valueCount: number }) =>
    `${valueCount === 1 ? 'One value' : `${valueCount} values`} given by --residence cannot be found among the codes that are asked about. Nothing was written. Write them as the file does; of a column of homelessness what is plain is turned only by COLUMN:CODE=home; and name the column by --columns homeless=... or address_type=... if it was not found.`,
  'anonymize.one-place': ({ question }: { question: string }) =>
    `${question} Nothing was written. If they do, run again with --many-in-one-place. If not, name the home's columns by --columns latitude=...,longitude=..., or leave these out by --columns latitude=,longitude= and have the homes placed by their addresses with --address-points.`,
  'anonymize.no-rows': 'The file names columns and has no rows.',
  'anonymize.too-many-bad-rows': ({ bad, rows, reasons }: { bad: number; rows: number; reasons: string }) =>
    `${bad} of ${rows} rows cannot be used as they are, which is more than one in five. Nothing was written. ${reasons} Mend the export, or run again with --leave-out-bad-rows.`,
};
