/** Next spring's answers of a district of the demo, made from its fall file: all of it is made up. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is odd about a file, so that somebody asks about it. */
export type Oddity = 'one_cell' | 'rate_fallen';

const CELL_AT = 3;
const ANSWERS_AT = 6;

/** Somebody has moved away, the others are where they were. Every row has an oddity's share of the same mistake. */
export function springFile(folder: string, leaId: string, oddity: Oddity | undefined): string {
  const text = readFileSync(join(folder, 'homes', `${leaId}.csv`), 'utf8');
  const [header = '', ...rows] = text.trimEnd().split('\n');
  const firstCell = rows[0]?.split(',')[CELL_AT] ?? '';
  const lines = rows.flatMap((row, n) => {
    if (n % 17 === 5) return [];
    const fields = row.split(',');
    if (oddity === 'one_cell' && n % 10 < 6 && fields[CELL_AT] !== '') fields[CELL_AT] = firstCell;
    if (oddity === 'rate_fallen' && n % 10 < 7) fields.fill('', ANSWERS_AT);
    return [fields.join(',')];
  });
  return `${[header, ...lines].join('\n')}\n`;
}
