/** The problems of a file, grouped by how they are mended, and what a person did about them. */
import type { Mapping } from '../../../../server/domain/anonymize/fields.ts';
import type { RowProblem } from '../../../../server/domain/anonymize/problems.ts';
import { type LineMend, Mends } from './mends.ts';
import type { Exchanges, MendAsked, MendColumn, ProblemGroup, ProblemRow, RowMend } from './protocol.ts';
import { type Rereading, valueAt } from './rereading.ts';
import { isAboutValue, RowContext } from './row-context.ts';

/** A problem with its row, shown only on the person's own screen. */
export interface Found {
  readonly problem: RowProblem;
  /** Undefined where only the line is known. */
  readonly row: readonly string[] | undefined;
  /** The kept row of the same student. */
  readonly kept?: readonly string[] | undefined;
}

interface Group {
  readonly about: ProblemGroup;
  readonly members: readonly (readonly Found[])[];
}

/** Limit of unreadable values to show, the most frequent first. */
const VALUES_SHOWN = 5;

export class ProblemBook {
  readonly mends = new Mends();
  /** Problem kinds, as `kind:field`, whose suggestions were all accepted at once, and the lines this changed. */
  readonly acceptedKinds = new Set<string>();
  readonly acceptedLines = new Set<number>();
  readonly #order: string[] = [];
  #groups = new Map<string, Group>();
  #context = new RowContext([], {});

  /** Replaces the problems after a check that applied the mends. Groups keep their first order. */
  replace(
    header: readonly string[],
    mapping: Mapping,
    found: readonly Found[],
    reread: Rereading,
  ): readonly ProblemGroup[] {
    this.#context = new RowContext(header, mapping);
    this.mends.seen(reread);
    const byId = new Map<string, Found[]>();
    for (const one of found) {
      const id = `${one.problem.kind}:${one.problem.column ?? ''}`;
      const same = byId.get(id);
      if (same) same.push(one);
      else byId.set(id, [one]);
    }
    const ids = [...byId].sort(([, a], [, b]) => b.length - a.length).map(([id]) => id);
    this.#order.push(...ids.filter((id) => !this.#order.includes(id)));
    this.#groups = new Map([...byId].map(([id, members]) => [id, this.#group(id, members)]));
    return this.#order.flatMap((id) => this.#groups.get(id)?.about ?? []);
  }

  /** If mends leave a page past the end, returns the last page. */
  rows(id: string, from: number, count: number): Exchanges['problems']['answer'] {
    const group = this.#groups.get(id);
    if (!group) return { rows: [], from: 0, total: 0, accepted: 0, leftOut: 0 };
    const { members } = group;
    const start = Math.min(from, Math.floor(Math.max(0, members.length - 1) / count) * count);
    return {
      rows: members.slice(start, start + count).map((same) => this.#row(group.about, same)),
      from: start,
      total: members.length,
      accepted: this.#acceptedIn(group),
      leftOut: members.flat().filter(({ problem }) => this.mends.line(problem.line).isLeftOut).length,
    };
  }

  /** Suggestions accepted since the last check. */
  get accepted(): number {
    return [...this.#groups.values()].reduce((sum, group) => sum + this.#acceptedIn(group), 0);
  }

  /** @param line as `rows` gave it; undefined = the whole group */
  mend(id: string, line: number | undefined, mend: MendAsked): void {
    const group = this.#groups.get(id);
    if (!group) return;
    const { kind, field, columns } = group.about;
    const isAll = line === undefined && mend.how === 'accept';
    if (isAll) this.acceptedKinds.add(`${kind}:${field}`);
    else if (line === undefined) this.acceptedKinds.delete(`${kind}:${field}`);
    const chosen = line === undefined ? group.members : group.members.filter(([first]) => first?.problem.line === line);
    if (isAboutValue(kind)) for (const same of chosen) this.#mendValue(same, columns, mend);
    else
      for (const { problem } of chosen.flat()) {
        this.#mendLine(problem, columns, mend);
        if (isAll && problem.suggestion) this.acceptedLines.add(problem.line);
        else this.acceptedLines.delete(problem.line);
      }
  }

  /** Accepts all suggestions of previously accepted kinds again. @returns the number of suggestions */
  acceptAgain(kinds: readonly string[]): number {
    let accepted = 0;
    for (const [id, { about }] of this.#groups) {
      if (about.suggested === 0 || !kinds.includes(`${about.kind}:${about.field}`)) continue;
      this.mend(id, undefined, { how: 'accept' });
      accepted += about.suggested;
    }
    return accepted;
  }

  forget(): void {
    this.mends.forget();
    this.acceptedKinds.clear();
    this.acceptedLines.clear();
  }

  #mendValue(same: readonly Found[], [column]: readonly MendColumn[], mend: MendAsked): void {
    const suggestion = same[0]?.problem.suggestion;
    if (!column || (mend.how === 'accept' && !suggestion)) return;
    const code = writtenBy(mend, suggestion).find((one) => one.column === column.column)?.value;
    const lines = same.map(({ problem }) => problem.line);
    this.mends.setRule(column.field, valueAt(same[0]?.row, column.column), code, lines);
  }

  #mendLine({ line, suggestion }: RowProblem, columns: readonly MendColumn[], mend: MendAsked): void {
    if (mend.how === 'accept' && !suggestion) return;
    const values = new Map(this.mends.line(line).values);
    for (const { column } of columns) values.delete(column);
    for (const { column, value } of writtenBy(mend, suggestion)) values.set(column, value);
    this.mends.setLine(line, { isLeftOut: mend.how === 'leave out', values });
  }

