import {
  FIELD_WORDS,
  KEPT_WITHOUT,
  NOTES,
  PROBLEMS,
  type RowNote,
  type RowProblem,
} from '../../domain/anonymize/index.ts';
import { csvLine } from '../../platform/csv/write.ts';

/** One row a problem, and one a note, without any value of the export. */
export function problemsCsv(problems: readonly RowProblem[], notes: readonly RowNote[] = []): string {
  let text = csvLine(['line', 'column', 'problem', 'found', 'what to do', 'left out']);
  for (const { line, kind, column, field, found } of problems)
    text += csvLine([
      line,
      field ? FIELD_WORDS[field].name : column === undefined ? '' : `column ${column + 1}`,
      PROBLEMS[kind].name,
      found,
      PROBLEMS[kind].advice,
      KEPT_WITHOUT.has(kind) ? 'answer' : 'row',
    ]);
  for (const { line, kind, field } of notes)
    text += csvLine([line, FIELD_WORDS[field].name, NOTES[kind].name, '', NOTES[kind].advice, 'nothing']);
  return text;
}

/** Problems by kind, the most frequent first: "12 rows: Student repeated, with other details, the first on line 17". */
export function problemsInWords(problems: readonly RowProblem[]): string[] {
  const groups = new Map<string, { rows: number; line: number; advice: string }>();
  for (const { kind, line } of problems) {
    const { name, advice } = PROBLEMS[kind];
    const group = groups.get(name);
    if (group) group.rows++;
    else groups.set(name, { rows: 1, line, advice });
  }
  return [...groups]
    .sort(([, a], [, b]) => b.rows - a.rows)
    .map(
      ([name, { rows, line, advice }]) =>
        `${rows === 1 ? `1 row, line ${line}` : `${rows} rows, the first on line ${line}`}: ${name}. ${advice}`,
    );
}
