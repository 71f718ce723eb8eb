import { aClaim, type Claim, LocationList } from './claims.ts';
import type { ProviderKey } from './providers.ts';
import type { Scene } from './scene.ts';
import { chance, hashText } from './seeded.ts';

/**
 * What providers filed before December 2025, from what they filed then: the first position of each pair is as of 30 June 2025, the second
 * December 2025 as first issued. Between them hollows are built, systems upgraded, copper given up and brands renamed; between the
 * first issue and the second the FCC removed what it did not believe and restored what it had removed in error.
 */
export function historyOf({ settlement, seed: root }: Scene, claims: readonly Claim[]): Claim[] {
  const seed = hashText('history', root);
  /** One number for a hollow, or for the cell in town: what is built is built along all of it. */
  const street = (at: number) => {
    const line = settlement.line[at] ?? -1;
    return line >= 0 ? line : 1_000_000 + (settlement.cell[at] ?? 0);
  };
  const isListed = (at: number) => chance(seed, at, 1) >= 0.012;
  const made = claims.flatMap((claim) => {
    const before = { ...claim, locations: [new LocationList(), new LocationList()] } as Claim;
    const slower = slowerBefore(claim);
    if (claim.provider === 'hawknest' && claim.technology === 70) before.brands = ['Hawknest Wireless', undefined];
    for (const at of claim.locations[0].values) {
      const isSlower = slower !== undefined && chance(seed, settlement.town[at] ?? 0, 2) < 0.25;
      const isBuilt = chance(seed, street(at), claim.technology, 3) >= (BUILT_SINCE[claim.technology] ?? 0);
      if (isListed(at) && isBuilt) (isSlower ? slower : before).locations[0].add(at);
      const wasLeftOut = claim.provider === 'redbud' && claim.technology === 50 && chance(seed, street(at), 4) < 0.04;
      if (!wasLeftOut) before.locations[1].add(at);
    }
    return slower ? [before, slower] : [before];
  });
  return [...made, ...goneSince({ settlement, seed }, claims, street)];
}

/** Shares of streets that were built between June and December 2025. */
const BUILT_SINCE: Partial<Record<number, number>> = { 50: 0.12, 71: 0.03, 72: 0.05 };

/** Systems that some towns had at a lower speed. */
function slowerBefore({ provider, technology, downloadMbps }: Claim): Claim | undefined {
  if (provider === 'larkspur' && technology === 40) return aClaim('larkspur', 40, 600, 15);
  if (provider === 'lantern' && technology === 10 && downloadMbps === 100) return aClaim('lantern', 10, 50, 5);
  return undefined;
}

/** Copper that was given up, locations that left the list, and circles on the map that the FCC took away. */
function goneSince(
  { settlement, seed }: { settlement: Scene['settlement']; seed: number },
  claims: readonly Claim[],
  street: (at: number) => number,
): Claim[] {
  const copper = aClaim('lantern', 10, 10, 1);
  const list = aClaim('farview', 60, 100, 5, false);
  const circles = aClaim('catamount', 71, 100, 20);
  const has = (keys: readonly ProviderKey[] | undefined, technology?: number) => {
    const found = new Uint8Array(settlement.count);
    for (const claim of claims)
      if ((!keys || keys.includes(claim.provider)) && (technology === undefined || claim.technology === technology))
        for (const at of claim.locations[0].values) found[at] = 1;
    return found;
  };
  const [listed, wired, claimed] = [has(undefined), has(undefined, 10), has(['catamount'], 71)];
  for (let at = 0; at < settlement.count; at++) {
    if (!wired[at] && listed[at] && chance(seed, street(at), 5) < 0.06) copper.locations[0].add(at);
    if (!listed[at]) list.locations[0].add(at);
    if (!claimed[at] && listed[at] && chance(seed, settlement.cell[at] ?? 0, 6) < 0.035) circles.locations[1].add(at);
  }
  return [copper, list, circles];
}
