/** Refusals of the FCC import. Each says which file, what was found and what to do. */
import { Refusal } from '../../../platform/problem.ts';

const FLAG_OF = { stateFips: '--state', asOf: '--as-of', revision: '--revision' } as const;
const refuse = (code: string, message: string, options?: ErrorOptions) =>
  new Refusal(`fcc.${code}`, 422, message, options);

export const fccErrors = {
  notFound: (path: string) =>
    refuse('not-found', `${path}: there is no such file or folder. Check the path and try again.`),
  noFiles: (paths: readonly string[]) =>
    refuse(
      'no-files',
      `No fixed availability file in ${paths.join(', ')}. Files are named like bdc_54_Cable_fixed_broadband_D25_14jul2026.zip; ` +
        'for other names give --state, --as-of and --revision.',
    ),
  unknownKind: (name: string) =>
    refuse('unknown-kind', `${name}: give a .csv, a .csv.gz, a .zip of them, or a folder of such files.`),
  unknownVintage: (name: string) =>
    refuse(
      'unknown-vintage',
      `${name}: its name is not of the form bdc_{state}_{technology}_fixed_broadband_{J|D}{year}_{revision}. ` +
        'Say which filing it is with --state 54 --as-of 2025-12-31 --revision 2026-07-14.',
    ),
  flagAgainstName: (name: string, key: keyof typeof FLAG_OF, flag: string, named: string) =>
    refuse(
      'flag-against-name',
      `${name}: ${FLAG_OF[key]} says ${flag}, the file name says ${named}. Leave the flag out.`,
    ),
  notAState: (text: string) =>
    refuse('not-a-state', `--state ${text}: write the two digits of the state's FIPS code, for example 54.`),
  notADate: (flag: string) => refuse('not-a-date', `${flag}: write a date as YYYY-MM-DD, for example 2025-12-31.`),
  twice: (first: string, second: string) =>
    refuse(
      'twice',
      `${first} and ${second} are the same state, technology and revision, and not the same to the byte. Keep the right one (of a file and the ` +
        'archive it came in, either) and give that alone.',
    ),
  zipUnreadable: (name: string, cause: unknown) =>
    refuse('zip-unreadable', `${name}: cannot be read as a zip archive. Download it again.`, { cause }),
  zipEncrypted: (name: string) =>
    refuse('zip-encrypted', `${name}: the archive has a password. Give the files without one.`),
  zipEmpty: (name: string, others: readonly string[]) =>
    refuse(
      'zip-empty',
      `${name}: there is no .csv file in the archive.${others.length === 0 ? '' : ` Unpack it, and give what is in it: ${others.join(', ')}.`}`,
    ),
  gzipUnreadable: (name: string, cause: unknown) =>
    refuse('gzip-unreadable', `${name}: cannot be read as a gzip file. Download it again.`, { cause }),
  bomb: (name: string, ratio: number) =>
    refuse(
      'bomb',
      `${name}: it unpacks to more than ${ratio} times its size, which no FCC file does. Download it again from the FCC.`,
    ),
  noRoom: (name: string, needed: number, free: number) =>
    refuse(
      'no-room',
      `${name}: unpacking needs ${gigabytes(needed)}, the data folder has ${gigabytes(free)} free. Make room, or set GAPMAP_DATA_DIR.`,
    ),
  empty: (name: string) => refuse('empty', `${name}: the file is empty. Download it again.`),
  header: (name: string, missing: readonly string[]) =>
    refuse(
      'header',
      `${name}, line 1: the header has no column ${missing.join(', ')}. ` +
        'Give the file as the FCC publishes it, with its header line.',
    ),
  cell: (name: string, line: number, column: string, found: string, wanted: string) =>
    refuse(
      'bad-value',
      `${name}, line ${line}, column ${column}: found ${found} where ${wanted} was expected. ` +
        'Nothing was loaded. Correct the line or download the file again.',
    ),
  cut: (name: string, line: number, column: string, found: string, wanted: string) =>
    refuse(
      'cut-number',
      `${name}, line ${line}, column ${column}: found "${found.trim()}" where ${wanted} was expected. A spreadsheet or statistics ` +
        'program wrote the number so, and digits of it may be lost. Nothing was loaded. Download the file again, and give it as it came, without opening it.',
    ),
  rounded: (name: string, line: number) =>
    refuse(
      'rounded-locations',
      `${name}, line ${line}, column location_id: location ids were rounded, half of the rows or more have one that ends in 000. ` +
        'Different locations became one. Nothing was loaded. Download the file again, and give it as it came, without opening it.',
    ),
  noRows: (name: string) => refuse('no-rows', `${name}: there is a header and no row. Download it again.`),
  structure: (name: string, line: number | undefined, found: string) =>
    refuse(
      'bad-line',
      `${name}${line === undefined ? '' : `, line ${line}`}: ${found}. Nothing was loaded. Correct the line or download the file again.`,
    ),
  another: (title: string, technology: string, loaded: readonly FileInWords[], given: readonly FileInWords[]) =>
    refuse(
      'another-file',
      `${title}: ${technology} is loaded from ${inWords(loaded)}, and ${inWords(given)} is another. Give it together with what is ` +
        'loaded if it adds to it; if it is the right one, add --replace.',
    ),
  notKept: (name: string, revision: string, state: 'missing' | 'damaged', kept: string | undefined) =>
    refuse(
      'not-kept',
      `${name} of revision ${revision} counts too, and its rows are ${state}${kept ? ` in the data folder (fcc/${kept})` : ': it was imported before Gapmap kept them'}. ` +
        'Nothing was loaded. Give that file again, together with these.',
    ),
  incomplete: (stateFips: string, asOf: string, before: string, missing: readonly string[]) =>
    refuse(
      'incomplete',
      `State ${stateFips} as of ${asOf}: there is no file of ${missing.join(', ')}, which the vintage as of ${before} has. ` +
        `Nothing was loaded. Give the missing files too; if the FCC published none, add --without ${missing.join(',')}.`,
    ),
  notATechnology: (word: string, words: readonly string[]) =>
    refuse('not-a-technology', `--without ${word}: write technologies as FCC file names do: ${words.join(', ')}.`),
  notAbsent: (technology: string, name: string) =>
    refuse('not-absent', `--without ${technology}: there is a file of it, ${name}. Leave the flag out, or the file.`),
  meanwhile: () => refuse('meanwhile', 'Another import changed the same filing meanwhile. Run this one again.'),
};

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;

interface FileInWords {
  readonly name: string;
  readonly rows: number;
}

function inWords(files: readonly FileInWords[]): string {
  return files.map(({ name, rows }) => `${name} (${rows.toLocaleString('en-US')} rows)`).join(' and ');
}
