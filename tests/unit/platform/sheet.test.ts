import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { phrases } from '../../../server/domain/messages/en/phrases.ts';
import { say } from '../../../server/domain/messages/phrase.ts';
import type { CsvRow } from '../../../server/platform/csv/records.ts';
import { openTable } from '../../../server/platform/sheet/open.ts';
import { openWorkbook } from '../../../server/platform/sheet/read.ts';

const ROWS = [
  [{ value: 'Student ID' }, { value: 'Latitude' }, { value: 'Born' }, { value: 'Zip' }],
  [
    { value: 123456789 },
    { value: 38.123456 },
    { value: new Date('2012-03-04T00:00:00Z'), format: 'mm/dd/yyyy' },
    { value: '02139' },
  ],
];
const READ = [
  { line: 1, fields: ['Student ID', 'Latitude', 'Born', 'Zip'] },
  { line: 2, fields: ['123456789', '38.123456', '2012-03-04', '02139'] },
];

async function workbook(rows: unknown = ROWS): Promise<Uint8Array> {
  return new Uint8Array(await writeXlsxFile(rows as never).toBuffer());
}

/** Again and again from the beginning, in pieces that end anywhere. */
function inPieces(bytes: Uint8Array, size = 1000): () => AsyncIterable<Uint8Array> {
  return async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
}

async function readBook(bytes: Uint8Array, limit?: number): Promise<{ rows: CsvRow[]; notes: readonly string[] }> {
  const { rows, notes } = await openWorkbook(inPieces(bytes), limit);
  const all: CsvRow[] = [];
  for await (const batch of rows()) all.push(...batch);
  return { rows: all, notes: notes.map((note) => say(phrases, note)) };
}

/** A workbook with parts changed: by text, or new ones. */
async function changed(parts: Record<string, string | ((xml: string) => string)>): Promise<Uint8Array> {
  const files = unzipSync(await workbook());
  for (const [name, change] of Object.entries(parts)) {
    const given = files[name];
    files[name] = strToU8(typeof change === 'string' ? change : change(given ? strFromU8(given) : ''));
  }
  return zipSync(files);
}

const SHEET = 'xl/worksheets/sheet1.xml';
const sheetXml = (rows: string) => `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`;
const header =
  '<row r="1"><c r="A1" t="str"><v>ID</v></c><c r="B1" t="str"><v>Lat</v></c><c r="C1" t="str"><v>Lng</v></c></row>';
const withRow = (cells: string) => changed({ [SHEET]: sheetXml(`${header}<row r="2">${cells}</row>`) });

