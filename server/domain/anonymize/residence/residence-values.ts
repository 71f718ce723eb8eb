/** What the values of a residence column count as: by our reading, or as the person says. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { plainSigns } from '../../typography.ts';
import { hexOf } from '../pseudonym.ts';
import { homelessColumn } from './homeless-names.ts';
import { type AddressKind, readHomeless, readResidence } from './residence.ts';

export const SAID_KINDS = ['none', 'home'] as const;
/** Counted without a place, or a home. */
export type SaidKind = (typeof SAID_KINDS)[number];

/** A person's meanings of values, by `residenceKey`: a browser that stores them stores no value of a row. */
export type SaidResidences = Readonly<Record<string, SaidKind>>;

export interface ResidenceValue {
  readonly key: string;
  /** Keys for a person's meaning; `key` is the first of them. */
  readonly keys: readonly string[];
  /** Name of the column, if values are distinguished by column. */
  readonly column?: string | undefined;
  /** As the first row spells it, shown only on the person's own screen. */
  readonly value: string;
  readonly rows: number;
  /** By our reading; undefined: unclear. */
  readonly read: AddressKind | undefined;
  readonly said: SaidKind | undefined;
}

const KEY_BYTES = 8;
/** A column with more values is not an address type; further values are read but not listed. */
const MOST_LISTED = 1_000;

/**
 * A digest of a value, equal for any case, spaces, signs and descriptor namespace; 16 hexadecimal digits. Keeps a minus before a
 * number, and a value of signs alone: "-1" is not "1", and a tick is not a blank.
 *
 * @param column its name, if a value means different things by column: "1" or "F" in two systems
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

  /** @param column its name, if there are several; a name about homelessness changes the reading */
  constructor(said: SaidResidences = {}, column?: string) {
    this.#said = said;
    this.#column = column;
    this.#kind = column === undefined ? undefined : homelessColumn(column);
  }

  /** For a column of the days on which homelessness ended. */
  get isPeriod(): boolean {
    return this.#kind === 'period';
  }

  /** @returns undefined for a code without a known meaning */
  read(text: string): AddressKind | undefined {
    const entry = this.look(text);
    entry.rows++;
    return entry.said ?? entry.read;
  }

  /** The result of `read` for a value, without counting it. */
  look(text: string): Entry {
    let entry = this.#byText.get(text);
    if (entry === undefined) {
      entry = this.#entryOf(text);
      if (this.#byText.size < MOST_LISTED) this.#byText.set(text, entry);
    }
    return entry;
  }

  /** Distinct values: unclear ones first, then those without a place, each by frequency. */
  get values(): readonly ResidenceValue[] {
    return inOrder([...this.#byKey.values()].filter(({ rows }) => rows > 0));
  }

  #entryOf(text: string): Entry {
    const key = residenceKey(text, this.#column);
    const known = this.#byKey.get(key);
    if (known) return known;
    const read = this.#kind === undefined ? readResidence(text) : this.#homeless(text, this.#kind);
    // A clear value in a column about homelessness is not overridden by a meaning given for another column.
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
