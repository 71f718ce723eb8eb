import { Refusal } from '../problem.ts';

/** Why a workbook cannot be read. The messages never repeat what it holds. */
export const sheetErrors = {
  oldOrEncrypted: () =>
    new Refusal(
      'sheet.old-or-encrypted',
      422,
      'The workbook is protected by a password or of the old kind (.xls). Open it, and save it as "Excel Workbook (.xlsx)" without a password, or as "CSV UTF-8".',
    ),
  notAWorkbook: () =>
    new Refusal(
      'sheet.not-a-workbook',
      422,
      'The file is an archive but no Excel workbook. Choose the .xlsx or .csv file that the student information system exported; unpack a .zip first.',
    ),
  damaged: () =>
    new Refusal(
      'sheet.damaged',
      422,
      'The workbook is damaged or cut off. Export it again, or open it and save it anew.',
    ),
  tooLarge: (megabytes: number) =>
    new Refusal(
      'sheet.too-large',
      422,
      `The workbook unpacks to more than ${megabytes} MB, which no table of students does. Save the table alone as "CSV UTF-8" and choose that.`,
    ),
  tooWide: (line: number, columns: number) =>
    new Refusal(
      'sheet.too-wide',
      422,
      `Line ${line} of the sheet reaches to column number ${columns}, where no table of students ends. Delete the stray value there, or save the table alone as "CSV UTF-8".`,
    ),
  empty: () =>
    new Refusal(
      'sheet.empty',
      422,
      'No sheet of the workbook holds a table with a line of column names and rows under it. Export the table of students again, or save it as "CSV UTF-8".',
    ),
} as const;
