import { wordingIn } from '../../wording.ts';

const { decimal, grouped } = wordingIn('en');

const gigabytes = (bytes: number) => `${decimal(bytes / 1e9, 1)} GB`;

interface FileInWords {
  readonly name: string;
  readonly rows: number;
}

function inWords(files: readonly FileInWords[]): string {
  return files.map(({ name, rows }) => `${name} (${grouped(rows)} rows)`).join(' and ');
}

/** A value of a file that was not the one wanted. */
interface FoundValue {
  readonly name: string;
  readonly line: number;
  readonly column: string;
  readonly found: string;
  readonly wanted: string;
}

/** Refusals of the FCC import. Each says which file, what was found and what to do. */

export const fccRefusals = {
  'fcc.not-found': ({ path }: { path: string }) =>
    `${path}: there is no such file or folder. Check the path and try again.`,
  'fcc.no-files': ({ paths }: { paths: readonly string[] }) =>
    `No fixed availability file in ${paths.join(', ')}. Files are named like bdc_54_Cable_fixed_broadband_D25_14jul2026.zip; ` +
    'for other names give --state, --as-of and --revision.',
  'fcc.unknown-kind': ({ name }: { name: string }) =>
    `${name}: give a .csv, a .csv.gz, a .zip of them, or a folder of such files.`,
  'fcc.unknown-vintage': ({ name }: { name: string }) =>
    `${name}: its name is not of the form bdc_{state}_{technology}_fixed_broadband_{J|D}{year}_{revision}. ` +
    'Say which filing it is with --state 54 --as-of 2025-12-31 --revision 2026-07-14.',
  'fcc.flag-against-name': ({
    name,
    option,
    flag,
    named,
  }: {
    name: string;
    option: string;
    flag: string;
    named: string;
  }) => `${name}: ${option} says ${flag}, the file name says ${named}. Leave the flag out.`,
  'fcc.not-a-state': ({ text }: { text: string }) =>
    `--state ${text}: write the two digits of the state's FIPS code, for example 54.`,
  'fcc.not-a-date': ({ flag }: { flag: string }) => `${flag}: write a date as YYYY-MM-DD, for example 2025-12-31.`,
  'fcc.twice': ({ first, second }: { first: string; second: string }) =>
    `${first} and ${second} are the same state, technology and revision, and not the same to the byte. Keep the right one (of a file and the ` +
    'archive it came in, either) and give that alone.',
  'fcc.zip-unreadable': ({ name }: { name: string }) => `${name}: cannot be read as a zip archive. Download it again.`,
  'fcc.zip-encrypted': ({ name }: { name: string }) =>
    `${name}: the archive has a password. Give the files without one.`,
  'fcc.zip-empty': ({ name, others }: { name: string; others: readonly string[] }) =>
    `${name}: there is no .csv file in the archive.${others.length === 0 ? '' : ` Unpack it, and give what is in it: ${others.join(', ')}.`}`,
  'fcc.gzip-unreadable': ({ name }: { name: string }) => `${name}: cannot be read as a gzip file. Download it again.`,
  'fcc.bomb': ({ name, ratio }: { name: string; ratio: number }) =>
    `${name}: it unpacks to more than ${ratio} times its size, which no FCC file does. Download it again from the FCC.`,
  'fcc.no-room': ({ name, needed, free }: { name: string; needed: number; free: number }) =>
    `${name}: unpacking needs ${gigabytes(needed)}, the data folder has ${gigabytes(free)} free. Make room, or set GAPMAP_DATA_DIR.`,
  'fcc.empty': ({ name }: { name: string }) => `${name}: the file is empty. Download it again.`,
  'fcc.header': ({ name, missing }: { name: string; missing: readonly string[] }) =>
    `${name}, line 1: the header has no column ${missing.join(', ')}. ` +
    'Give the file as the FCC publishes it, with its header line.',
  'fcc.bad-value': ({ name, line, column, found, wanted }: FoundValue) =>
    `${name}, line ${line}, column ${column}: found ${found} where ${wanted} was expected. ` +
    'Nothing was loaded. Correct the line or download the file again.',
  'fcc.cut-number': ({ name, line, column, found, wanted }: FoundValue) =>
    `${name}, line ${line}, column ${column}: found "${found.trim()}" where ${wanted} was expected. A spreadsheet or statistics ` +
    'program wrote the number so, and digits of it may be lost. Nothing was loaded. Download the file again, and give it as it came, without opening it.',
  'fcc.rounded-locations': ({ name, line }: { name: string; line: number }) =>
    `${name}, line ${line}, column location_id: location ids were rounded, half of the rows or more have one that ends in 000. ` +
    'Different locations became one. Nothing was loaded. Download the file again, and give it as it came, without opening it.',
  'fcc.no-rows': ({ name }: { name: string }) => `${name}: there is a header and no row. Download it again.`,
  'fcc.bad-line': ({ name, line, found }: { name: string; line: number | undefined; found: string }) =>
    `${name}${line === undefined ? '' : `, line ${line}`}: ${found}. Nothing was loaded. Correct the line or download the file again.`,
  'fcc.another-file': ({
    title,
    technology,
    loadedFiles,
    givenFiles,
  }: {
    title: string;
    technology: string;
    loadedFiles: readonly FileInWords[];
    givenFiles: readonly FileInWords[];
  }) =>
    `${title}: ${technology} is loaded from ${inWords(loadedFiles)}, and ${inWords(givenFiles)} is another. Give it together with what is ` +
    'loaded if it adds to it; if it is the right one, add --replace.',
  'fcc.not-kept': ({
    name,
    revision,
    state,
    kept,
  }: {
    name: string;
    revision: string;
    state: 'missing' | 'damaged';
    kept: string | undefined;
  }) =>
    `${name} of revision ${revision} counts too, and its rows are ${state}${kept ? ` in the data folder (fcc/${kept})` : ': it was imported before Gapmap kept them'}. ` +
    'Nothing was loaded. Give that file again, together with these.',
  'fcc.incomplete': ({
    stateFips,
    asOf,
    before,
    missing,
  }: {
    stateFips: string;
    asOf: string;
    before: string;
    missing: readonly string[];
  }) =>
    `State ${stateFips} as of ${asOf}: there is no file of ${missing.join(', ')}, which the vintage as of ${before} has. ` +
    `Nothing was loaded. Give the missing files too; if the FCC published none, add --without ${missing.join(',')}.`,
  'fcc.not-a-technology': ({ word, words }: { word: string; words: readonly string[] }) =>
    `--without ${word}: write technologies as FCC file names do: ${words.join(', ')}.`,
  'fcc.not-absent': ({ technology, name }: { technology: string; name: string }) =>
    `--without ${technology}: there is a file of it, ${name}. Leave the flag out, or the file.`,
  'fcc.meanwhile': 'Another import changed the same filing meanwhile. Run this one again.',
};
