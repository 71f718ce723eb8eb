import type { Address, Locate, Located } from '../../domain/anonymize/index.ts';
import { type AddressIndex, NO_MATCH_WORDS, type NoMatch } from '../../domain/geocode/address-index.ts';
import { type AddressKeys, addressKeys } from '../../domain/geocode/keys.ts';
import { csvHeader, csvLine } from '../../platform/csv/write.ts';
import type { CensusMatch, DisclosedAddress } from './census.ts';

/** An address that was not found; stays on this machine. */
export interface Miss {
  readonly address: Address;
  readonly reason: NoMatch;
}

/** Asks somebody else for places, in order; undefined for those not found. */
export type AskElsewhere = (addresses: readonly DisclosedAddress[]) => Promise<readonly (CensusMatch | undefined)[]>;

/** What an index may fail at and a geocoder elsewhere may still find; the others it is not even told. */
const WORTH_ASKING: readonly NoMatch[] = ['unknown', 'elsewhere', 'ambiguous'];

/** Finds homes by their addresses among address points, and keeps what it did not find. */
export class Geocoder {
  readonly #index: AddressIndex | undefined;
  /** What others found, by address. */
  readonly #learnt = new Map<string, Located>();
  #misses: Miss[] = [];

  /** @param index undefined: nothing is found until it is asked elsewhere */
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

  /** Every address asked for and not found, in order, since the last `startOver`. */
  get misses(): readonly Miss[] {
    return this.#misses;
  }

  /** Forgets what was not found, before the same rows are read again. */
  startOver(): void {
    this.#misses = [];
  }

  /** Distinct addresses that a geocoder elsewhere could find. */
  worthAsking(): number {
    return this.#open().size;
  }

  /** @returns how many of them were found */
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

/** Units share a building, and whoever is asked knows buildings. */
function nameOf({ line, city, zip }: AddressKeys): string {
  return `${line}|${city}|${zip}`;
}

/**
 * The list of addresses that were not found, as CSV for the people who keep addresses. It names homes: it is for the
 * district's own machine.
 *
 * @param lines line of the export each miss is on, in order
 */
export function unmatchedCsv(misses: readonly Miss[], lines: readonly number[]): string {
  const rows = misses.map(({ address: { address, unit, city, state, zip }, reason }, i) =>
    csvLine([lines[i] ?? '', address, unit, city, state, zip, NO_MATCH_WORDS[reason]]),
  );
  return csvHeader(['line', 'address', 'unit', 'city', 'state', 'zip', 'why']) + rows.join('');
}
