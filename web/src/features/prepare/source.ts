import { isWorkbook } from '../../../../server/platform/sheet/read.ts';
import { csvSource } from './csv-source.ts';
import type { RowSource } from './engine.ts';
import { workbookSource } from './workbook-source.ts';

/** Reads a chosen file by what it is, whatever its name says. @throws Refusal csv.*, sheet.*; Stopped */
export async function sourceOf(file: Blob, signal: AbortSignal): Promise<RowSource> {
  const first = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  return isWorkbook(first) ? workbookSource(file, signal) : csvSource(file, signal);
}
