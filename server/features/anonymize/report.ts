import {
  adviceOnNote,
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

/**
 * One row a problem, and one a note, without any value of the export; where two files were joined, it says which one the line is of.
 *
 * @param names of all columns, joined ones too
 */
export function problemsCsv(
  problems: readonly PlacedProblem[],
  notes: readonly PlacedNote[] = [],
  names: readonly string[] = [],
): string {
  const isJoined = [...problems, ...notes].some(({ file }) => file !== undefined);
  const fileOf = (name: string) => (isJoined ? [name] : []);
  let text = csvHeader([...fileOf('file'), 'line', 'column', 'problem', 'found', 'what to do', 'left out']);
  for (const { file = 'export', line, kind, column, field, found } of problems)
    text += csvLine([
      ...fileOf(file),
      line,
      nameOf(column, field, names),
      PROBLEMS[kind].name,
      found,
      PROBLEMS[kind].advice,
      KEPT_WITHOUT.has(kind) ? 'answer' : 'row',
    ]);
  for (const note of notes)
    text += csvLine([
      ...fileOf(note.file ?? 'export'),
      note.line,
      FIELD_WORDS[note.field].name,
      NOTES[note.kind].name,
      '',
      adviceOnNote(note),
      'nothing',
    ]);
  return text;
}

/** Of homelessness there may be several columns, which their names tell apart. */
function nameOf(column: number | undefined, field: PlacedProblem['field'], names: readonly string[]): string {
  if (column === undefined) return '';
  const name = names[column]?.trim() || `column ${column + 1}`;
  return field === 'homeless' ? `${FIELD_WORDS.homeless.name} (${name})` : field ? FIELD_WORDS[field].name : name;
}

/**
 * Problems by kind, answers by question too, the most frequent first: "12 rows, the first on line 17: Student repeated, with other
 * details." What cannot be told of a residence names its column.
 *
 * @param names of all columns, joined ones too
 */
export function problemsInWords(problems: readonly PlacedProblem[], names: readonly string[]): string[] {
  const groups = new Map<string, { rows: number; where: string; advice: string }>();
  for (const { kind, field, line, file, column } of problems) {
    const { name, advice } = PROBLEMS[kind];
    const of =
      kind === 'residence' ? names[column ?? -1]?.trim() : kind === 'answer' && field && FIELD_WORDS[field].name;
    const title = of ? `${name}: ${of}` : name;
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
