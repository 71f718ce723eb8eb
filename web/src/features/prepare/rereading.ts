/** Reads values by the codes a person chose for them, in every row that holds one, those met for the first time too. */
import type { Field, Mapping } from '../../../../server/domain/anonymize/fields.ts';

/** For each field the codes of its values. */
export type Rules = ReadonlyMap<Field, ReadonlyMap<string, string>>;

interface RuledColumn {
  readonly column: number;
  readonly codes: ReadonlyMap<string, string>;
  readonly linesOf: Map<string, number[]>;
}

export class Rereading {
  readonly #columns = new Map<Field, RuledColumn>();

  /** The rules are taken as they are now. */
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

  /** Rows in which something was read by a rule. */
  get lines(): readonly number[] {
    return [...this.#columns.values()].flatMap(({ linesOf }) => [...linesOf.values()].flat());
  }

  linesWith(field: Field, value: string): readonly number[] {
    return this.#columns.get(field)?.linesOf.get(value) ?? [];
  }
}

/** A value as rules know it: spaces around it aside. */
export function valueAt(fields: readonly string[] | undefined, column: number): string {
  return (fields?.[column] ?? '').trim();
}
