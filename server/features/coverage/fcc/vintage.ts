/** Which filing a file belongs to: by its name, or by the flags of the command. */

import { STATE_USPS } from '../../../domain/states.ts';
import type { TechnologyCode } from '../../../domain/technology.ts';
import { fccErrors } from './errors.ts';

/** What a filing is keyed by. Dates are `YYYY-MM-DD`. */
export interface Vintage {
  readonly stateFips: string;
  readonly asOf: string;
  readonly revision: string;
}

/** The same, as far as the flags of the command give it. */
export interface VintageFlags {
  readonly stateFips?: string | undefined;
  readonly asOf?: string | undefined;
  readonly revision?: string | undefined;
}

export interface NamedFile extends Vintage {
  readonly technology: TechnologyCode;
}

/** Technology words of FCC file names. */
const TECHNOLOGY_WORDS: Readonly<Record<string, TechnologyCode>> = {
  other: 0,
  copper: 10,
  cable: 40,
  fibertothepremises: 50,
  gsosatellite: 60,
  ngsosatellite: 61,
  unlicensedfixedwireless: 70,
  licensedfixedwireless: 71,
  lbrfixedwireless: 72,
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAME = /^bdc_(\d{2})_([a-z]+)_fixed_broadband_([jd])(\d{2})_(\d{2})([a-z]{3})(\d{4})(?:\.|$)/i;

/**
 * Reads `bdc_{SS}_{Tech}_fixed_broadband_{J|D}{YY}_{ddmmmyyyy}.csv`: J is as of 30 June, D 31 December, the last date the
 * revision. Undefined when the name is of another form.
 */
export function readFileName(name: string): NamedFile | undefined {
  const match = NAME.exec(name);
  if (!match) return undefined;
  const [, stateFips = '', word = '', half = '', year = '', day = '', monthName = '', revisionYear = ''] = match;
  const technology = TECHNOLOGY_WORDS[word.toLowerCase()];
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  const revision = `${revisionYear}-${String(month).padStart(2, '0')}-${day}`;
  if (technology === undefined || !(stateFips in STATE_USPS) || !isDate(revision)) return undefined;
  return { stateFips, technology, asOf: `20${year}-${half.toLowerCase() === 'j' ? '06-30' : '12-31'}`, revision };
}

/**
 * The vintage of a file, from its name completed by the flags. Undefined when neither says all of it.
 *
 * @throws Refusal when a flag contradicts the name
 */
export function vintageOf(name: string, named: NamedFile | undefined, flags: VintageFlags): Vintage | undefined {
  for (const key of ['stateFips', 'asOf', 'revision'] as const)
    if (named && flags[key] !== undefined && flags[key] !== named[key])
      throw fccErrors.flagAgainstName(name, key, flags[key], named[key]);
  const { stateFips, asOf, revision } = { ...flags, ...named };
  return stateFips && asOf && revision ? { stateFips, asOf, revision } : undefined;
}

/** @throws Refusal when a flag is no state or no date */
export function checkFlags(flags: VintageFlags): void {
  if (flags.stateFips !== undefined && !(flags.stateFips in STATE_USPS)) throw fccErrors.notAState(flags.stateFips);
  for (const [flag, date] of [
    ['--as-of', flags.asOf],
    ['--revision', flags.revision],
  ] as const)
    if (date !== undefined && !isDate(date)) throw fccErrors.notADate(flag);
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
