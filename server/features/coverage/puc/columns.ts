/** Maps columns of a filing to meanings: by the names in known kinds of filing, or as a person says. */
import { pucErrors } from './errors.ts';

/** First words of a speed's name, best first: advertised speed counts, not typical speed. */
const BEFORE = ['maxadvertised', 'maximumadvertised', 'maxadv', 'maxad', 'max', 'maximum', 'advertised', 'adv', ''];
const AFTER = ['', 'speed', 'speeds', 'mbps', 'speedmbps', 'bandwidth', 'rate', 'kbps', 'gbps'];

function speedNames(...ways: readonly string[]): string[] {
  const around = BEFORE.flatMap((before) => ways.flatMap((way) => AFTER.map((after) => before + way + after)));
  return [...around, ...ways.flatMap((way) => [`speed${way}`, `mbps${way}`, `maxspeed${way}`])];
}

/**
 * Aliases by meaning, compared without case and punctuation, best first. Sources: FCC BDC availability, State Broadband
 * Initiative (2009 to 2014), FCC Form 477, Utah's state filing. The FCC-style short names are unconfirmed; the command line
 * can override them.
 */
const ALIASES: Readonly<Record<Meaning, readonly string[]>> = {
  providerid: ['providerid', 'fccproviderid', 'provid'],
  frn: ['frn', 'providerfrn', 'fccfrn'],
  brandname: ['brandname', 'dbaname', 'dba', 'brand'],
  provname: [
    'provname',
    'providername',
    'provider',
    'company',
    'companyname',
    'hoconame',
    'holdingcompanyname',
    'holdingcompany',
    'isp',
    'ispname',
    'serviceprovider',
    'serviceprovidername',
    'carrier',
    'carriername',
    'compname',
    'proveedor',
  ],
  provcode: ['utprovcode', 'provcode', 'providercode'],
  technology: [
    'technology',
    'transtech',
    'techcode',
    'technologycode',
    'tech',
    'techtype',
    'technologytype',
    'transmissiontechnology',
    'technologydescription',
    'servicetechnology',
    'techdesc',
    'techname',
    'technologyname',
    'tecnologia',
  ],
  maxdown: speedNames('download', 'downstream', 'down', 'dl', 'dn', 'downld', 'descarga', 'bajada'),
  maxup: speedNames('upload', 'upstream', 'up', 'ul', 'upld', 'carga', 'subida'),
  speed: [
    'speed',
    'speeds',
    'maxspeed',
    'advertisedspeed',
    'maxadvertisedspeed',
    'speedtier',
    'downup',
    'bandwidth',
    'servicespeed',
    'velocidad',
  ],
  lowlatency: ['lowlatency'],
  bizrescode: ['bizrescode', 'businessresidentialcode', 'businessresidential', 'bizres'],
  consumer: ['consumer', 'residential'],
};

export const MEANINGS = [
  'providerid',
  'frn',
  'brandname',
  'provname',
  'provcode',
  'technology',
  'maxdown',
  'maxup',
  'speed',
  'lowlatency',
  'bizrescode',
  'consumer',
] as const;
export type Meaning = (typeof MEANINGS)[number];

/** The file's column for each meaning found. */
export type Mapping = Readonly<Partial<Record<Meaning, string>>>;

const WANTED = ['technology', 'maxdown', 'maxup'] as const satisfies readonly Meaning[];

/**
 * @param fields columns of the file
 * @param overrides column by meaning, as a person gave them
 * @throws Refusal when an override names an unknown meaning or column, or a required column is missing
 */
export function mapColumns(fields: readonly string[], overrides: Readonly<Record<string, string>> = {}): Mapping {
  const mapping = knownColumns(fields, overrides);
  for (const meaning of WANTED) {
    const isPaired = meaning !== 'technology' && mapping.speed !== undefined;
    if (!(meaning in mapping) && !isPaired) throw pucErrors.columnMissing(meaning, fields);
  }
  return mapping;
}

/** The recognized columns, even of a layer that is not a filing. */
export function knownColumns(fields: readonly string[], overrides: Readonly<Record<string, string>> = {}): Mapping {
  const mapping: Partial<Record<Meaning, string>> = {};
  const free = new Set(fields);
  for (const meaning of MEANINGS) {
    const column = byAlias(fields, ALIASES[meaning]) ?? byCutName([...free], ALIASES[meaning]);
    if (column === undefined) continue;
    mapping[meaning] = column;
    free.delete(column);
  }
  for (const [name, column] of Object.entries(overrides)) {
    const meaning = MEANINGS.find((m) => m === name.toLowerCase());
    if (!meaning) throw pucErrors.noSuchMeaning(name, MEANINGS);
    const found = fields.find((field) => field === column) ?? byAlias(fields, [plain(column)]);
    if (found === undefined) throw pucErrors.noSuchColumn(column, fields);
    mapping[meaning] = found;
  }
  if (mapping.maxdown !== undefined && mapping.maxup !== undefined && !('speed' in overrides)) delete mapping.speed;
  return mapping;
}

/** Each meaning found, with its column. */
export function columnsRead(mapping: Mapping): { readonly meaning: Meaning; readonly column: string }[] {
  return MEANINGS.flatMap((meaning) => (mapping[meaning] ? [{ meaning, column: mapping[meaning] }] : []));
}

function byAlias(fields: readonly string[], aliases: readonly string[]): string | undefined {
  for (const alias of aliases) {
    const found = fields.find((field) => plain(field) === alias);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Length to which a Shapefile cuts a name; names that would collide are shorter and numbered. */
const LONGEST_CUT = 10;

/**
 * A name as a Shapefile cuts it: ten letters, or fewer and a number ("max_adve_1") where an earlier column has the same cut.
 * Meanings are resolved in the column order of the known kinds of filing, download before upload, and each takes the first
 * remaining cut.
 */
function byCutName(fields: readonly string[], aliases: readonly string[]): string | undefined {
  for (const alias of aliases) {
    const found = fields.find((field) => {
      const cut = plain(field.replace(/_?\d{1,2}$/, ''));
      const isCut = field.length === LONGEST_CUT || (/\d$/.test(field) && field.length >= LONGEST_CUT - 1);
      return isCut && cut.length >= SHORTEST_CUT && cut.length < alias.length && alias.startsWith(cut);
    });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** "max_adve_1" has seven letters before its number. */
const SHORTEST_CUT = 6;

function plain(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
