import { refusal } from '../problem.ts';

/** Why a file is not readable CSV. Messages never repeat the file's content. */
export const csvErrors = {
  utf16: () => refusal('csv.utf-16', 422),
  workbook: () => refusal('csv.workbook', 422),
  /** @param kind such as "a web page" */
  notATable: (kind: string) => refusal('csv.not-a-table', 422, { kind }),
  compressed: () => refusal('csv.compressed', 422),
  notUtf8: (line: number) => refusal('csv.not-utf-8', 422, { line }),
  /** @param line the first with the fault */
  codePage: (line: number) => refusal('csv.code-page', 422, { line }),
  mixed: (line: number) => refusal('csv.mixed', 422, { line }),
  /** @param line the last readable one; 0 = none */
  lineTooLong: (line: number) => refusal('csv.line-too-long', 422, { line }),
  openQuote: (line: number) => refusal('csv.open-quote', 422, { line }),
  afterQuote: (line: number) => refusal('csv.after-quote', 422, { line }),
  /** @param line the first with the fault */
  binary: (line: number) => refusal('csv.binary', 422, { line }),
  empty: () => refusal('csv.empty', 422),
} as const;
