/** Why a workbook cannot be read. */
import { wordingIn } from '../../wording.ts';

const { grouped } = wordingIn('en');

export const sheetRefusals = {
  'sheet.old-or-encrypted':
    'The workbook is protected by a password or of the old kind (.xls). Open it, and save it as "Excel Workbook (.xlsx)" without a password, or as "CSV UTF-8".',
  'sheet.not-a-workbook':
    'The file is an archive but no Excel workbook. Choose the .xlsx or .csv file that the student information system exported; unpack a .zip first.',
  'sheet.damaged': 'The workbook is damaged or cut off. Export it again, or open it and save it anew.',
  'sheet.too-large': ({ megabytes }: { megabytes: number }) =>
    `The workbook unpacks to more than ${megabytes} MB, which no table of students does. Save the table alone as "CSV UTF-8" and choose that.`,
  'sheet.too-many-rows': ({ most }: { most: number }) =>
    `The sheet has more than ${grouped(most)} rows, which no table of students does. Delete the rows under the table, or save the table alone as "CSV UTF-8".`,
  'sheet.too-wide': ({ line, columnCount }: { line: number; columnCount: number }) =>
    `Line ${line} of the sheet reaches to column number ${columnCount}, where no table of students ends. Delete the stray value there, or save the table alone as "CSV UTF-8".`,
  'sheet.empty':
    'No sheet of the workbook holds a table with a line of column names and rows under it. Export the table of students again, or save it as "CSV UTF-8".',
};
