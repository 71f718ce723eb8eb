/** Resolves a filing's providers to ids of the FCC list, by id, FRN or name. */
import type { Tx } from '../../../platform/db.ts';

export interface FiledProvider {
  readonly id: string;
  readonly frn: string;
  readonly names: readonly string[];
}

/** @returns the provider id, or null when the list gives no certain match */
export type FindProvider = (filed: FiledProvider) => number | null;

export async function providerFinder(tx: Tx): Promise<FindProvider> {
  const providers = await tx.rows<{
    provider_id: number;
    name: string;
    holding_company: string | null;
    frns: string[];
  }>('select provider_id, name, holding_company, frns from coverage.providers');
  const ids = new Set(providers.map((p) => p.provider_id));
  const byFrn = new Map(providers.flatMap((p) => p.frns.map((frn) => [frn, p.provider_id] as const)));
  const byName = new Map<string, number | null>();
  for (const provider of providers) {
    for (const name of new Set([plainName(provider.name), plainName(provider.holding_company ?? '')])) {
      // A name that two providers share is no match.
      if (name !== '') byName.set(name, byName.has(name) ? null : provider.provider_id);
    }
  }
  return ({ id, frn, names }) => {
    if (/^\d+$/.test(id) && ids.has(Number(id))) return Number(id);
    const found = /^\d{1,10}$/.test(frn) ? byFrn.get(frn.padStart(10, '0')) : undefined;
    if (found !== undefined) return found;
    for (const name of names) {
      const known = byName.get(plainName(name));
      if (known !== undefined && known !== null) return known;
    }
    return null;
  };
}

/** "Acme Fiber, L.L.C." and "ACME FIBER" are one. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[.']/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(inc|llc|lp|corp|corporation|company|co|ltd|the)\b/g, '')
    .replace(/ +/g, ' ')
    .trim();
}
