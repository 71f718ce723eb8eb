import { describe, expect, it } from 'vitest';
import { encodingOf, readExport } from '../../../server/platform/csv/export.ts';
import { type CsvRow, readCsv } from '../../../server/platform/csv/read.ts';
import { csvField, csvHeader, csvLine } from '../../../server/platform/csv/write.ts';

describe('a value in a table for spreadsheets', () => {
  it.each(['=cmd|calc', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '-', '=', '--5', '-79.5N'])(
    'is not run as a formula: %j',
    (text) => {
      expect(csvField(text).replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it.each([
    ['-79.5', '-79.5'],
    ['-3', '-3'],
    [-79.5, '-79.5'],
    [true, 'true'],
    [null, ''],
    [undefined, ''],
    ['Clay County', 'Clay County'],
    ['5" pipe, old', '"5"" pipe, old"'],
    ['two\nlines', '"two\nlines"'],
    [{ a: 1 }, '"{""a"":1}"'],
  ])('stays what it is: %j', (value, text) => {
    expect(csvField(value)).toBe(text);
  });

  it('is known to be UTF-8 by the mark before the first line, which our own readers drop', async () => {
    const bytes = Buffer.from(csvHeader(['cañón', 'b']) + csvLine(['é', 1]));
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const again = async function* () {
      yield bytes;
    };
    const expected = [
      ['cañón', 'b'],
      ['é', '1'],
    ];
    expect(await fieldsOf(readCsv(again()))).toEqual(expected);
    expect(await fieldsOf(readExport(again(), await encodingOf(again)))).toEqual(expected);
  });

  it('stands in a line that ends as RFC 4180 has it', () => {
    expect(csvLine(['a', 1, null])).toBe('a,1,\r\n');
  });
});

async function fieldsOf(batches: AsyncIterable<CsvRow[]>): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const batch of batches) rows.push(...batch.map(({ fields }) => fields));
  return rows;
}
