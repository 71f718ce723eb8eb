import { describe, expect, it } from 'vitest';
import { phrases } from '../../../server/domain/messages/en/phrases.ts';
import { say } from '../../../server/domain/messages/phrase.ts';
import { CODE_PAGES, type CodePage, decoderOf } from '../../../server/platform/csv/code-pages.ts';
import { howWritten } from '../../../server/platform/csv/encoding.ts';
import { readExport } from '../../../server/platform/csv/export.ts';

type Legacy = CodePage | 'utf-8';

/** Bytes of a text in a code page. */
function encoded(text: string, page: Legacy): Buffer {
  if (page === 'utf-8') return Buffer.from(text);
  const decode = decoderOf(page);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decode(Uint8Array.of(byte), true), byte]));
  return Buffer.from(
    [...text].map((sign) => {
      const byte = bytes.get(sign);
      if (byte === undefined) throw new Error(`${page} has no ${sign}`);
      return byte;
    }),
  );
}

async function read(...parts: readonly Buffer[]) {
  const bytes = Buffer.concat(parts);
  const chunks = (size: number) =>
    async function* () {
      for (let at = 0; at < bytes.length; at += size) yield new Uint8Array(bytes.subarray(at, at + size));
    };
  const { encoding, notes } = await howWritten(chunks(4096));
  const values: string[] = [];
  // In pieces of a few bytes, so that every piece cuts a character or a line somewhere.
  for await (const batch of readExport(chunks(3)(), encoding)) values.push(...batch.flatMap(({ fields }) => fields));
  return { encoding, notes: notes.map((note) => say(phrases, note)), values };
}

const NAMES = ['José', 'Muñoz', 'MUÑOZ', 'García', 'Ángel', 'Núñez', 'Zoë', 'François', 'Kínder', 'Séptimo'];

describe('a table of text', () => {
  it.each<[Legacy, readonly string[]]>([
    ['windows-1252', NAMES],
    ['macintosh', NAMES],
    ['ibm850', NAMES],
    ['ibm437', ['José', 'Muñoz', 'MUÑOZ', 'García', 'François', 'CAFÉ']],
    ['windows-1252', ['Don’t know', 'O’Brien', 'It’s', '2026–27', '“quoted”', 'Hawai’i', 'Ka’ala']],
    ['macintosh', ['Don’t know', 'Peña', 'José', '2026–27', '12 Cañon Rd']],
    ['windows-1252', ['12½ Oak Ln', '38.5°', 'Calle 3ª', '¿Sí?']],
    ['windows-1252', ['Peña']],
    ['macintosh', ['Peña']],
    ['ibm850', ['Peña', 'ÁNGEL']],
    ['windows-1252', ['Don’t']],
  ])('in %s is read with its letters: %j', async (page, words) => {
    const { values } = await read(encoded(`name\n${words.join('\n')}\n`, page));
    expect(values.slice(1)).toEqual(words);
  });

  it.each<CodePage>(['windows-1252', 'macintosh', 'ibm850'])(
    'in %s is read with a note of the code page',
    async (page) => {
      const { encoding, notes } = await read(encoded(`name\n${NAMES.join('\n')}\n`, page));
      expect(encoding).toBe(page);
      expect(notes).toEqual([expect.stringContaining('not in UTF-8')]);
    },
  );

  it.each<CodePage>(['windows-1252', 'macintosh'])(
    'put together from UTF-8 and %s is read line by line, with a note',
    async (page) => {
      const parts = [
        encoded('name\nJosé\nOak\n', 'utf-8'),
        encoded('Muñoz\nPeña\n', page),
        encoded('Núñez\n', 'utf-8'),
      ];
      const { values, notes } = await read(...parts);
      expect(values).toEqual(['name', 'José', 'Oak', 'Muñoz', 'Peña', 'Núñez']);
      expect(notes.join()).toContain(
        '2 lines, the first of them line 2, are written in UTF-8, 2 lines, the first of them line 4,',
      );
    },
  );

  it('with both in one line is refused by the line', async () => {
    await expect(
      read(Buffer.from('name\nOak\n'), encoded('José', 'utf-8'), encoded(' Muñoz\n', 'windows-1252')),
    ).rejects.toThrow('Line 3');
  });

  it('that is UTF-8 only by chance is read in its own code page', async () => {
    const { values } = await read(encoded('name\n“CAFÉ”\nCAFÉ”\nPeña\nJosé\n', 'windows-1252'));
    expect(values.slice(1)).toEqual(['“CAFÉ”', 'CAFÉ”', 'Peña', 'José']);
  });

  it.each([
    ['Cyrillic', 'windows-1251', Buffer.from([0xc8, 0xe2, 0xe0, 0xed, 10, 0xcc, 0xe0, 0xf0, 0xe8, 0xff, 10])],
    ['Japanese', 'Shift-JIS', Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 10, 0x93, 0x8c, 0x8b, 0x9e, 10])],
    ['Chinese', 'GBK', Buffer.from([0xd6, 0xd0, 0xce, 0xc4, 10, 0xd1, 0xa7, 0xc9, 0xfa, 10])],
  ])('in %s letters of %s is refused, and not read as others', async (_, __, bytes) => {
    await expect(read(Buffer.from('name\n'), bytes)).rejects.toMatchObject({ code: 'csv.code-page' });
  });

  it('that lost letters before it came is reported by the first such line', async () => {
    const { notes, values } = await read(Buffer.from('name\nOak\nMu\ufffdoz\nPe\ufffda\n'));
    expect(values).toContain('Mu\ufffdoz');
    expect(notes).toEqual([expect.stringContaining('2 lines, the first of them line 3, are so')]);
    expect((await read(Buffer.from('name\nMuñoz\n'))).notes).toEqual([]);
  });

  it('is read alike by every code page where it is ASCII', () => {
    const text = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
    for (const page of CODE_PAGES) expect(decoderOf(page)(Buffer.from(text), true)).toBe(text);
  });
});
