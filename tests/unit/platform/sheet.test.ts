import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readWorkbook } from '../../../server/platform/sheet/read.ts';
import { unpackWorkbook } from '../../../server/platform/sheet/unpack.ts';

const ROWS = [
  [{ value: 'Student ID' }, { value: 'Latitude' }, { value: 'Born' }, { value: 'Zip' }],
  [
    { value: 123456789 },
    { value: 38.123456 },
    { value: new Date('2012-03-04T00:00:00Z'), format: 'mm/dd/yyyy' },
    { value: '02139' },
  ],
];

async function workbook(): Promise<Uint8Array> {
  return new Uint8Array(await writeXlsxFile(ROWS as never).toBuffer());
}

describe('a workbook', () => {
  it('is read as the text its cells show, numbers in full and zeros kept', async () => {
    const { rows, notes } = await readWorkbook(await workbook());
    expect(rows).toEqual([
      { line: 1, fields: ['Student ID', 'Latitude', 'Born', 'Zip'] },
      { line: 2, fields: ['123456789', '38.123456', '2012-03-04', '02139'] },
    ]);
    expect(notes).toEqual([]);
  });

  it('with macros is read, and says that they were not run', async () => {
    const { parts } = unpackWorkbook(await workbook());
    const { rows, notes } = await readWorkbook(zipSync({ ...parts, 'xl/vbaProject.bin': new Uint8Array(100) }));
    expect(rows).toHaveLength(2);
    expect(notes.join()).toContain('macros');
  });

  it('that unpacks to more than any table is refused while it unpacks', async () => {
    const { parts } = unpackWorkbook(await workbook());
    const bomb = zipSync({ ...parts, 'xl/worksheets/sheet9.xml': new Uint8Array(64 << 20) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(() => unpackWorkbook(bomb, 8 << 20)).toThrow(expect.objectContaining({ code: 'sheet.too-large' }));
  });

  it.each([
    ['protected or old', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'sheet.old-or-encrypted'],
    ['another archive', zipSync({ 'a.xml': new Uint8Array(10) }), 'sheet.not-a-workbook'],
  ])('that is %s is refused', async (_, bytes, code) => {
    await expect(readWorkbook(bytes)).rejects.toMatchObject({ code });
  });

  it('that is cut off is refused', async () => {
    const whole = await workbook();
    await expect(readWorkbook(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({ name: 'Refusal' });
  });
});
