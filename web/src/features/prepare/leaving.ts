/** The columns of the file that leaves, in words for the person who must answer for them. */
import type { FILE_COLUMNS } from '../../../../server/domain/anonymize/index.ts';
import { QUESTION_NAMES } from '../../../../server/domain/survey/question-name.ts';

type LeavingColumn = (typeof FILE_COLUMNS)[number];

export const LEAVING_WORDS: Readonly<Record<LeavingColumn, string>> = {
  lea_id: 'Your district',
  student_key: 'A pseudonym of the student. Only your key can make it again.',
  household_key: 'A pseudonym of the household, the same for brothers and sisters',
  cell: 'A hexagon of about 180 acres with the home somewhere in it',
  residence: '“none” for a student with no fixed residence, else empty',
  grade_level: 'Grade',
  ...QUESTION_NAMES,
};

export interface LeavingValue {
  readonly name: string;
  readonly value: string;
  readonly words: string;
}

/** One line of the preview, column by column: one with a home and most answers, where there is one. */
export function exampleOf([header = [], ...lines]: readonly (readonly string[])[]): readonly LeavingValue[] {
  const filled = (line: readonly string[]) => line.filter((value) => value !== '').length;
  const [fullest = []] = lines.toSorted((a, b) => filled(b) - filled(a));
  return header.map((name, i) => ({
    name,
    value: fullest[i] ?? '',
    words: LEAVING_WORDS[name as LeavingColumn] ?? '',
  }));
}
