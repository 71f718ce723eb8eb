import { Refusal } from '../problem.ts';

const SAVE_AS = 'In a spreadsheet, choose "Save as" and then "CSV UTF-8 (comma delimited)".';

/** Why a file is no CSV that can be read. The messages never repeat what the file holds. */
export const csvErrors = {
  utf16: () => new Refusal('csv.utf-16', 422, `The file is not UTF-8 text (it looks like UTF-16). ${SAVE_AS}`),
  workbook: () => new Refusal('csv.workbook', 422, `The file is a spreadsheet or an archive, not CSV. ${SAVE_AS}`),
  /** @param kind such as "a web page" */
  notATable: (kind: string) =>
    new Refusal(
      'csv.not-a-table',
      422,
      `The file is ${kind}, whatever its name says, and no table. Export the table again as CSV; if a spreadsheet opens this file, save it from there as "CSV UTF-8".`,
    ),
  compressed: () => new Refusal('csv.compressed', 422, 'The file is compressed. Unpack it first.'),
  notUtf8: (line: number) =>
    new Refusal(
      'csv.not-utf-8',
      422,
      `Line ${line} holds characters that are not UTF-8 (the file may be Windows-1252). ${SAVE_AS}`,
    ),
  /** @param line the first that shows it */
  codePage: (line: number) =>
    new Refusal(
      'csv.code-page',
      422,
      `Line ${line} holds letters that are not UTF-8, and in none of the encodings known here (Windows-1252, Mac Roman, DOS 850 and 437) do they make words. ${SAVE_AS}`,
    ),
  mixed: (line: number) =>
    new Refusal(
      'csv.mixed',
      422,
      `Line ${line} holds letters in UTF-8 and letters in another encoding: the file was put together from two, and which is which cannot be told. Save each of the two as "CSV UTF-8 (comma delimited)" and put them together again.`,
    ),
  /** @param line the last one that could be read; 0: none */
  lineTooLong: (line: number) =>
    new Refusal(
      'csv.line-too-long',
      422,
      `${line > 0 ? `A line after line ${line}` : 'The first line'} is longer than 4 MB, which no row of a table is. ${SAVE_AS}`,
    ),
  openQuote: (line: number) =>
    new Refusal(
      'csv.open-quote',
      422,
      `A quotation mark (") opened on line ${line} is never closed. Close or remove it.`,
    ),
  afterQuote: (line: number) =>
    new Refusal(
      'csv.after-quote',
      422,
      `On line ${line} text follows a closing quotation mark ("). Write a quotation mark inside quoted text twice ("").`,
    ),
  /** @param line the first that shows it */
  binary: (line: number) =>
    new Refusal(
      'csv.binary',
      422,
      `The file is no table of text: line ${line} holds bytes that no text has. ${SAVE_AS}`,
    ),
  empty: () => new Refusal('csv.empty', 422, 'The file is empty.'),
} as const;
