import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../server/platform/csv/read.ts';
import { csvLine } from '../../server/platform/csv/write.ts';

const SERVER = fileURLToPath(new URL('../../server', import.meta.url));
const RUN_BY_SPREADSHEETS = /^[=+\-@\t\r\n＝＋－＠]/;

/** Writes CSV of its own, of codes, keys and numbers alone: nothing in it was ever typed by a person. */
const NO_TEXT_OF_PEOPLE = [
  'domain/anonymize/file.ts',
  // What the Census Bureau's geocoder is sent: its own protocol, opened by no spreadsheet.
  'features/geocode/census.ts',
];

describe('a formula in a file', () => {
  it('stands in what we export as text that no spreadsheet runs, and else as it was', async () => {
    const awkward = fc.string({ unit: fc.constantFrom(...'=+-@\t＝＠|!"\',;\n\rabc 19.é😀') });
    await fc.assert(
      fc.asyncProperty(fc.array(awkward, { minLength: 2, maxLength: 6 }), async (values) => {
        const bytes = Buffer.from(csvLine(values.map((_, i) => `column ${i}`)) + csvLine(values));
        const rows: string[][] = [];
        for await (const batch of readCsv(ReadableStream.from([bytes])))
          rows.push(...batch.map(({ fields }) => fields));
        const read = rows[1] ?? values.map(() => '');
        for (const [i, value] of values.entries()) {
          const shown = read[i] ?? '';
          if (/^-?\d+(\.\d+)?$/.test(value)) expect(shown).toBe(value);
          else expect(shown).not.toMatch(RUN_BY_SPREADSHEETS);
          // Line ends within a value are read as one kind.
          const kept = value.replace(/\r\n?/g, '\n');
          expect([kept, `'${kept}`]).toContain(shown);
        }
      }),
    );
  });

  it('meets one writer of CSV wherever we write any', () => {
    const others = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.startsWith('platform/csv/') && !NO_TEXT_OF_PEOPLE.includes(name))
      .filter((name) => {
        const text = readFileSync(join(SERVER, name), 'utf8');
        return /text\/csv|\.csv['"`]|Csv\(/.test(text) && /join\(['"],['"]\)\}?[^)\n]*\\n/.test(text);
      });
    expect(others).toEqual([]);
  });
});