describe('a workbook', () => {
  it('is read as the text its cells show, numbers in full and zeros kept', async () => {
    expect(await readBook(await workbook())).toEqual({ rows: READ, notes: [] });
  });

  it('is recognized by its bytes, and can be read again and again', async () => {
    const { rows } = await openTable(inPieces(await workbook()));
    for (let turn = 0; turn < 2; turn++) {
      const all: CsvRow[] = [];
      for await (const batch of rows()) all.push(...batch);
      expect(all).toEqual(READ);
    }
  });

  it('is read as another reader reads it', { timeout: 30_000 }, async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      // The library that writes these looks texts up in an object, and takes "constructor" for one it has.
      .filter((t) => t.trim() === t && !/_x|\p{Cc}/u.test(t) && !(t in Object.prototype));
    const value = fc.oneof(
      text,
      fc.integer(),
      fc.integer({ min: -180e6, max: 180e6 }).map((millionths) => millionths / 1e6),
      fc.boolean(),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { minLength: 4, maxLength: 6 }), { minLength: 3, maxLength: 8 }),
        async (table) => {
          const rows = [['a', 'b', 'c', 'd', 'e', 'f'], ['a', 'b', 'c', 'd', 'e', 'f'], ...table];
          const bytes = await workbook(
            rows.map((cells) => cells.map((cell) => (cell === null ? null : { value: cell }))),
          );
          const theirs = await readSheet(Buffer.from(bytes), { trim: false } as never);
          const filled = theirs
            .map((cells) => cells.map((cell) => cell ?? ''))
            .filter((cells) => cells.some((cell) => cell !== ''));
          const ours = (await readBook(bytes)).rows.map(({ fields }) => fields);
          expect(ours.map((cells) => cells.map((cell) => cell))).toEqual(
            filled.map((cells) =>
              cells.map((cell) =>
                typeof cell === 'number' ? expect.toSatisfy((t) => Number(t) === cell) : String(cell),
              ),
            ),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each([
    [
      'a text in several looks, without how it is pronounced',
      '<c r="A2" t="inlineStr"><is><r><t>Ro</t></r><r><t xml:space="preserve">e </t></r><rPh sb="0" eb="1"><t>ro</t></rPh></is></c>',
      'Roe ',
    ],
    ['entities and escapes', '<c r="A2" t="str"><v>A&amp;B &#233;_x0041_</v></c>', 'A&B éA'],
    ['what a formula gave', '<c r="A2" t="str"><f>CONCAT("1","2")</f><v>12</v></c>', '12'],
    ['a formula that was never computed, as nothing', '<c r="A2"><f>1+1</f></c>', ''],
    ['an error', '<c r="A2" t="e"><v>#N/A</v></c>', '#N/A'],
    ['yes or no', '<c r="A2" t="b"><v>1</v></c>', 'true'],
    ['an exponent written out', '<c r="A2"><v>1.23456789E8</v></c>', '123456789'],
    ['a number whose digits are lost, as it is', '<c r="A2"><v>1.2345E+22</v></c>', '1.2345E+22'],
    ['what only a binary fraction adds left out', '<c r="A2"><v>38.100000000000001</v></c>', '38.1'],
    ['an entity of the document’s own not written out', '<c r="A2" t="str"><v>&own;</v></c>', '&own;'],
  ])('is read with %s', async (_, cell, expected) => {
    const { rows } = await readBook(await withRow(`${cell}<c r="B2"><v>1</v></c><c r="C2"><v>2</v></c>`));
    expect(rows[1]?.fields).toEqual([expected, '1', '2']);
  });

  it('is read when its cells do not say where they stand, and when its tags have a prefix', async () => {
    const xml = sheetXml(`${header}<row><c t="str"><v>7</v></c><c><v>1</v></c><c><v>2</v></c></row>`);
    for (const text of [xml.replaceAll(/ r="\w+"/g, ''), xml.replaceAll(/<(\/?)(?!\?)/g, '<$1x:')])
      expect(
        (await readBook(await changed({ [SHEET]: text }))).rows.map(({ line, fields }) => [line, ...fields]),
      ).toEqual([
        [1, 'ID', 'Lat', 'Lng'],
        [2, '7', '1', '2'],
      ]);
  });

  it('counts dates from 1904 when it says so', async () => {
    const bytes = await changed({
      'xl/workbook.xml': (xml) => xml.replace('<sheets>', '<workbookPr date1904="1"/><sheets>'),
    });
    expect((await readBook(bytes)).rows[1]?.fields[2]).toBe('2016-03-05');
  });

  it('with a stray cell in the last corner is read without laying out the cells between', async () => {
    const bytes = await changed({
      [SHEET]: (xml) =>
        xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    });
    const { rows } = await readBook(bytes);
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 1048576]);
  });

  it('with a page of notes before the table is read from the table, and says which sheet that is', async () => {
    const notes = [[{ value: 'Notes' }], [{ value: 'Made by the office' }]];
    const bytes = new Uint8Array(
      await writeXlsxFile([
        { data: notes, sheet: 'a' },
        { data: ROWS, sheet: 'b' },
      ] as never).toBuffer(),
    );
    const book = await readBook(bytes);
    expect(book.rows).toEqual(READ);
    expect(book.notes.join()).toMatch(/2 sheets; sheet 2/);
  });

  it('with macros is read, and says that they were not run', async () => {
    const { rows, notes } = await readBook(await changed({ 'xl/vbaProject.bin': 'x'.repeat(100) }));
    expect(rows).toHaveLength(2);
    expect(notes.join()).toContain('macros');
  });

  it.each([SHEET, 'xl/sharedStrings.xml', 'xl/styles.xml'])(
    'whose %s unpacks to more than any table is refused while it unpacks',
    async (part) => {
      const bomb = await changed({ [part]: (xml) => xml + ' '.repeat(64 << 20) });
      expect(bomb.length).toBeLessThan(200_000);
      await expect(readBook(bomb, 8 << 20)).rejects.toMatchObject({ code: 'sheet.too-large' });
    },
  );

  it('is read past a bomb in a part that no table is made of', async () => {
    expect((await readBook(await changed({ 'xl/theme/theme1.xml': ' '.repeat(64 << 20) }), 8 << 20)).rows).toEqual(
      READ,
    );
  });

  it.each([
    ['protected or old', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'sheet.old-or-encrypted'],
    ['another archive', zipSync({ 'a.xml': new Uint8Array(10) }), 'sheet.not-a-workbook'],
  ])('that is %s is refused', async (_, bytes, code) => {
    await expect(openTable(inPieces(bytes))).rejects.toMatchObject({ code });
  });

  it.each([
    ['whose sheet is no XML', { [SHEET]: 'Lorem <<<< ipsum' }, 'sheet.damaged'],
    ['whose sheet ends in the middle', { [SHEET]: (xml: string) => xml.slice(0, -40) }, 'sheet.damaged'],
    [
      'that points to a text that is not there',
      { [SHEET]: (xml: string) => xml.replace('<v>0</v>', '<v>999</v>') },
      'sheet.damaged',
    ],
    ['without a sheet', { 'xl/workbook.xml': '<workbook/>' }, 'sheet.empty'],
    ['whose sheets are empty', { [SHEET]: sheetXml('<row/><row/>') }, 'sheet.empty'],
  ])('%s is refused', async (_, parts, code) => {
    await expect(readBook(await changed(parts as never))).rejects.toMatchObject({ code });
  });

  it('that is cut off in any of its parts is refused', async () => {
    const whole = await workbook();
    for (const share of [0.02, 0.3, 0.5, 0.8])
      await expect(readBook(whole.subarray(0, whole.length * share))).rejects.toMatchObject({ name: 'Refusal' });
  });
});
