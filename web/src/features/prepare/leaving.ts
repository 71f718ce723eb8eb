/** The columns of the resulting file, for the person who must answer for them. */
import type { FILE_COLUMNS } from '../../../../server/domain/anonymize/index.ts';

export interface LeavingValue {
  readonly name: (typeof FILE_COLUMNS)[number];
  readonly value: string;
}

/** One line of the preview by column: one with a home and the most answers, if there is one. */
export function exampleOf([header = [], ...lines]: readonly (readonly string[])[]): readonly LeavingValue[] {
  const filled = (line: readonly string[]) => line.filter((value) => value !== '').length;
  const [fullest = []] = lines.toSorted((a, b) => filled(b) - filled(a));
  return header.map((name, i) => ({ name: name as LeavingValue['name'], value: fullest[i] ?? '' })); // as the worker wrote it
}
