/**
 * A record of what a person did about a file, to restore it another day without revealing the content of the file.
 *
 * Digests under the district's key (HMAC-SHA-256) identify values and rows: a plain digest of "moms phone", of a grade or of
 * a student number can be guessed by trying, and school computers are shared. Whoever has the key could try as well, but can
 * compute the pseudonyms of all students anyway.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Field, Mapping } from '../../../../server/domain/anonymize/fields.ts';
import { hexOf } from '../../../../server/domain/anonymize/pseudonym.ts';
import type { Mends } from './mends.ts';
import { valueAt } from './rereading.ts';

export interface RowTrace {
  readonly isLeftOut: boolean;
  /** What the person wrote over the row's own values: store encrypted only. */
  readonly values: Partial<Record<Field, string>>;
}

export interface Trace {
  /** By field and digest of the value, its code. */
  readonly rules: Partial<Record<Field, Readonly<Record<string, string>>>>;
  /** Keyed by the digest of the row. */
  readonly rows: Readonly<Record<string, RowTrace>>;
  /** Problem kinds, as `kind:field`, whose suggestions were all accepted. */
  readonly accepted: readonly string[];
}

/** The restored part of a kept trace. */
export interface Restored {
  /** Values read by a code, and rows with rewritten values. */
  readonly values: number;
  readonly leftOut: number;
  /** Entries that match no value and no row: the file has changed since. */
  readonly lost: number;
}

export function isNoTrace({ rules, rows, accepted }: Trace): boolean {
  return Object.keys(rules).length + Object.keys(rows).length + accepted.length === 0;
}

const KEY_WORDS = 'gapmap: what was done about a file';
const DIGEST_BYTES = 12;

/** @param secret of the district's key */
export function digesterWith(secret: Uint8Array): (...parts: readonly string[]) => string {
  const ready = hmac.create(sha256, hmac(sha256, secret, utf8ToBytes(KEY_WORDS)));
  return (...parts) =>
    hexOf(
      ready
        .clone()
        .update(utf8ToBytes(parts.join('\u001f')))
        .digest(),
      0,
      DIGEST_BYTES,
    );
}

export type Digester = ReturnType<typeof digesterWith>;

export interface TraceAsked {
  readonly mends: Mends;
  readonly mapping: Mapping;
  readonly digest: Digester;
  /** Of the lines that were changed or have a problem. */
  readonly rowDigests: ReadonlyMap<number, string>;
  readonly accepted: readonly string[];
  /** Lines changed together with all others of their kind. */
  readonly acceptedLines: ReadonlySet<number>;
}

export function traceOf({ mends, mapping, digest, rowDigests, accepted, acceptedLines }: TraceAsked): Trace {
  const rules: Partial<Record<Field, Record<string, string>>> = {};
  for (const { field, value, code } of mends.rules) {
    rules[field] ??= {};
    rules[field][digest(field, value)] = code;
  }
  const rows: Record<string, RowTrace> = {};
  for (const [line, { isLeftOut, values }] of mends.lines) {
    const row = rowDigests.get(line);
    if (row !== undefined && !acceptedLines.has(line)) rows[row] = { isLeftOut, values: byField(values, mapping) };
  }
  return { rules, rows, accepted };
}

/** Restores a kept trace row by row; `restored` counts the result. */
export class Restoring {
  readonly #trace: Trace;
  readonly #asked: Pick<TraceAsked, 'mends' | 'mapping' | 'digest'>;
  readonly #known = new Map<string, string | undefined>();
  readonly #found = new Set<string>();
  #leftOut = 0;
  #written = 0;

  constructor(trace: Trace, asked: Pick<TraceAsked, 'mends' | 'mapping' | 'digest'>) {
    this.#trace = trace;
    this.#asked = asked;
  }

  /** @param own the row of the export alone @param row with the joined answers, if any */
  row(own: readonly string[], row: readonly string[], line: number): void {
    const { mends, mapping, digest } = this.#asked;
    for (const field of Object.keys(this.#trace.rules) as Field[])
      this.#value(field, valueAt(row, mapping[field] ?? -1), line);
    const key = digest(...own);
    const kept = this.#trace.rows[key];
    if (!kept) return;
    this.#found.add(key);
    const written = Object.entries(kept.values) as [Field, string][];
    const values = written.flatMap(([field, value]) => {
      const column = mapping[field];
      return column === undefined ? [] : [[column, value] as const];
    });
    mends.setLine(line, { isLeftOut: kept.isLeftOut, values: new Map(values) });
    if (kept.isLeftOut) this.#leftOut++;
    else this.#written++;
  }

  get restored(): Restored {
    const rules = Object.values(this.#trace.rules).reduce((sum, codes) => sum + Object.keys(codes).length, 0);
    const values = [...this.#known.values()].filter((code) => code !== undefined).length;
    const asked = rules + Object.keys(this.#trace.rows).length;
    return { values: values + this.#written, leftOut: this.#leftOut, lost: asked - values - this.#found.size };
  }

  /** Looks up each value once. */
  #value(field: Field, value: string, line: number): void {
    const name = `${field} ${value}`;
    if (this.#known.has(name)) return;
    const { mends, digest } = this.#asked;
    const code = this.#trace.rules[field]?.[digest(field, value)];
    this.#known.set(name, code);
    if (code !== undefined) mends.setRule(field, value, code, [line]);
  }
}

function byField(values: ReadonlyMap<number, string>, mapping: Mapping): Partial<Record<Field, string>> {
  const fields = Object.keys(mapping) as Field[];
  return Object.fromEntries(
    [...values].flatMap(([column, value]) => {
      const field = fields.find((candidate) => mapping[candidate] === column);
      return field ? [[field, value]] : [];
    }),
  );
}
