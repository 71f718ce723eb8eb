/** Whether a row's student has a home, from every column about it. */
import type { Mapping } from '../fields.ts';
import { type AddressKind, DAY } from './residence.ts';
import { inOrder, ResidenceReader, type ResidenceValue, type SaidResidences } from './residence-values.ts';

export interface RowResidence {
  /** Undefined: a code without a known meaning. */
  readonly kind: AddressKind | undefined;
  /** Where it stands. */
  readonly column: number | undefined;
}

export interface ResidenceOptions {
  /** Names of the columns, which distinguish homelessness from address types. */
  readonly names?: readonly string[] | undefined;
  readonly said?: SaidResidences | undefined;
  /** YYYY-MM-DD; without it nothing has ended. */
  readonly today?: string | undefined;
}

/** A student has no place if any column says so; an unclear value raises a question only if no other column says so. */
export class RowResidences {
  readonly #columns: readonly { readonly column: number; readonly reader: ResidenceReader }[];
  readonly #today: string;

  constructor(mapping: Mapping, { names, said, today = '' }: ResidenceOptions) {
    const { address_type: type, homeless = [] } = mapping;
    const named = (column: number) => names?.[column] ?? `column ${column + 1}`;
    this.#columns = [
      ...(type === undefined ? [] : [{ column: type, reader: new ResidenceReader(said) }]),
      ...homeless.map((column) => ({ column, reader: new ResidenceReader(said, named(column)) })),
    ];
    this.#today = today;
  }

  read(row: readonly string[]): RowResidence {
    const hasEnded = this.#columns.some(({ column, reader }) => reader.isPeriod && this.#isPast(row[column] ?? ''));
    const found = this.#columns.map(({ column, reader }) => {
      const text = row[column] ?? '';
      const entry = reader.look(hasEnded && DAY.test(text.trim()) ? '' : text);
      const lasts = reader.isPeriod && this.#isToCome(text);
      return { column, entry, kind: lasts ? 'none' : (entry.said ?? entry.read) };
    });
    const decides =
      found.find(({ kind }) => kind === 'none') ??
      found.find(({ kind }) => kind === undefined) ??
      found.find(({ kind }) => kind === 'mailing') ??
      found[0];
    for (const { entry, kind } of found) if (kind !== undefined || decides?.kind === undefined) entry.rows++;
    return { kind: decides === undefined ? 'home' : decides.kind, column: decides?.column };
  }

  get values(): readonly ResidenceValue[] {
    return inOrder(this.#columns.flatMap(({ reader }) => (reader.isPeriod ? [] : reader.values)));
  }

  /** A program that ends in the future has not ended. */
  #isToCome(text: string): boolean {
    const day = dayOf(text);
    return day !== undefined && this.#today !== '' && day >= this.#today && day < NEVER;
  }

  #isPast(text: string): boolean {
    const day = dayOf(text);
    return day !== undefined && day < this.#today;
  }
}

/** Systems write 2099 or 9999 for an unknown end, both for participants and for others. */
const NEVER = '2090';

/** YYYY-MM-DD of "2026-06-30", "6/30/2026", "6/30/26" or "20260630". */
function dayOf(text: string): string | undefined {
  const iso = /^\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})\b/.exec(text);
  if (iso) return `${iso[1]}-${iso[2]}-${iso[3]}`;
  const [, month = '', day = '', year = ''] = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b/.exec(text) ?? [];
  if (year === '') return undefined;
  return `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
