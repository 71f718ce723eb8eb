/** Which filing a file belongs to: by its name, or by the flags of the command. */

import { isDay } from '../../../domain/day.ts';
import { STATE_USPS } from '../../../domain/states.ts';
import { fccErrors } from './errors.ts';
import type { NamedFile } from './file-name.ts';

/** One state at one as-of date, whatever the revision. Dates are `YYYY-MM-DD`. */
export interface Period {
  readonly stateFips: string;
  readonly asOf: string;
}

/** What a filing is keyed by. */
export interface Vintage extends Period {
  readonly revision: string;
}

/** The same, as far as the flags of the command give it. */
export interface VintageFlags {
  readonly stateFips?: string | undefined;
  readonly asOf?: string | undefined;
  readonly revision?: string | undefined;
}

/**
 * The vintage of a file, from its name completed by the flags. Undefined when neither says all of it. A name without a
 * revision is of the first vintages: unless `--revision` says when it was issued, it counts as the oldest, of the as-of date.
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

/** @throws Refusal when a flag is no state or no date */
export function checkFlags(flags: VintageFlags): void {
  if (flags.stateFips !== undefined && !(flags.stateFips in STATE_USPS)) throw fccErrors.notAState(flags.stateFips);
  for (const [flag, date] of [
    ['--as-of', flags.asOf],
    ['--revision', flags.revision],
  ] as const)
    if (date !== undefined && !isDay(date)) throw fccErrors.notADate(flag);
}
