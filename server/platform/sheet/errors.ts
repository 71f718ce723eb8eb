import { refusal } from '../problem.ts';

/** Why a workbook is unreadable. Messages never repeat its content. */
export const sheetErrors = {
  oldOrEncrypted: () => refusal('sheet.old-or-encrypted', 422),
  notAWorkbook: () => refusal('sheet.not-a-workbook', 422),
  damaged: () => refusal('sheet.damaged', 422),
  tooLarge: (megabytes: number) => refusal('sheet.too-large', 422, { megabytes }),
  tooManyRows: (most: number) => refusal('sheet.too-many-rows', 422, { most }),
  tooWide: (line: number, columns: number) => refusal('sheet.too-wide', 422, { line, columnCount: columns }),
  empty: () => refusal('sheet.empty', 422),
} as const;
