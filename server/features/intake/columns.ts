import { headerSays } from '../../domain/identifying.ts';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { questionOfColumn } from '../../domain/survey/column.ts';
import type { Question } from '../../domain/survey.ts';
import { intakeErrors } from './errors.ts';

export interface SurveyColumn {
  readonly question: Question;
  readonly index: number;
  readonly name: string;
}

/** Positions of the columns we read. */
export interface Layout {
  readonly width: number;
  /** Readable names, in file order. */
  readonly names: readonly string[];
  readonly leaId: number;
  readonly studentKey: number;
  readonly householdKey: number;
  readonly cell: number;
  /** Undefined: the file does not mark students without fixed residence. */
  readonly residence: number | undefined;
  /** Undefined: the file has no grades. */
  readonly gradeLevel: number | undefined;
  readonly survey: readonly SurveyColumn[];
  /** Columns skipped at the request of the person who loads the file. */
  readonly ignored: readonly number[];
}

const REQUIRED = { leaid: 'lea_id', studentkey: 'student_key', householdkey: 'household_key', cell: 'cell' } as const;
const GRADE = 'gradelevel';
const RESIDENCE = 'residence';
/** Our own columns, known by these names only. */
const OPTIONAL: readonly string[] = [GRADE, RESIDENCE];

/**
 * Reads the header of a homes file. Refuses unknown columns unless `ignoreColumns` names them, and columns whose names
 * suggest coordinates, names or addresses in any case.
 *
 * @param ignoreColumns undefined: nobody can be asked which columns to skip
 * @throws Refusal naming the columns that are missing, repeated, identifying or unknown
 */
export function layoutOf(header: readonly string[], ignoreColumns?: readonly string[]): Layout {
  const plain = header.map(plainName);
  const at = (name: string) => plain.indexOf(name);
  const missing = Object.entries(REQUIRED).filter(([name]) => at(name) < 0);
  // Without any known name the first line is data, and must not be repeated.
  if (missing.length === Object.keys(REQUIRED).length) throw intakeErrors.noHeader();

  const names = header.map((text, index) => speakableName(text, index));
  const ignorable = new Set(ignoreColumns?.map(plainName));
  const survey: SurveyColumn[] = [];
  const ignored: number[] = [];
  const identifying: Phrase[] = [];
  const unknown: string[] = [];
  for (const [index, text] of header.entries()) {
    const name = names[index] ?? '';
    const own = plain[index] ?? '';
    const question = questionOfColumn(text);
    if (Object.hasOwn(REQUIRED, own) || OPTIONAL.includes(own)) continue;
    if (question) {
      survey.push({ question, index, name });
      continue;
    }
    const said = headerSays(text);
    if (said) identifying.push(phrase('homes.column-looks-like', { column: name, says: said }));
    else if (text.trim() === '' || ignorable.has(own || plainName(name))) ignored.push(index);
    else unknown.push(name);
  }
  if (identifying.length > 0) throw intakeErrors.identifying(identifying);
  if (missing.length > 0) throw intakeErrors.missingColumns(missing.map(([, name]) => name));
  const repeated = repeatedColumns(plain, names, survey);
  if (repeated.length > 0) throw intakeErrors.repeatedColumns(repeated);
  if (unknown.length > 0) throw intakeErrors.unknownColumns(unknown, ignoreColumns !== undefined);
  return {
    width: header.length,
    names,
    leaId: at('leaid'),
    studentKey: at('studentkey'),
    householdKey: at('householdkey'),
    cell: at('cell'),
    residence: at(RESIDENCE) < 0 ? undefined : at(RESIDENCE),
    gradeLevel: at(GRADE) < 0 ? undefined : at(GRADE),
    survey,
    ignored,
  };
}

function repeatedColumns(
  plain: readonly string[],
  names: readonly string[],
  survey: readonly SurveyColumn[],
): readonly string[] {
  const groups = new Map<string, string[]>();
  const note = (key: string, name: string) => groups.set(key, [...(groups.get(key) ?? []), name]);
  for (const [index, own] of plain.entries())
    if (Object.hasOwn(REQUIRED, own) || OPTIONAL.includes(own)) note(own, names[index] ?? '');
  for (const { question, name } of survey) note(question, name);
  return [...groups.values()].filter((same) => same.length > 1).map((same) => same.join(' and '));
}

function plainName(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** A column's name if it reads like one, else its position: a misplaced value must not be repeated. */
function speakableName(text: string, index: number): string {
  const name = text.trim();
  return /^[A-Za-z][A-Za-z0-9 _.()/-]{0,59}$/.test(name) || /^\d{4,6}$/.test(name) ? name : `number ${index + 1}`;
}
