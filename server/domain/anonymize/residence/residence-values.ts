/** What the values of a column that tells of residence count as: by our reading, or as the person said. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { plainSigns } from '../../typography.ts';
import { hexOf } from '../pseudonym.ts';
import { homelessColumn } from './homeless-names.ts';
import { type AddressKind, readHomeless, readResidence } from './residence.ts';

export const SAID_KINDS = ['none', 'home'] as const;
/** Counted without a place, or a home. */
export type SaidKind = (typeof SAID_KINDS)[number];

/** What a person said of values, by `residenceKey`: a browser that keeps it for next time keeps no value of a row. */
export type SaidResidences = Readonly<Record<string, SaidKind>>;

export interface ResidenceValue {
  readonly key: string;
  /** By which a person can say what it means; `key` is the first of them. */
  readonly keys: readonly string[];
  /** Name of the column, where values are told apart by column. */
  readonly column?: string | undefined;
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

/**
 * A digest of a value, alike for capitals, spaces, signs and the namespace of a descriptor; 16 hexadecimal digits. A minus before a
 * number is part of it, and a value of signs alone is what it is: "-1" is not "1", and a tick is not a blank.
 *
 * @param column its name, where a value means one thing in one column and another in the next: "1" or "F" of two systems
 */
export function residenceKey(value: string, column?: string): string {
  const code = value.slice(value.lastIndexOf('#') + 1);
  const text = [...(column === undefined ? [] : [bare(column)]), bare(code)].join(' ').trim();
  return hexOf(sha256(utf8ToBytes(text)), 0, KEY_BYTES);
}

function bare(text: string): string {
  const plain = plainSigns(text).toLowerCase();
  const words = plain.match(/(?:(?<![\p{L}\p{M}\p{N}])-(?=\d))?[\p{L}\p{M}\p{N}]+/gu);
  return words?.join(' ') ?? plain.trim();
}

type Entry = { -readonly [K in keyof ResidenceValue]: ResidenceValue[K] };

/** Reads the values of one column. */
export class ResidenceReader {
  readonly #said: SaidResidences;
  readonly #column: string | undefined;
  readonly #kind: ReturnType<typeof homelessColumn>;
  readonly #byText = new Map<string, Entry>();
  readonly #byKey = new Map<string, Entry>();

  /** @param column its name, where there are several; one that speaks of homelessness is read as such */
  constructor(said: SaidResidences = {}, column?: string) {
    this.#said = said;
    this.#column = column;
    this.#kind = column === undefined ? undefined : homelessColumn(column);
  }

  /** Of a column of the days on which homelessness ended. */
  get isPeriod(): boolean {
    return this.#kind === 'period';
  }

  /** @returns undefined for a code that nobody told the meaning of */
  read(text: string): AddressKind | undefined {
    const entry = this.look(text);
    entry.rows++;
    return entry.said ?? entry.read;
  }

  /** What `read` would say of a value, which is not counted yet. */
  look(text: string): Entry {
    let entry = this.#byText.get(text);
    if (entry === undefined) {
      entry = this.#entryOf(text);
      if (this.#byText.size < MOST_LISTED) this.#byText.set(text, entry);
    }
    return entry;
  }

  /** Each value once: what cannot be told first, then what is counted without a place, each by how often it occurs. */
  get values(): readonly ResidenceValue[] {
    return inOrder([...this.#byKey.values()].filter(({ rows }) => rows > 0));
  }

  #entryOf(text: string): Entry {
    const key = residenceKey(text, this.#column);
    const known = this.#byKey.get(key);
    if (known) return known;
    const read = this.#kind === undefined ? readResidence(text) : this.#homeless(text, this.#kind);
    // What is plain in a column of homelessness is not turned by a word about the values of another column.
    const keys = this.#column !== undefined && read === undefined ? [key, residenceKey(text)] : [key];
    const told = keys.find((each) => Object.hasOwn(this.#said, each));
    const said = told === undefined ? undefined : this.#said[told];
    const entry: Entry = { key, keys, column: this.#column, value: text.trim(), rows: 0, read, said };
    if (this.#byKey.size < MOST_LISTED) this.#byKey.set(key, entry);
    return entry;
  }

  #homeless(text: string, kind: NonNullable<ReturnType<typeof homelessColumn>>): AddressKind | undefined {
    return kind === 'period' ? 'home' : readHomeless(text, kind);
  }
}

export function inOrder(values: readonly ResidenceValue[]): readonly ResidenceValue[] {
  return [...values].sort((a, b) => orderOf(a) - orderOf(b) || b.rows - a.rows);
}

function orderOf({ read, said }: ResidenceValue): number {
  if (read === undefined) return 0;
  return (said ?? read) === 'none' ? 1 : 2;
}
