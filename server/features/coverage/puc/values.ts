/**
 * Values of a filing: as text, as yes or no, and with meanings from the command line: `--technology FW=70`, `--speed "Gold=100/20"`,
 * `--status "Phase 2=planned"`.
 */
import { type Phrase, phrase } from '../../../domain/messages/phrase.ts';
import {
  isTechnologyCode,
  TECHNOLOGY_CODES,
  TECHNOLOGY_NAMES,
  type TechnologyCode,
} from '../../../domain/technology.ts';
import type { Properties } from '../../../platform/gis/read.ts';
import { pucErrors } from './errors.ts';
import { type FiledSpeed, filedSpeed } from './speed.ts';
import type { Standing } from './standing.ts';

/** Databases that store only fractions write whole numbers as "900001.0". */
export function textOf(properties: Properties, column: string | undefined): string {
  return column === undefined
    ? ''
    : String(properties[column] ?? '')
        .trim()
        .replace(/^(\d+)\.0+$/, '$1');
}

const YES = new Set(['1', 'y', 'yes', 't', 'true', 'r', 'x', 'residential', 'res', 'both', 'consumer', 'mixed', 'low']);
const NO = new Set([
  '0',
  'n',
  'no',
  'f',
  'false',
  'b',
  'business',
  'business only',
  'bus',
  'biz',
  'commercial',
  'enterprise',
  'high',
]);

/** Value of a yes-or-no column; undefined when it is neither. */
export function claim(text: string): boolean | 'unknown' | undefined {
  const word = text.toLowerCase().replace(/\.0+$/, '');
  if (word === '') return undefined;
  return YES.has(word) || /^res\w* (and|&) bus/.test(word) ? true : NO.has(word) ? false : 'unknown';
}

export type ValueKind = 'technology' | 'speed' | 'status';

export interface UnknownValue {
  readonly kind: ValueKind;
  readonly column: string;
  readonly value: string;
  /** Possible meanings, the likeliest first; empty when no rule knows any. */
  readonly couldBe: readonly (string | number)[];
}

/** Keys are values normalized by `keyOf`. */
export interface ValueMeanings {
  /** 'none': such areas are left out. */
  readonly technology: ReadonlyMap<string, TechnologyCode | 'mobile' | 'none'>;
  readonly speed: ReadonlyMap<string, FiledSpeed>;
  readonly status: ReadonlyMap<string, Standing>;
}

/** Normalizes a value for comparison; a blank one becomes `EMPTY`. */
export function keyOf(value: string): string {
  return value.trim().toLowerCase().replace(/\s+/g, ' ') || EMPTY;
}

const EMPTY = 'empty';

/** Splits "FW=70"; the value may contain equals signs itself, as ">=100" does. */
function split(pair: string): [value: string, meaning: string] | undefined {
  const at = pair.lastIndexOf('=');
  const [value, meaning] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  return at < 1 || value === '' || meaning === '' ? undefined : [value, meaning];
}

/** Each parses one flag. @returns undefined when the meaning is invalid */
const MEANING_OF = {
  technology: (word: string) => {
    if (word === 'none' || word === 'mobile') return word;
    return /^\d+$/.test(word) && isTechnologyCode(Number(word)) ? (Number(word) as TechnologyCode) : undefined;
  },
  speed: (word: string) => filedSpeed(word, 'mbps'),
  status: (word: string) => (['service', 'planned', 'retired'] as const).find((standing) => standing === word),
} as const;

/** Syntax of each flag. */
export const WRITE_AS: Readonly<Record<ValueKind, string>> = {
  technology: `"FW=70", with one of ${TECHNOLOGY_CODES.map((code) => `${code} (${TECHNOLOGY_NAMES[code]})`).join(', ')}, mobile, or none to leave such areas out`,
  speed: '"Gold=100", or "Gold=100/20" for download and upload, in Mbps',
  status: '"Phase 2=service", or planned or retired',
};

/** @returns undefined when a pair does not fit the kind */
export function meaningOf<Kind extends ValueKind>(
  kind: Kind,
  pair: string,
): readonly [key: string, meaning: NonNullable<ReturnType<(typeof MEANING_OF)[Kind]>>] | undefined {
  const [value, word] = split(pair) ?? [];
  const meaning = word === undefined ? undefined : MEANING_OF[kind](word.toLowerCase());
  if (value === undefined || meaning === undefined) return undefined;
  return [keyOf(value), meaning as NonNullable<ReturnType<(typeof MEANING_OF)[Kind]>>];
}

interface Asked extends UnknownValue {
  /** How many have it. */
  areas: number;
  readonly columns: Set<string>;
}

/** Collects values no rule knows, each once with its areas, to report them together. */
export class UnknownValues {
  readonly #values = new Map<string, Asked>();

  /** @param unknown the values of one area */
  addArea(unknown: readonly UnknownValue[]): void {
    const counted = new Set<string>();
    for (const one of unknown) {
      const key = `${one.kind} ${keyOf(one.value)}`;
      const known = this.#values.get(key) ?? { ...one, areas: 0, columns: new Set() };
      this.#values.set(key, known);
      known.columns.add(one.column);
      if (!counted.has(key)) known.areas++;
      counted.add(key);
    }
  }

  /** @throws Refusal listing the flag to add for each */
  refuse(): void {
    if (this.#values.size === 0) return;
    const values = [...this.#values.values()].sort((a, b) =>
      a.kind === b.kind ? b.areas - a.areas : a.kind < b.kind ? 1 : -1,
    );
    const kinds = [...new Set(values.map(({ kind }) => kind))];
    throw pucErrors.unknownValues(
      values.map(asked),
      kinds.map((kind) => phrase(`puc.written/${kind}`)),
    );
  }
}

/** Its flag, `--technology "FWA=70"`, with the areas that have it and what it could be. */
function asked({ kind, value, columns, couldBe, areas: areaCount }: Asked): Phrase {
  const column = [...columns].join(', ');
  if (value.length > LONGEST_SHOWN) return phrase('puc.values/long', { characters: value.length, column, areaCount });
  const [likeliest = { technology: 'CODE', speed: 'MBPS', status: 'service' }[kind]] = couldBe;
  const flag = `--${kind} ${quoted(`${value || EMPTY}=${likeliest}`)}`;
  return phrase('puc.values/value', { flag, value: value || EMPTY, column, couldBe, areaCount });
}

const LONGEST_SHOWN = 60;

/** Quoted for a shell. */
function quoted(text: string): string {
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}
