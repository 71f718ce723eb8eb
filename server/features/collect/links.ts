import type { Coordinator } from '../../domain/actor.ts';
import { DAY_MS } from '../../domain/day.ts';
import type { Db } from '../../platform/db.ts';
import { issueLink, revokeLink } from '../accounts/index.ts';
import type { Doer } from '../audit/index.ts';
import type { Collection, LinksAnswer } from './contract.ts';
import { districtName } from './districts.ts';
import { collectErrors } from './errors.ts';

/** A link outlives the window for latecomers. */
export const DAYS_AFTER_WINDOW = 14;
const DAYS_WITHOUT_WINDOW = 30;
const MOST_DAYS = 366;

/**
 * Makes a link for each district and revokes its earlier one for this collection.
 *
 * @param origin base of the address, such as https://gapmap.example.gov
 * @returns the links, shown this once
 */
export async function makeLinks(
  deps: { db: Db },
  coordinator: Coordinator,
  collection: Collection,
  { leaIds, days, origin, doer }: { leaIds: readonly string[]; days: number | undefined; origin: string; doer: Doer },
): Promise<LinksAnswer> {
  const links: LinksAnswer['links'] = [];
  for (const leaId of leaIds) {
    const name = await deps.db.as(coordinator, (tx) => districtName(tx, leaId));
    const link = {
      role: 'district' as const,
      leaId,
      label: name.slice(0, 90),
      days: days ?? daysOf(collection, new Date()),
      collectionId: collection.id,
    };
    const made = await issueLink(deps, coordinator, link, doer);
    links.push({
      leaId,
      url: `${origin}${made.link}?to=/collect`,
      tokenId: made.id,
      expiresAt: made.expiresAt.toISOString(),
    });
  }
  return { links };
}

/** @throws Refusal collect.unknown-link when no collection has this link, or it has expired */
export async function endLink(deps: { db: Db }, coordinator: Coordinator, tokenId: number, doer: Doer): Promise<void> {
  const found = await deps.db.as(coordinator, (tx) => tx.maybe('select from accounts.links where id = $1', [tokenId]));
  if (!found) throw collectErrors.unknownLink();
  await revokeLink(deps, coordinator, tokenId, doer);
}

/** Days from now until two weeks after the window. */
export function daysOf({ closesOn }: Pick<Collection, 'closesOn'>, now: Date): number {
  if (closesOn === null) return DAYS_WITHOUT_WINDOW;
  const left = Math.ceil((Date.parse(`${closesOn}T00:00:00Z`) - now.getTime()) / DAY_MS);
  return Math.min(MOST_DAYS, Math.max(1, left + DAYS_AFTER_WINDOW));
}
