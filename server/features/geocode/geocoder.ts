import type { Address, Locate, Located } from '../../domain/anonymize/index.ts';
import { type AddressIndex, NO_MATCH_WORDS, type NoMatch } from '../../domain/geocode/address-index.ts';
import { type AddressKeys, addressKeys } from '../../domain/geocode/keys.ts';
import { csvHeader, csvLine } from '../../platform/csv/write.ts';
import type { CensusMatch, DisclosedAddress } from './census.ts';

/** An address without a match; never leaves this machine. */
export interface Miss {
  readonly address: Address;
  readonly reason: NoMatch;
}

/** Asks an outside service for places, in order; undefined for those not found. */
export type AskElsewhere = (addresses: readonly DisclosedAddress[]) => Promise<readonly (CensusMatch | undefined)[]>;

/** Failures of an index that another geocoder may still resolve; it never learns the other addresses. */
const WORTH_ASKING: readonly NoMatch[] = ['unknown', 'elsewhere', 'ambiguous'];

/** Finds homes by address among address points, and collects those it does not find. */
export class Geocoder {
  readonly #index: AddressIndex | undefined;
  /** Outside results, by address. */
  readonly #learnt = new Map<string, Located>();
  #misses: Miss[] = [];

  /** @param index undefined: nothing is found until an outside service is asked */
  constructor(index?: AddressIndex) {
    this.#index = index;
  }

  readonly locate: Locate = (address) => {
    const found = this.#index?.match(address);
    if (found && 'quality' in found)
      return { point: { latitude: found.lat, longitude: found.lng }, quality: found.quality };
    const keys = addressKeys(address);
    const learnt = typeof keys === 'string' ? undefined : this.#learnt.get(nameOf(keys));
    if (learnt) return learnt;
    this.#misses.push({ address, reason: found?.unmatched ?? reasonOf(keys) });
    return undefined;
  };

  /** Every address without a match, in order, since the last `startOver`. */
  get misses(): readonly Miss[] {
    return this.#misses;
  }

  /** Clears the misses, before the same rows are read again. */
  startOver(): void {
    this.#misses = [];
  }

  /** Distinct addresses that an outside geocoder could find. */
  worthAsking(): number {
    return this.#open().size;
  }

  /** @returns how many were found */
  async learn(ask: AskElsewhere): Promise<number> {
    const open = [...this.#open()];
    const matches = await ask(open.map(([, { address, city, state, zip }]) => ({ address, city, state, zip })));
    let found = 0;
    for (const [i, [name]] of open.entries()) {
      const match = matches[i];
      if (!match) continue;
      this.#learnt.set(name, { point: { latitude: match.lat, longitude: match.lng }, quality: match.quality });
      found++;
    }
    return found;
  }

  #open(): Map<string, Address> {
    const open = new Map<string, Address>();
    for (const { address, reason } of this.#misses) {
      const keys = addressKeys(address);
      if (WORTH_ASKING.includes(reason) && typeof keys !== 'string') open.set(nameOf(keys), address);
    }
    return open;
  }
}

function reasonOf(keys: AddressKeys | 'incomplete' | 'box'): NoMatch {
  if (typeof keys === 'string') return keys;
  return keys.zip === 0 && keys.city === '' ? 'incomplete' : 'unknown';
}

/** Units share a building, and outside services know only buildings. */
function nameOf({ line, city, zip }: AddressKeys): string {
  return `${line}|${city}|${zip}`;
}

/**
 * The addresses without a match, as CSV for the people who maintain addresses. It identifies homes: for the
 * district's own machine only.
 *
 * @param lines line of the export for each miss, in order
 */
export function unmatchedCsv(misses: readonly Miss[], lines: readonly number[]): string {
  const rows = misses.map(({ address: { address, unit, city, state, zip }, reason }, i) =>
    csvLine([lines[i] ?? '', address, unit, city, state, zip, NO_MATCH_WORDS[reason]]),
  );
  return csvHeader(['line', 'address', 'unit', 'city', 'state', 'zip', 'why']) + rows.join('');
}
