/** A person's changes to single rows and to values everywhere, and which of them the last check has not seen. */
import type { Field, Mapping } from '../../../../server/domain/anonymize/fields.ts';
import type { Mend } from '../../../../server/domain/anonymize/problems.ts';
import { Rereading, type Rules } from './rereading.ts';

/** The mend of a line. A line may have several problems, each in a column of its own. */
export interface LineMend {
  readonly isLeftOut: boolean;
  readonly values: ReadonlyMap<number, string>;
}

interface Change {
  /** The state that the last check used. */
  readonly before: string;
  readonly lines: readonly number[];
}

const NOTHING: LineMend = { isLeftOut: false, values: new Map() };

export class Mends {
  readonly #lines = new Map<number, LineMend>();
  readonly #rules = new Map<Field, Map<string, string>>();
  readonly #changes = new Map<string, Change>();
  #reread: Rereading | undefined;

  /** Line by line, what the next check must read differently from the file; without values by rule. */
  get byLine(): { readonly mends: readonly Mend[]; readonly leaveOut: ReadonlySet<number> } {
    const mends: Mend[] = [];
    const leaveOut = new Set<number>();
    for (const [line, { isLeftOut, values }] of this.#lines) {
      if (isLeftOut) leaveOut.add(line);
      for (const [column, value] of values) mends.push({ line, column, value });
    }
    return { mends, leaveOut };
  }

  get lines(): ReadonlyMap<number, LineMend> {
    return this.#lines;
  }

  /** The values with a chosen code. */
  get rules(): readonly { readonly field: Field; readonly value: string; readonly code: string }[] {
    return [...this.#rules].flatMap(([field, rules]) => [...rules].map(([value, code]) => ({ field, value, code })));
  }

  /** Rows that the last check read differently from the file, or left out. */
  get mended(): number {
    return new Set([...this.#lines.keys(), ...(this.#reread?.lines ?? [])]).size;
  }

  /** Rows changed since the last check. */
  get pending(): number {
    return new Set([...this.#changes.values()].flatMap(({ lines }) => lines)).size;
  }

  line(line: number): LineMend {
    return this.#lines.get(line) ?? NOTHING;
  }

  setLine(line: number, mend: LineMend): void {
    const before = inWords(this.line(line));
    if (mend.isLeftOut || mend.values.size > 0) this.#lines.set(line, mend);
    else this.#lines.delete(line);
    this.#note(`line ${line}`, before, inWords(mend), [line]);
  }

  rule(field: Field, value: string): string | undefined {
    return this.#rules.get(field)?.get(value);
  }

  /** @param lines known to hold the value */
  setRule(field: Field, value: string, code: string | undefined, lines: readonly number[]): void {
    const rules = this.#rules.get(field) ?? new Map<string, string>();
    const before = rules.get(value) ?? '';
    if (code === undefined) rules.delete(value);
    else rules.set(value, code);
    this.#rules.set(field, rules);
    this.#note(`${field} ${value}`, before, code ?? '', lines);
  }

  forget(): void {
    for (const line of [...this.#lines.keys()]) this.setLine(line, NOTHING);
    for (const [field, rules] of this.#rules)
      for (const value of [...rules.keys()])
        this.setRule(field, value, undefined, this.#reread?.linesWith(field, value) ?? []);
  }

  reading(mapping: Mapping): Rereading {
    return new Rereading(this.#rules as Rules, mapping);
  }

  /** Call after a check: the changes it used are no longer pending. */
  seen(reread: Rereading): void {
    this.#reread = reread;
    this.#changes.clear();
  }

  #note(key: string, before: string, after: string, lines: readonly number[]): void {
    const change = this.#changes.get(key) ?? { before, lines };
    if (change.before === after) this.#changes.delete(key);
    else this.#changes.set(key, change);
  }
}

function inWords({ isLeftOut, values }: LineMend): string {
  if (!isLeftOut && values.size === 0) return '';
  return JSON.stringify([isLeftOut, [...values].sort(([a], [b]) => a - b)]);
}
