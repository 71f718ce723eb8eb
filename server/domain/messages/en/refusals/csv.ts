/** Why a file is no CSV that can be read. */
const SAVE_AS = 'In a spreadsheet, choose "Save as" and then "CSV UTF-8 (comma delimited)".';

export const csvRefusals = {
  'csv.utf-16': `The file is not UTF-8 text (it looks like UTF-16). ${SAVE_AS}`,
  'csv.workbook': `The file is a spreadsheet or an archive, not CSV. ${SAVE_AS}`,
  'csv.not-a-table': ({ kind }: { kind: string }) =>
    `The file is ${kind}, whatever its name says, and no table. Export the table again as CSV; if a spreadsheet opens this file, save it from there as "CSV UTF-8".`,
  'csv.compressed': 'The file is compressed. Unpack it first.',
  'csv.not-utf-8': ({ line }: { line: number }) =>
    `Line ${line} holds characters that are not UTF-8 (the file may be Windows-1252). ${SAVE_AS}`,
  'csv.code-page': ({ line }: { line: number }) =>
    `Line ${line} holds letters that are not UTF-8, and in none of the encodings known here (Windows-1252, Mac Roman, DOS 850 and 437) do they make words. ${SAVE_AS}`,
  'csv.mixed': ({ line }: { line: number }) =>
    `Line ${line} holds letters in UTF-8 and letters in another encoding: the file was put together from two, and which is which cannot be told. Save each of the two as "CSV UTF-8 (comma delimited)" and put them together again.`,
  'csv.line-too-long': ({ line }: { line: number }) =>
    `${line > 0 ? `A line after line ${line}` : 'The first line'} is longer than 4 MB, which no row of a table is. ${SAVE_AS}`,
  'csv.open-quote': ({ line }: { line: number }) =>
    `A quotation mark (") opened on line ${line} is never closed. Close or remove it.`,
  'csv.after-quote': ({ line }: { line: number }) =>
    `On line ${line} text follows a closing quotation mark ("). Write a quotation mark inside quoted text twice ("").`,
  'csv.binary': ({ line }: { line: number }) =>
    `The file is no table of text: line ${line} holds bytes that no text has. ${SAVE_AS}`,
  'csv.empty': 'The file is empty.',
};
