import distance from '@turf/distance';
import type { Address } from '../anonymize/place/place.ts';
import { textHash } from './hash.ts';
import { type AddressKeys, addressKeys, cityKey } from './keys.ts';

/** One place with an address, from a state's file. */
export interface AddressPoint extends Address {
  /** A second name of the town: the postal one besides the municipality. */
  readonly otherCity?: string;
  readonly lng: number;
  readonly lat: number;
}

/**
 * Confidence of a match, best first: `exact` the same words; `normalized` the same address in other words (Rd for
 * Road, # for Apt); `building` the same except for the unit; `street-zip` number, street and ZIP code, in another town;
 * `street-city` number, street and town, with another ZIP code.
 */
export const MATCH_QUALITIES = ['exact', 'normalized', 'building', 'street-zip', 'street-city'] as const;
export type MatchQuality = (typeof MATCH_QUALITIES)[number];

/** Why an address has no match; words in `NO_MATCH_WORDS`. */
export type NoMatch = 'incomplete' | 'box' | 'unknown' | 'elsewhere' | 'ambiguous';

export const NO_MATCH_WORDS: Record<NoMatch, string> = {
  incomplete: 'there is no number and street, or neither town nor ZIP code',
  box: 'it is a post office box, which is nobody’s home',
  unknown: 'no address point has this number and street',
  elsewhere: 'this number and street are only in another town and ZIP code',
  ambiguous: 'several places far apart have this address',
};

export type Match =
  | { readonly lng: number; readonly lat: number; readonly quality: MatchQuality }
  | { readonly unmatched: NoMatch };

/** Points of one address farther apart are different places. A home's cell measures about 900 m across. */
const ONE_PLACE_METERS = 200;

/** Columns of a point: hash of number and street (two), of unit, of raw text, of towns (two), ZIP code, lng, lat. */
const WIDTH = 9;
const [LINE, LINE_2, UNIT, RAW, CITY, CITY_2, ZIP, LNG, LAT] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
/** Units of the fixed-point degrees: 1 cm. */
const PER_DEGREE = 1e7;

/**
 * Finds addresses among those of a state. Stores no text: 36 bytes a point and 12 more of index, so two million
 * points take about 100 MB. Two different streets collide with a probability of 2^-64.
 */
export class AddressIndex {
  #rows = new Int32Array(1024 * WIDTH);
  /** The next point in the same slot, or -1. */
  #next = new Int32Array(1024);
  /** First point of each slot, or -1. */
  #slots = new Int32Array(2048).fill(-1);
  #count = 0;

  static of(points: Iterable<AddressPoint>): AddressIndex {
    const index = new AddressIndex();
    for (const point of points) index.add(point);
    return index;
  }

  /** Points held. */
  get size(): number {
    return this.#count;
  }

  /** Memory in use. */
  get bytes(): number {
    return this.#rows.byteLength + this.#next.byteLength + this.#slots.byteLength;
  }

  /** @returns false for a point without number and street, or off the earth, which is dropped */
  add(point: AddressPoint): boolean {
    const keys = addressKeys(point);
    if (typeof keys === 'string' || !isOnEarth(point)) return false;
    if (this.#count === this.#next.length) this.#grow();
    const at = this.#count * WIDTH;
    this.#rows.set(
      [
        textHash(keys.line, 0),
        textHash(keys.line, 1),
        hashOr0(keys.unit),
        textHash(keys.raw, 0),
        hashOr0(keys.city),
        hashOr0(cityKey(point.otherCity ?? '')),
        keys.zip,
        Math.round(point.lng * PER_DEGREE),
        Math.round(point.lat * PER_DEGREE),
      ],
      at,
    );
    this.#link(this.#count++);
    return true;
  }

  match(address: Address): Match {
    const keys = addressKeys(address);
    if (typeof keys === 'string') return { unmatched: keys };
    if (keys.zip === 0 && keys.city === '') return { unmatched: 'incomplete' };
    const same = this.#sameLine(keys.line);
    if (same.length === 0) return { unmatched: 'unknown' };
    for (const [quality, isMet] of this.#tiers(keys)) {
      const candidates = same.filter(isMet);
      if (candidates.length > 0) return this.#onePlace(candidates, quality);
    }
    return { unmatched: 'elsewhere' };
  }

