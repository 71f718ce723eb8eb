/** What the values of an address type column count as: by our reading, or as the person said. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { hexOf } from './pseudonym.ts';
import { type AddressKind, readResidence } from './residence.ts';

export const SAID_KINDS = ['none', 'home'] as const;
/** Counted without a place, or a home. */
export type SaidKind = (typeof SAID_KINDS)[number];

/** What a person said of values, by `residenceKey`: a browser that keeps it for next time keeps no value of a row. */
export type SaidResidences = Readonly<Record<string, SaidKind>>;

export interface ResidenceValue {
  readonly key: string;
  /** As the first of the rows writes it, for the person's own screen. */
  readonly value: string;
  readonly rows: number;
  /** By our reading; undefined: it cannot be told. */
  readonly read: AddressKind | undefined;
  readonly said: SaidKind | undefined;
}

const KEY_BYTES = 8;
/** A column of more values is no type of address; those beyond are read and not listed. */
const MOST_LISTED = 1_000;

/** A digest of a value, alike for capitals, spaces, signs and the namespace of a descriptor; 16 hexadecimal digits. */
export function residenceKey(value: string): string {
  const text = value
    .slice(value.lastIndexOf('#') + 1)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return hexOf(sha256(utf8ToBytes(text)), 0, KEY_BYTES);
}

type Entry = { -readonly [K in keyof ResidenceValue]: ResidenceValue[K] };

export class ResidenceReader {
  readonly #said: SaidResidences;
  readonly #byText = new Map<string, Entry>();
  readonly #byKey = new Map<string, Entry>();

  constructor(said: SaidResidences = {}) {
    this.#said = said;
  }

  /** @returns undefined for a code that nobody told the meaning of */
  read(addressType: string): AddressKind | undefined {
    let entry = this.#byText.get(addressType);
    if (entry === undefined) {
      entry = this.#entryOf(addressType);
      if (this.#byText.size < MOST_LISTED) this.#byText.set(addressType, entry);
    }
    entry.rows++;
    return entry.said ?? entry.read;
  }

  /** Each value once: what cannot be told first, then what is counted without a place, each by how often it occurs. */
  get values(): readonly ResidenceValue[] {
    return [...this.#byKey.values()].sort((a, b) => orderOf(a) - orderOf(b) || b.rows - a.rows);
  }

  #entryOf(addressType: string): Entry {
    const key = residenceKey(addressType);
    const known = this.#byKey.get(key);
    if (known) return known;
    const said = Object.hasOwn(this.#said, key) ? this.#said[key] : undefined;
    const entry = { key, value: addressType.trim(), rows: 0, read: readResidence(addressType), said };
    if (this.#byKey.size < MOST_LISTED) this.#byKey.set(key, entry);
    return entry;
  }
}

function orderOf({ read, said }: ResidenceValue): number {
  if (read === undefined) return 0;
  return (said ?? read) === 'none' ? 1 : 2;
}
