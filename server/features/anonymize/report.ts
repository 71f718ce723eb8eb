import {
  KEPT_WITHOUT,
  type PlacedNote,
  type PlacedProblem,
  ruleOf,
  type Unjoined,
} from '../../domain/anonymize/index.ts';
import type { FieldMessages } from '../../domain/messages/en/fields.ts';
import { fields } from '../../domain/messages/en/fields.ts';
import { type Phrases, phrases } from '../../domain/messages/en/phrases.ts';
import type { RowMessages } from '../../domain/messages/en/rows.ts';
import { rows as rowWords } from '../../domain/messages/en/rows.ts';
import { say } from '../../domain/messages/phrase.ts';
import { csvHeader, csvLine } from '../../platform/csv/write.ts';

/** Words of the lists, in one language. */
export interface ListWords {
  readonly fields: FieldMessages;
  readonly rows: RowMessages;
  readonly phrases: Phrases;
}

export const ENGLISH: ListWords = { fields, rows: rowWords, phrases };

/**
 * One row per problem and per note, without any value of the export; for two joined files, each names the file of its line.
 *
 * @param names of all columns, including joined ones
 */
export function problemsCsv(
  words: ListWords,
  problems: readonly PlacedProblem[],
  notes: readonly PlacedNote[] = [],
  names: readonly string[] = [],
): string {
  const isJoined = [...problems, ...notes].some(({ file }) => file !== undefined);
  const { list, problems: kinds, notes: noteKinds, noteAdvice } = words.rows;
  const fileOf = (name: string) => (isJoined ? [name] : []);
  let text = csvHeader([
    ...fileOf(list.file),
    list.line,
    list.column,
    list.problem,
    list.found,
    list.whatToDo,
    list.leftOut,
  ]);
  for (const { file = 'export', line, kind, column, field, found } of problems)
    text += csvLine([
      ...fileOf(list.files[file]),
      line,
      nameOf(words, column, field, names),
      kinds[kind].name,
      found ? say(words.phrases, found) : '',
      kinds[kind].advice,
      KEPT_WITHOUT.has(kind) ? list.answer : list.row,
    ]);
  for (const note of notes)
    text += csvLine([
      ...fileOf(list.files[note.file ?? 'export']),
      note.line,
      words.fields[note.field].name,
      noteKinds[note.kind],
      '',
      noteAdvice[ruleOf(note)],
      list.nothing,
    ]);
  return text;
}

/** There may be several columns of homelessness, distinguished by name. */
function nameOf(
  { fields, rows: { list } }: ListWords,
  column: number | undefined,
  field: PlacedProblem['field'],
  names: readonly string[],
): string {
  if (column === undefined) return '';
  const name = names[column]?.trim() || list.nameless({ columnNumber: column + 1 });
  return field === 'homeless' ? `${fields.homeless.name} (${name})` : field ? fields[field].name : name;
}

/**
 * Problems by kind, answers by question too, most frequent first: "12 rows, the first on line 17: Student repeated, with other
 * details." An unclear residence names its column.
 *
 * @param names of all columns, including joined ones
 */
export function problemsInWords(problems: readonly PlacedProblem[], names: readonly string[]): string[] {
  const groups = new Map<string, { rows: number; where: string; advice: string }>();
  for (const { kind, field, line, file, column } of problems) {
    const { name, advice } = rowWords.problems[kind];
    const of = kind === 'residence' ? names[column ?? -1]?.trim() : kind === 'answer' && field && fields[field].name;
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

/** One row per unjoined line of either file, without its values. */
export function unjoinedCsv({ rows: { list, unjoined: kinds } }: ListWords, unjoined: readonly Unjoined[]): string {
  return [
    csvHeader([list.file, list.line, list.what]),
    ...unjoined.map(({ file, line, kind }) => csvLine([list.files[file], line, kinds[kind]])),
  ].join('');
}
