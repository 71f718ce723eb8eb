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
  ['two\r\nlines', '2'],
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

  it('is read with lines that end the old way', async () => {
    expect(await fieldsOf(Buffer.from('a|b\r1|2\r'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
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
