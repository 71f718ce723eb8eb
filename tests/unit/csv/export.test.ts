import { describe, expect, it } from 'vitest';
import { encodingOf, readExport } from '../../../server/platform/csv/export.ts';

/** In pieces of a few bytes, so that every piece cuts a character or a line somewhere. */
function inPieces(bytes: Uint8Array, size = 3): () => AsyncIterable<Uint8Array> {
  return async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
}

async function fieldsOf(bytes: Uint8Array): Promise<string[][]> {
  // Encodings are told by the first piece, which a file gives as a whole block.
  const encoding = await encodingOf(inPieces(bytes, 4096));
  const rows: string[][] = [];
  for await (const batch of readExport(inPieces(bytes)(), encoding)) rows.push(...batch.map(({ fields }) => fields));
  return rows;
}

const TEXT = 'name;zip\r\nCañon "A";24901\r\n"two\r\nlines";2\r\n';
const ROWS = [
  ['name', 'zip'],
  ['Cañon "A"', '24901'],
  ['two\nlines', '2'],
];

describe('an export', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['Windows-1252', Buffer.from(TEXT, 'latin1')],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16, big-endian', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
  ])('is read from %s', async (_, bytes) => {
    expect(await fieldsOf(bytes)).toEqual(ROWS);
  });

  it('is read without the formulas by which systems keep the zeros of numbers, and with any other as it stands', async () => {
    const text = '="ID","=""Zip""",=“Lat”,Note\n="00123","=""00674""",="38.5",="a"&"b"\n';
    expect(await fieldsOf(Buffer.from(text))).toEqual([
      ['ID', 'Zip', 'Lat', 'Note'],
      ['00123', '00674', '38.5', '="a"&"b"'],
    ]);
  });

  it('is read with lines that end in three ways', async () => {
    expect(await fieldsOf(Buffer.from('a|b\r\n1|2\r3|4\n5|6\r'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  it('is read with lines that end the old way', async () => {
    expect(await fieldsOf(Buffer.from('a|b\r1|2\r'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it.each([
    [';', 'Example County Schools, Home Access Extract, 2026'],
    ['\t', 'Extract, of 11/25/2026'],
    ['|', 'a, b, c'],
  ])('is cut at %s although titles with commas stand above the table', async (delimiter, title) => {
    const rows = Array.from({ length: 60 }, (_, i) => [`${i}`, '38,5', 'Oak Ln, rear', 'x', 'y']);
    const text = [title, '', ...rows.map((fields) => fields.join(delimiter))].join('\n');
    expect(await fieldsOf(Buffer.from(text))).toEqual([title.split(delimiter), ...rows]);
  });

  it.each([
    ['a web page', '\uFEFF\n<!DOCTYPE html><title>Sign in</title>'],
    ['a web page', '<table border=1><tr><td>id'],
    ['an XML file', '<?xml version="1.0"?><Workbook/>'],
    ['a JSON file', '{ "students": [] }'],
    ['a JSON file', '[\n  {"id": 1}]'],
    ['a PDF', '%PDF-1.7\n'],
    ['a text with formatting', '{\\rtf1 id'],
  ])('that is %s is named as such', async (name, text) => {
    await expect(encodingOf(inPieces(Buffer.from(text), 4096))).rejects.toMatchObject({
      code: 'csv.not-a-table',
      message: expect.stringContaining(name),
    });
  });

  it('in UTF-32 is named as such, though it begins as UTF-16 does', async () => {
    const bytes = Buffer.from(Uint32Array.from('\ufeffid,zip\n1,2\n', (letter) => letter.codePointAt(0) ?? 0).buffer);
    await expect(encodingOf(inPieces(bytes, 4096))).rejects.toMatchObject({
      code: 'csv.not-a-table',
      message: expect.stringContaining('a text in UTF-32'),
    });
  });

  it.each(['[Student ID],[Grade]', '<5 miles,id', '{id},grade'])('may begin with %s', async (header) => {
    expect(await fieldsOf(Buffer.from(`${header}\n1,2\n`))).toEqual([header.split(','), ['1', '2']]);
  });

  it('whose one line never ends is given up after some megabytes', async () => {
    let read = 0;
    const endless = async function* () {
      yield Buffer.from('a,b\n1,2\n');
      for (; read < 2048; read++) yield new Uint8Array(1 << 20).fill(0x78);
    };
    expect(await encodingOf(endless)).toBe('utf-8');
    await expect(async () => {
      for await (const rows of readExport(endless(), 'utf-8')) rows.length;
    }).rejects.toThrow('after line 2');
    expect(read).toBeLessThan(30);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'csv.empty'],
    ['zero bytes', Buffer.from('a,b\n1,\0\n'), 'csv.binary'],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'csv.compressed'],
    ['a quotation mark that stays open', Buffer.from('a,b\n"1,2\n'), 'csv.open-quote'],
    ['a line longer than any row', Buffer.alloc(5 << 20, 'x'), 'csv.line-too-long'],
  ])('with %s is refused', async (_, bytes, code) => {
    await expect(fieldsOfWhole(bytes)).rejects.toMatchObject({ code });
  });
});

async function fieldsOfWhole(bytes: Uint8Array): Promise<void> {
  const encoding = await encodingOf(inPieces(bytes, 1 << 20));
  for await (const batch of readExport(inPieces(bytes, 1 << 20)(), encoding)) batch.length;
}
