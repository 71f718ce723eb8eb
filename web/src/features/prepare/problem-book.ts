/** The problems of a file, in groups that are mended alike, and what a person did about them. */
import type { Field, Mapping } from '../../../../server/domain/anonymize/fields.ts';
import type { Mend, ProblemKind, RowProblem } from '../../../../server/domain/anonymize/problems.ts';
import type { MendAsked, MendColumn, ProblemGroup, ProblemRow, RowMend } from './protocol.ts';

/** A problem with its row, which is shown on the person's own screen. */
export interface Found {
  readonly problem: RowProblem;
  /** Undefined where only the line is known. */
  readonly row: readonly string[] | undefined;
}

interface Group {
  readonly about: ProblemGroup;
  readonly members: readonly (readonly Found[])[];
}

/** What is done about a line. A line may have several problems, each in a column of its own. */
interface LineMend {
  isLeftOut: boolean;
  readonly values: Map<number, string>;
}

export class ProblemBook {
  readonly #mends = new Map<number, LineMend>();
  readonly #pending = new Set<number>();
  #groups = new Map<string, Group>();
  #header: readonly string[] = [];
  #mapping: Mapping = {};

  /** What the next check must read otherwise than the file says. */
  get mends(): { readonly mends: readonly Mend[]; readonly leaveOut: ReadonlySet<number> } {
    const mends: Mend[] = [];
    const leaveOut = new Set<number>();
    for (const [line, { isLeftOut, values }] of this.#mends) {
      if (isLeftOut) leaveOut.add(line);
      for (const [column, value] of values) mends.push({ line, column, value });
    }
    return { mends, leaveOut };
  }

  get mended(): number {
    return this.#mends.size;
  }

  /** Rows that were changed since the last check. */
  get pending(): number {
    return this.#pending.size;
  }

  /** After a check: the mends are part of it, the problems are those left. */
  replace(header: readonly string[], mapping: Mapping, found: readonly Found[]): readonly ProblemGroup[] {
    this.#header = header;
    this.#mapping = mapping;
    this.#pending.clear();
    const byId = new Map<string, Found[]>();
    for (const one of found) {
      const id = `${one.problem.kind}:${one.problem.column ?? ''}`;
      const same = byId.get(id);
      if (same) same.push(one);
      else byId.set(id, [one]);
    }
    this.#groups = new Map([...byId].map(([id, members]) => [id, this.#group(id, members)]));
    return [...this.#groups.values()].map(({ about }) => about).sort((a, b) => b.rows - a.rows);
  }

  rows(id: string, from: number, count: number): { readonly rows: readonly ProblemRow[]; readonly total: number } {
    const group = this.#groups.get(id);
    if (!group) return { rows: [], total: 0 };
    const rows = group.members.slice(from, from + count).map((members) => this.#row(group.about, members));
    return { rows, total: group.members.length };
  }

  /** @param line as `rows` gave it; undefined means the whole group */
  mend(id: string, line: number | undefined, mend: MendAsked): void {
    const group = this.#groups.get(id);
    if (!group) return;
    const chosen = line === undefined ? group.members : group.members.filter(([first]) => first?.problem.line === line);
    for (const { problem } of chosen.flat()) {
      if (mend.how === 'accept' && !problem.suggestion) continue;
      this.#mendLine(problem, group.about.columns, mend);
      this.#pending.add(problem.line);
    }
  }

  #mendLine({ line, suggestion }: RowProblem, columns: readonly MendColumn[], mend: MendAsked): void {
    const now = this.#mends.get(line) ?? { isLeftOut: false, values: new Map<number, string>() };
    now.isLeftOut = mend.how === 'leave out';
    for (const { column } of columns) now.values.delete(column);
    const written = mend.how === 'write' ? mend.values : mend.how === 'accept' ? (suggestion ?? []) : [];
    for (const { column, value } of written) now.values.set(column, value);
    if (now.isLeftOut || now.values.size > 0) this.#mends.set(line, now);
    else this.#mends.delete(line);
  }

  forget(): void {
    for (const line of this.#mends.keys()) this.#pending.add(line);
    this.#mends.clear();
  }

  #group(id: string, found: readonly Found[]): Group {
    const { kind, field, column } = (found[0] as Found).problem;
    const members = isAboutValue(kind) ? byValue(found) : found.map((one) => [one]);
    const suggestions = found.filter(({ problem }) => problem.suggestion !== undefined).length;
    const columns = this.#columnsToMend(kind, column);
    return { about: { id, kind, field, columns, rows: found.length, suggested: suggestions }, members };
  }

  #row({ kind, columns }: ProblemGroup, members: readonly Found[]): ProblemRow {
    const { problem, row } = members[0] as Found;
    const shown = isAboutValue(kind) ? columns : this.#context(columns, problem.suggestion === undefined);
    return {
      line: problem.line,
      rows: members.length,
      found: problem.found,
      values: row ? shown.map(({ name, column }) => ({ name, value: row[column] ?? '' })) : [],
      suggestion: problem.suggestion?.map(({ value }) => value).join(', '),
      mend: this.#mendOf(problem.line, columns),
    };
  }

