/** The filing that a file belongs to: by its name, or by the flags of the command. */

import { isDay } from '../../../domain/day.ts';
import { STATE_USPS } from '../../../domain/states.ts';
import { fccErrors } from './errors.ts';
import type { NamedFile } from './file-name.ts';

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
