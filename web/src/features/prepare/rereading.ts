/** Reads values by a person's chosen codes, in every row that has one, even if a row is new. */
import type { Field, Mapping } from '../../../../server/domain/anonymize/fields.ts';

/** Codes of values, by field. */
export type Rules = ReadonlyMap<Field, ReadonlyMap<string, string>>;

interface RuledColumn {
  readonly column: number;
  readonly codes: ReadonlyMap<string, string>;
  readonly linesOf: Map<string, number[]>;
}

export class Rereading {
  readonly #columns = new Map<Field, RuledColumn>();

  /** Copies the current rules. */
  constructor(rules: Rules, mapping: Mapping) {
    for (const [field, codes] of rules) {
      const column = mapping[field];
      if (column !== undefined && codes.size > 0)
        this.#columns.set(field, { column, codes: new Map(codes), linesOf: new Map() });
    }
  }

  row(fields: readonly string[], line: number): readonly string[] {
    let read: string[] | undefined;
    for (const { column, codes, linesOf } of this.#columns.values()) {
      const value = valueAt(fields, column);
      const code = codes.get(value);
      if (code === undefined) continue;
      read ??= [...fields];
      read[column] = code;
      const lines = linesOf.get(value);
      if (lines) lines.push(line);
      else linesOf.set(value, [line]);
    }
    return read ?? fields;
  }

  /** Rows where a rule changed something. */
  get lines(): readonly number[] {
    return [...this.#columns.values()].flatMap(({ linesOf }) => [...linesOf.values()].flat());
  }

  linesWith(field: Field, value: string): readonly number[] {
    return this.#columns.get(field)?.linesOf.get(value) ?? [];
  }
}

/** A value as rules know it: without surrounding spaces. */
export function valueAt(fields: readonly string[] | undefined, column: number): string {
  return (fields?.[column] ?? '').trim();
}
