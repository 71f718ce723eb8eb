/** Which column of a filing holds what: by name, as the known kinds of filing write them, or as a person says. */
import { Refusal } from '../../../platform/problem.ts';

/**
 * Aliases by meaning, compared without case and punctuation, best first. Sources: FCC BDC availability, State Broadband
 * Initiative (2009 to 2014), FCC Form 477, Utah's state filing. The FCC-style short names are unconfirmed, hence the
 * override on the command line.
 */
const ALIASES = {
  providerid: ['providerid', 'fccproviderid', 'provid'],
  frn: ['frn', 'providerfrn', 'fccfrn'],
  brandname: ['brandname', 'dbaname', 'dba'],
  provname: ['provname', 'providername', 'provider', 'company', 'hoconame', 'holdingcompanyname'],
  provcode: ['utprovcode', 'provcode', 'providercode'],
  technology: ['technology', 'transtech', 'techcode', 'technologycode', 'tech', 'techtype'],
  maxdown: [
    'maxdown',
    'maxaddown',
    'maxadvertiseddownloadspeed',
    'maxadvdown',
    'maxdownload',
    'downloadmbps',
    'downmbps',
    'downloadspeed',
    'download',
  ],
  maxup: [
    'maxup',
    'maxadup',
    'maxadvertiseduploadspeed',
    'maxadvup',
    'maxupload',
    'uploadmbps',
    'upmbps',
    'uploadspeed',
    'upload',
  ],
  lowlatency: ['lowlatency'],
  bizrescode: ['bizrescode', 'businessresidentialcode', 'businessr', 'bizres'],
  consumer: ['consumer', 'residential'],
} as const satisfies Record<string, readonly string[]>;

export type Meaning = keyof typeof ALIASES;
export const MEANINGS = Object.keys(ALIASES) as readonly Meaning[];

/** The column of each meaning the file has. */
export type Mapping = Readonly<Partial<Record<Meaning, string>>>;

const WANTED: Partial<Record<Meaning, string>> = {
  technology: 'the technology',
  maxdown: 'the download speed',
  maxup: 'the upload speed',
};

/**
 * @param fields columns of the file
 * @param overrides column by meaning, as a person said
 * @throws Refusal when an override names a meaning or column there is not, or a wanted column is missing
 */
export function mapColumns(fields: readonly string[], overrides: Readonly<Record<string, string>> = {}): Mapping {
  const mapping: Partial<Record<Meaning, string>> = {};
  for (const meaning of MEANINGS) {
    const column = byAlias(fields, ALIASES[meaning]);
    if (column !== undefined) mapping[meaning] = column;
  }
  for (const [name, column] of Object.entries(overrides)) {
    const meaning = MEANINGS.find((m) => m === name.toLowerCase());
    if (!meaning)
      throw new Refusal('puc.columns', 400, `"${name}" is no meaning of a column; use one of ${MEANINGS.join(', ')}.`);
    const found = fields.find((field) => field === column) ?? byAlias(fields, [plain(column)]);
    if (found === undefined)
      throw new Refusal('puc.columns', 400, `The file has no column "${column}". It has ${fields.join(', ')}.`);
    mapping[meaning] = found;
  }
  for (const [meaning, what] of Object.entries(WANTED)) {
    if (!(meaning in mapping))
      throw new Refusal(
        'puc.columns',
        400,
        `No column holds ${what}. The file has ${fields.join(', ')}; name the right one with --columns ${meaning}=COLUMN.`,
      );
  }
  return mapping;
}

/** "technology from TRANSTECH", for each meaning found. */
export function describeMapping(mapping: Mapping): string[] {
  return MEANINGS.flatMap((meaning) => (mapping[meaning] ? [`${meaning} from ${mapping[meaning]}`] : []));
}

function byAlias(fields: readonly string[], aliases: readonly string[]): string | undefined {
  for (const alias of aliases) {
    const found = fields.find((field) => plain(field) === alias);
    if (found !== undefined) return found;
  }
  return undefined;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
