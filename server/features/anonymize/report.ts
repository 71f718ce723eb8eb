import {
  FIELD_WORDS,
  KEPT_WITHOUT,
  NOTES,
  type PlacedNote,
  type PlacedProblem,
  PROBLEMS,
  UNJOINED,
  type Unjoined,
} from '../../domain/anonymize/index.ts';
import { csvHeader, csvLine } from '../../platform/csv/write.ts';

/** One row a problem, and one a note, without any value of the export; where two files were joined, it says which one the line is of. */
export function problemsCsv(problems: readonly PlacedProblem[], notes: readonly PlacedNote[] = []): string {
  const isJoined = [...problems, ...notes].some(({ file }) => file !== undefined);
  const fileOf = (name: string) => (isJoined ? [name] : []);
  let text = csvHeader([...fileOf('file'), 'line', 'column', 'problem', 'found', 'what to do', 'left out']);
  for (const { file = 'export', line, kind, column, field, found } of problems)
    text += csvLine([
      ...fileOf(file),
      line,
      nameOf(column, field),
      PROBLEMS[kind].name,
      found,
      PROBLEMS[kind].advice,
      KEPT_WITHOUT.has(kind) ? 'answer' : 'row',
    ]);
  for (const { file = 'export', line, kind, field } of notes)
    text += csvLine([
      ...fileOf(file),
      line,
      FIELD_WORDS[field].name,
      NOTES[kind].name,
      '',
      NOTES[kind].advice,
      'nothing',
    ]);
  return text;
}

/** Of homelessness there may be several columns, which a number tells apart. */
function nameOf(column: number | undefined, field: PlacedProblem['field']): string {
  if (column === undefined) return '';
  const number = `column ${column + 1}`;
  return field === 'homeless' ? `${FIELD_WORDS.homeless.name} (${number})` : field ? FIELD_WORDS[field].name : number;
}

/**
 * Problems by kind, answers by question too, the most frequent first: "12 rows, the first on line 17: Student repeated, with other
 * details."
 */
export function problemsInWords(problems: readonly PlacedProblem[]): string[] {
  const groups = new Map<string, { rows: number; where: string; advice: string }>();
  for (const { kind, field, line, file } of problems) {
    const { name, advice } = PROBLEMS[kind];
    const title = kind === 'answer' && field ? `${name}: ${FIELD_WORDS[field].name}` : name;
    const group = groups.get(title);
    const where = `line ${line}${file === 'answers' ? ' of the answers' : ''}`;
    if (group) group.rows++;
    else groups.set(title, { rows: 1, where, advice });
  }
  return [...groups]
    .sort(([, a], [, b]) => b.rows - a.rows)
    .map(
      ([title, { rows, where, advice }]) =>
        `${rows === 1 ? `1 row, ${where}` : `${rows} rows, the first on ${where}`}: ${title}. ${advice}`,
    );
}

/** One row a line of either file that was not joined, without a value of it. */
export function unjoinedCsv(unjoined: readonly Unjoined[]): string {
  return [
    csvHeader(['file', 'line', 'what']),
    ...unjoined.map(({ file, line, kind }) => csvLine([file, line, UNJOINED[kind]])),
  ].join('');
}