  #mendOf(line: number, columns: readonly MendColumn[]): RowMend | undefined {
    const mend = this.#mends.get(line);
    if (!mend) return undefined;
    if (mend.isLeftOut) return { how: 'leave out' };
    const values = columns.flatMap(({ column }) => {
      const value = mend.values.get(column);
      return value === undefined ? [] : [{ column, value }];
    });
    return values.length > 0 ? { how: 'write', values } : undefined;
  }

  #columnsToMend(kind: ProblemKind, column: number | undefined): readonly MendColumn[] {
    const fields = MENDED_BY[kind];
    const all = fields.flatMap((field) => this.#columnOf(field));
    return isAboutValue(kind) ? this.#allColumns().filter((one) => one.column === column) : all;
  }

  /** Enough of a row to find the student in the school's own system; the address too where the place must be found. */
  #context(columns: readonly MendColumn[], mustBeFound: boolean): readonly MendColumn[] {
    const student = this.#columnOf('student_id').filter(({ column }) => !columns.some((one) => one.column === column));
    const isPlace = mustBeFound && columns.some(({ field }) => PLACES.includes(field));
    const address = isPlace ? this.#columnOf('address') : [];
    const others = address.filter(({ column }) => !columns.some((one) => one.column === column));
    return [...student, ...others, ...columns];
  }

  #columnOf(field: Field): readonly MendColumn[] {
    const column = this.#mapping[field];
    return column === undefined ? [] : [{ column, field, name: this.#header[column] ?? '' }];
  }

  #allColumns(): readonly MendColumn[] {
    return (Object.keys(this.#mapping) as Field[]).flatMap((field) => this.#columnOf(field));
  }
}

const PLACES: readonly Field[] = ['latitude', 'longitude', 'point'];

/** The fields a person can write to mend a problem; none: the row can only be left out here. */
const MENDED_BY: Readonly<Record<ProblemKind, readonly Field[]>> = {
  fields: [],
  student_missing: ['student_id'],
  student_exponent: ['student_id'],
  student_date: ['student_id'],
  student_not_number: ['student_id'],
  duplicate: ['student_id'],
  mailing_only: [],
  residence: [],
  no_place: PLACES,
  not_found: ['address', ...PLACES],
  point_unreadable: PLACES,
  point_zero: PLACES,
  point_swapped: PLACES,
  point_sign: PLACES,
  outside_country: PLACES,
  outside_state: PLACES,
  other_district: [],
  grade: [],
  answer: [],
};

/** Answers and grades are mended once for every row with the same value. */
export function isAboutValue(kind: ProblemKind): boolean {
  return kind === 'grade' || kind === 'answer';
}

function byValue(found: readonly Found[]): Found[][] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const value = one.row?.[one.problem.column ?? -1]?.trim() ?? '';
    const same = groups.get(value);
    if (same) same.push(one);
    else groups.set(value, [one]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}