  #group(id: string, found: readonly Found[]): Group {
    const { kind, field, column } = (found[0] as Found).problem;
    const members = isAboutValue(kind) ? byValue(found) : found.map((one) => [one]);
    const suggested = found.filter(({ problem }) => problem.suggestion !== undefined).length;
    const columns = this.#context.columnsToMend(kind, column);
    const values = isAboutValue(kind)
      ? members.map((same) => ({ value: valueAt(same[0]?.row, column ?? -1), rows: same.length }))
      : [];
    const shown = { values: values.slice(0, VALUES_SHOWN), moreValues: Math.max(0, values.length - VALUES_SHOWN) };
    return { about: { id, kind, field, columns, rows: found.length, suggested, ...shown }, members };
  }

  #acceptedIn({ about, members }: Group): number {
    if (about.suggested === 0) return 0;
    return members.flat().filter((one) => this.#isAccepted(about, one)).length;
  }

  #isAccepted({ kind, columns }: ProblemGroup, { problem, row }: Found): boolean {
    if (!isAboutValue(kind)) return isAccepted(problem, this.mends.line(problem.line));
    const [column] = columns;
    const code = column && this.mends.rule(column.field, valueAt(row, column.column));
    return code !== undefined && problem.suggestion?.some(({ value }) => value === code) === true;
  }

  #row({ kind, columns }: ProblemGroup, members: readonly Found[]): ProblemRow {
    const { problem, row, kept } = members[0] as Found;
    return {
      line: problem.line,
      rows: members.length,
      found: kind === 'fields' || kind === 'duplicate' ? problem.found : undefined,
      who: row && !isAboutValue(kind) ? this.#context.who(row, columns) : [],
      differences: row && kept ? this.#context.differences(row, kept) : [],
      values: columns.map(({ name, column }) => ({ name, value: row?.[column] ?? '' })),
      suggestion: problem.suggestion?.map(({ value }) => value).join(', '),
      mend: this.#mendOf(kind, columns, members[0] as Found),
    };
  }

  #mendOf(kind: ProblemGroup['kind'], columns: readonly MendColumn[], { problem, row }: Found): RowMend | undefined {
    const mend = this.mends.line(problem.line);
    if (mend.isLeftOut) return { how: 'leave out' };
    const values = columns.flatMap(({ column, field }) => {
      const value = isAboutValue(kind) ? this.mends.rule(field, valueAt(row, column)) : mend.values.get(column);
      return value === undefined ? [] : [{ column, value }];
    });
    return values.length > 0 ? { how: 'write', values } : undefined;
  }
}

function writtenBy(
  mend: MendAsked,
  suggestion: RowProblem['suggestion'],
): readonly { column: number; value: string }[] {
  if (mend.how === 'write') return mend.values;
  return mend.how === 'accept' ? (suggestion ?? []) : [];
}

function isAccepted({ suggestion }: RowProblem, { isLeftOut, values }: LineMend): boolean {
  return (
    !isLeftOut && suggestion !== undefined && suggestion.every(({ column, value }) => values.get(column) === value)
  );
}

function byValue(found: readonly Found[]): Found[][] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const value = valueAt(one.row, one.problem.column ?? -1);
    const same = groups.get(value);
    if (same) same.push(one);
    else groups.set(value, [one]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}
