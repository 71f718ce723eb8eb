import {
  type AnonymizeCounts,
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
import { type Phrase, phrase, say } from '../../domain/messages/phrase.ts';
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
export function problemsSaid(problems: readonly PlacedProblem[], names: readonly string[]): Phrase[] {
  const groups = new Map<string, { rows: number; first: PlacedProblem }>();
  for (const problem of problems) {
    const { kind, field, column } = problem;
    const group = `${kind} ${kind === 'residence' ? names[column ?? -1]?.trim() : kind === 'answer' ? field : ''}`;
    groups.set(group, { rows: (groups.get(group)?.rows ?? 0) + 1, first: groups.get(group)?.first ?? problem });
  }
  return [...groups.values()]
    .sort((a, b) => b.rows - a.rows)
    .map(({ rows, first: { kind: problemFound, field, line, file, column } }) => {
      const found = { rows, line, isOfAnswers: file === 'answers', problemFound };
      const name = problemFound === 'residence' ? names[column ?? -1]?.trim() : undefined;
      if (name) return phrase('anonymize.fault/column', { ...found, name });
      if (problemFound === 'answer' && field) return phrase('anonymize.fault/answer', { ...found, use: field });
      return phrase('anonymize.fault', found);
    });
}

/** One row per unjoined line of either file, without its values. */
export function unjoinedCsv({ rows: { list, unjoined: kinds } }: ListWords, unjoined: readonly Unjoined[]): string {
  return [
    csvHeader([list.file, list.line, list.what]),
    ...unjoined.map(({ file, line, kind }) => csvLine([list.files[file], line, kinds[kind]])),
  ].join('');
}

/** How homes were placed by their addresses; nothing where none was. */
export function locatedSaid(located: AnonymizeCounts['located']): Phrase[] {
  const homesFound = Object.entries(located).map(([quality, homes]) =>
    phrase('anonymize.located/by', { homes, quality }),
  );
  return homesFound.length === 0 ? [] : [phrase('anonymize.located', { homesFound })];
}