  /** Tries match qualities, best first; the first with any candidates decides, even if they are several places. */
  #tiers(keys: AddressKeys): [MatchQuality, (at: number) => boolean][] {
    const unit = hashOr0(keys.unit);
    const raw = textHash(keys.raw, 0);
    const city = hashOr0(keys.city);
    const zipAgrees = (at: number) => keys.zip !== 0 && this.#rows[at + ZIP] === keys.zip;
    const zipIsOpen = (at: number) => keys.zip === 0 || this.#rows[at + ZIP] === 0;
    const cityAgrees = (at: number) =>
      city !== 0 && (this.#rows[at + CITY] === city || this.#rows[at + CITY_2] === city);
    const cityIsOpen = (at: number) => city === 0 || (this.#rows[at + CITY] === 0 && this.#rows[at + CITY_2] === 0);
    const townAgrees = (at: number) =>
      (zipAgrees(at) && (cityAgrees(at) || cityIsOpen(at))) || (zipIsOpen(at) && cityAgrees(at));
    const unitAgrees = (at: number) => this.#rows[at + UNIT] === unit;
    return [
      ['exact', (at) => townAgrees(at) && unitAgrees(at) && this.#rows[at + RAW] === raw],
      ['normalized', (at) => townAgrees(at) && unitAgrees(at)],
      ['building', townAgrees],
      ['street-zip', zipAgrees],
      ['street-city', cityAgrees],
    ];
  }

  /** Rows of a number and street. */
  #sameLine(line: string): number[] {
    const [first, second] = [textHash(line, 0), textHash(line, 1)];
    const found: number[] = [];
    for (let i = this.#slots[slotOf(first, this.#slots.length)] ?? -1; i >= 0; i = this.#next[i] ?? -1) {
      const at = i * WIDTH;
      if (this.#rows[at + LINE] === first && this.#rows[at + LINE_2] === second) found.push(at);
    }
    return found.reverse();
  }

  /** The candidate nearest to the center of all, so that the order of units in a file does not matter. */
  #onePlace(candidates: readonly number[], quality: MatchQuality): Match {
    const lngOf = (at: number) => (this.#rows[at + LNG] ?? 0) / PER_DEGREE;
    const latOf = (at: number) => (this.#rows[at + LAT] ?? 0) / PER_DEGREE;
    const middle = [
      candidates.reduce((sum, at) => sum + lngOf(at), 0) / candidates.length,
      candidates.reduce((sum, at) => sum + latOf(at), 0) / candidates.length,
    ];
    const meters = candidates.map((at) => distance(middle, [lngOf(at), latOf(at)], { units: 'meters' }));
    if (Math.max(...meters) > ONE_PLACE_METERS / 2) return { unmatched: 'ambiguous' };
    const best = candidates[meters.indexOf(Math.min(...meters))] ?? 0;
    return { lng: lngOf(best), lat: latOf(best), quality };
  }

  #link(i: number): void {
    const slot = slotOf(this.#rows[i * WIDTH + LINE] ?? 0, this.#slots.length);
    this.#next[i] = this.#slots[slot] ?? -1;
    this.#slots[slot] = i;
  }

  #grow(): void {
    const most = this.#next.length * 2;
    const rows = new Int32Array(most * WIDTH);
    rows.set(this.#rows);
    this.#rows = rows;
    this.#next = new Int32Array(most);
    this.#slots = new Int32Array(most * 2).fill(-1);
    for (let i = 0; i < this.#count; i++) this.#link(i);
  }
}

/** `length` is a power of two. */
function slotOf(hash: number, length: number): number {
  return (hash >>> 0) & (length - 1);
}

/** 0 means not given. */
function hashOr0(text: string): number {
  return text === '' ? 0 : textHash(text, 0) || 1;
}

function isOnEarth({ lng, lat }: { lng: number; lat: number }): boolean {
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 && !(lng === 0 && lat === 0);
}
