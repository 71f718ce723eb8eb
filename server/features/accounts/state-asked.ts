/** Resolves the state that a command means. */
import { InvalidArgumentError } from 'commander';
import { stateFipsOf } from '../../domain/states.ts';
import type { Tx } from '../../platform/db.ts';
import { accountErrors } from './errors.ts';

/** @param text FIPS code, letters or name @returns two digits */
export function stateAsked(text: string): string {
  const fips = stateFipsOf(text);
  if (fips === undefined) throw new InvalidArgumentError(`"${text}" is no state. Write 54, WV or "West Virginia".`);
  return fips;
}

/**
 * The only state in the database: of its releases, collections and filings, or if there are none, of its places.
 *
 * @throws Refusal token.which-state when there are several, token.no-state when there is none
 */
export async function onlyState(tx: Tx): Promise<string> {
  const rows = await tx.rows<{ fips: string; tier: number }>(
    `-- one row: a state that something is loaded of
     select fips, min(tier) as tier
     from (
       select state_fips as fips, 1 as tier from published.releases
       union select state_fips, 1 from intake.collections
       union select state_fips, 1 from coverage.filings
       union select state_fips, 2 from places.places
     ) as known
     where fips is not null
     group by fips
     order by fips`,
  );
  const nearest = rows.filter(({ tier }) => tier === rows.reduce((least, row) => Math.min(least, row.tier), tier));
  const [only, ...others] = nearest;
  if (only === undefined) throw accountErrors.noState();
  if (others.length > 0) throw accountErrors.whichState(nearest.map(({ fips }) => fips));
  return only.fips;
}
