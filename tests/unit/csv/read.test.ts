import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../server/platform/csv/read.ts';
import { type CsvRow, delimiterOf } from '../../../server/platform/csv/records.ts';
import { csvLine } from '../../../server/platform/csv/write.ts';

async function rowsOf(bytes: Uint8Array, chunkBytes = bytes.length): Promise<CsvRow[]> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += Math.max(1, chunkBytes)) yield bytes.subarray(at, at + chunkBytes);
  }
  const rows: CsvRow[] = [];
  for await (const batch of readCsv(chunks())) rows.push(...batch);
  return rows;
}
const utf32 = (value: string) => Buffer.from(Uint32Array.from(`\ufeff${value}`, (c) => c.codePointAt(0) ?? 0).buffer);
const text = (value: string) => rowsOf(Buffer.from(value));

describe('a CSV file', () => {
  it('reads as csv-parse reads it, whatever is in it and however it is cut', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '漢', '😀', ',', '"', '\n', '\r\n', '\r', ' ', '7'),
      maxLength: 6,
    });
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('\r\n', '\n', '\r'),
        async (rows, chunk, end) => {
          const quoted = [['a', 'b', 'c'], ...rows].map((row) =>
            row.map((c) => `"${c.replaceAll('"', '""')}"`).join(','),
          );
          const bytes = Buffer.from(quoted.join(end));
          const expected: string[][] = parse(bytes, { record_delimiter: ['\r\n', '\n', '\r'] });
          const found = await rowsOf(bytes, chunk);
          const withLineFeeds = expected.map((row) => row.map((value) => value.replace(/\r\n?/g, '\n')));
          expect(found.map((row) => row.fields)).toEqual(withLineFeeds);
        },
      ),
    );
  });

  it('tells the physical line each row begins on, line ends inside quotes included', async () => {
    const rows = await text('a,b\n1,"two\nlines"\n\n"three\n\nlines",2\n3,4');
    expect(rows.map((row) => row.line)).toEqual([1, 2, 5, 8]);
  });

  it('ends a line with any of three line ends, all in one file, however it is cut', async () => {
    const content = Buffer.from('a,b\r\n1,2\r3,4\r5,6\n7,8\r\n9,10');
    for (let chunk = 1; chunk <= content.length; chunk++)
      expect((await rowsOf(content, chunk)).map(({ line, fields }) => [line, ...fields])).toEqual([
        [1, 'a', 'b'],
        [2, '1', '2'],
        [3, '3', '4'],
        [4, '5', '6'],
        [5, '7', '8'],
        [6, '9', '10'],
      ]);
  });

  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\r\n1\t2\r\n'],
    ['a byte order mark', '\ufeffa,b\n1,2\n'],
    ['line ends of the old kind', 'a,b\r1,2\r'],
    ['no last line end', 'a,b\n1,2'],
  ])('reads with %s', async (_, content) => {
    expect((await text(content)).map((row) => row.fields)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('keeps a quotation mark in the middle of a bare value', async () => {
    expect((await text('a,b\n5" pipe,x\n'))[1]?.fields).toEqual(['5" pipe', 'x']);
  });

  it('does not take a delimiter inside the quotes of the header for one', () => {
    expect(delimiterOf('"a;b;c;d",e')).toBe(',');
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeffa,b\n1,2\n', 'utf16le'), 'csv.utf-16'],
    ['UTF-16 without a mark', Buffer.from('a,b\n1,2\n', 'utf16le'), 'csv.utf-16'],
    ['UTF-32', utf32('a,b\n1,2\n'), 'csv.not-a-table'],
    ['a workbook', Buffer.from('PK\x03\x04 and so on\n'), 'csv.workbook'],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0, 10]), 'csv.compressed'],
    ['nothing', Buffer.alloc(0), 'csv.empty'],
    ['an open quotation mark', Buffer.from('a,b\n1,"2\n3,4\n'), 'csv.open-quote'],
    ['text after a closing quotation mark', Buffer.from('a,b\n1,"2"x\n'), 'csv.after-quote'],
  ])('is refused when it is %s', async (_, bytes, code) => {
    await expect(rowsOf(bytes)).rejects.toMatchObject({ code });
  });

  it('in Windows-1252 is refused with the line that shows it', async () => {
    const bytes = Buffer.concat([
      Buffer.from('a,b\n1,2\n'),
      Buffer.from('caf\xe9,2\n', 'latin1'),
      Buffer.from('3,4\n'),
    ]);
    await expect(rowsOf(bytes)).rejects.toThrow('Line 3');
  });

  it('holds no formula when Gapmap writes it', () => {
    expect(csvLine(['=1+1', 'a,b', 'say "x"', 7])).toBe(`'=1+1,"a,b","say ""x""",7\r\n`);
  });
});
