/**
 * The filing that a file belongs to, by its name or by the flags of the command. The name says as well how a file is packed, and what a browser or a
 * desktop changed.
 */
import { isDay } from '../../../domain/day.ts';
import { STATE_USPS } from '../../../domain/states.ts';
import type { TechnologyCode } from '../../../domain/technology.ts';
import { fccErrors } from './errors.ts';

/** One state at one as-of date, whatever the revision. Dates are `YYYY-MM-DD`. */
export interface Period {
  readonly stateFips: string;
  readonly asOf: string;
}

/** Key of a filing. */
export interface Vintage extends Period {
  readonly revision: string;
}

/** The part of the key that the flags of the command give. */
export interface VintageFlags {
  readonly stateFips?: string | undefined;
  readonly asOf?: string | undefined;
  readonly revision?: string | undefined;
}

/**
 * The vintage of a file: its name, completed by the flags. Undefined when neither is complete. A name without a
 * revision belongs to the first vintages: unless `--revision` gives the issue date, it counts as the oldest, of the as-of date.
 *
 * @throws Refusal when a flag contradicts the name
 */
export function vintageOf(name: string, named: NamedFile | undefined, flags: VintageFlags): Vintage | undefined {
  for (const key of ['stateFips', 'asOf', 'revision'] as const) {
    const [flag, said] = [flags[key], named?.[key]];
    if (said !== undefined && flag !== undefined && flag !== said)
      throw fccErrors.flagAgainstName(name, key, flag, said);
  }
  const stateFips = named?.stateFips ?? flags.stateFips;
  const asOf = named?.asOf ?? flags.asOf;
  const revision = named?.revision ?? flags.revision ?? named?.asOf;
  return stateFips && asOf && revision ? { stateFips, asOf, revision } : undefined;
}

/** @throws Refusal when a flag is not a state or not a date */
export function checkFlags(flags: VintageFlags): void {
  if (flags.stateFips !== undefined && !(flags.stateFips in STATE_USPS)) throw fccErrors.notAState(flags.stateFips);
  for (const [flag, date] of [
    ['--as-of', flags.asOf],
    ['--revision', flags.revision],
  ] as const)
    if (date !== undefined && !isDay(date)) throw fccErrors.notADate(flag);
}

export interface NamedFile {
  readonly stateFips: string;
  readonly technology: TechnologyCode;
  /** `YYYY-MM-DD`, like `revision`. */
  readonly asOf: string;
  /** Undefined: a name of the first vintages, which have one publication and no revision. */
  readonly revision: string | undefined;
}

/** Technology words of FCC file names, in the form of newer vintages. */
export const FILE_WORDS: Readonly<Record<TechnologyCode, string>> = {
  0: 'Other',
  10: 'Copper',
  40: 'Cable',
  50: 'FibertothePremises',
  60: 'GSOSatellite',
  61: 'NGSOSatellite',
  70: 'UnlicensedFixedWireless',
  71: 'LicensedFixedWireless',
  72: 'LBRFixedWireless',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Suffixes of a second download or a copy: `x (1)`, `x(1)`, `x - Copy (2)`, `x copy 2`, `x (copy)`, `x - copia`, `x_1`,
 * `x 2`, and wget's `x.csv.1`. Two digits at most: `x_2024`, `x_part1` and `x_sample` are names that somebody chose.
 */
const COPY = '[ _+-]*\\((?:\\d{1,2}|copy(?: \\d{1,2})?)\\)|[ _+-]+cop(?:y|ia)(?:[ _]\\d{1,2})?|[ _+.-]\\d{1,2}';
const ENDING = '\\.(?:csv|gz|zip)';
const NAME = new RegExp(
  '^(?:cop(?:y of|ia de) )?bdc_(\\d{2})_([a-z-]+)_fixed_broadband_' +
    '(?:([jd])(\\d{2})_(\\d{2})([a-z]{3})(\\d{4})|(0630|1231)(\\d{2}))' +
    `(?:${COPY}|${ENDING})*$`,
  'i',
);
const PACKED = new RegExp(`\\.(csv|gz|zip)(?:${COPY})*$`, 'i');

/**
 * Parses `bdc_{SS}_{Tech}_fixed_broadband_{J|D}{YY}_{ddmmmyyyy}.csv`: J is as of 30 June, D 31 December, the last date the
 * revision; and `bdc_{SS}_{Tech}_fixed_broadband_{mmddyy}.csv` of the first vintages, with hyphenated technologies.
 * Undefined for any other form.
 */
export function readFileName(name: string): NamedFile | undefined {
  const match = NAME.exec(decoded(name));
  if (!match) return undefined;
  const [, stateFips = '', word = '', half = '', year = '', day = '', monthName = '', issued, first = '', firstYear] =
    match;
  const technology = technologyOf(word);
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  const revision = issued && `${issued}-${String(month).padStart(2, '0')}-${day}`;
  const isWhole = technology !== undefined && stateFips in STATE_USPS && (revision === undefined || isDay(revision));
  if (!isWhole) return undefined;
  const ofJune = half.toLowerCase() === 'j' || first === '0630';
  return { stateFips, technology, asOf: `20${firstYear ?? year}-${ofJune ? '06-30' : '12-31'}`, revision };
}

/** Looks up the word of a file name, hyphenated or not, in any case. */
export function technologyOf(word: string): TechnologyCode | undefined {
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  const asked = letters(word) === 'licensedbyrulefixedwireless' ? letters(FILE_WORDS[72]) : letters(word);
  const found = Object.entries(FILE_WORDS).find(([, known]) => letters(known) === asked);
  return found && (Number(found[0]) as TechnologyCode);
}

/** How a file is packed; undefined unless it is a `.csv`, `.csv.gz` or `.zip`. */
export function packingOf(name: string): 'plain' | 'gzip' | 'zip' | undefined {
  const ending = PACKED.exec(name)?.[1]?.toLowerCase();
  if (ending === 'gz') return /\.csv/i.test(name) ? 'gzip' : undefined;
  return ending === 'csv' ? 'plain' : ending === 'zip' ? 'zip' : undefined;
}

/** Whether to name an unreadable file: it may hold a technology that is then missing. */
export function looksLikeBdc(name: string): boolean {
  return /bdc|fixed[ _-]?broadband/i.test(name);
}

/** The name without packing and copy suffixes: the same table may come as .csv today and .csv (1).zip tomorrow. */
export function stemOf(name: string): string {
  return name.toLowerCase().replace(new RegExp(`(?:${COPY}|${ENDING})*$`, 'i'), '');
}

/** Some browsers leave a name URL-encoded: `..._12may2025%20(1).csv`. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
