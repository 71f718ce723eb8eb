import { HEADER_WITHIN, headerAt, severalValuesAt } from '../../domain/anonymize/index.ts';
import { phrase } from '../../domain/messages/phrase.ts';
import type { Progress } from '../../platform/progress.ts';
import type { OpenTable } from '../../platform/sheet/open.ts';
import { anonymizeErrors } from './errors.ts';

const SAMPLE_ROWS = 200;

/** The header of a table, its physical line, and some rows below. */
export interface Head {
  readonly header: readonly string[];
  readonly at: number;
  readonly samples: readonly string[][];
}

/** How the person specifies the header line. */
export type HeaderFlag = '--header-line' | '--answers-header-line';

/**
 * Finds the header. A form writes its column names first, whatever it asked, so for answers the first line counts where no line
 * has names that we know.
 *
 * @param headerLine physical line of the header, if the person gave it
 * @throws Refusal anonymize.no-header
 */
export async function headOf(
  table: OpenTable,
  { headerLine, flag }: { headerLine: number | undefined; flag: HeaderFlag },
  progress: Progress,
): Promise<Head> {
  const first: string[][] = [];
  const lines: number[] = [];
  for await (const batch of table.rows()) {
    for (const { line, fields } of batch.slice(0, SAMPLE_ROWS - first.length)) {
      first.push(fields);
      lines.push(line);
    }
    if (first.length >= SAMPLE_ROWS) break;
  }
  const otherwise = flag === '--answers-header-line' ? 0 : undefined;
  const position =
    headerLine === undefined ? (headerAt(first.slice(0, HEADER_WITHIN)) ?? otherwise) : lines.indexOf(headerLine);
  const header = first[position ?? -1];
  if (position === undefined || !header) throw anonymizeErrors.noHeader(headerLine, flag);
  const passedOver = severalValuesAt(first.slice(0, position));
  const at = lines[position] ?? 1;
  const firstLine = lines[passedOver ?? -1];
  if (firstLine !== undefined) progress.print(phrase('anonymize.above-header', { line: at, firstLine, flag }));
  return { header, at, samples: first.slice(position + 1) };
}
