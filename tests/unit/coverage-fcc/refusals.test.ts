import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { withDuck } from '../../../server/features/coverage/fcc/duck.ts';
import { findInputs } from '../../../server/features/coverage/fcc/inputs.ts';
import { prepareTables } from '../../../server/features/coverage/fcc/prepare.ts';
import { silentProgress } from '../../../server/platform/progress.ts';
import { type AvailabilityRow, aRow, csv, fileName, folderOf, HEADER, newFolder, zipOf } from './availability.ts';

/** Reads a folder's files as the import does, short of the database. */
async function read(files: Record<string, string | Uint8Array>, notes: string[] = []) {
  const inputs = await findInputs([folderOf(files)], {}, () => undefined);
  const scratch = newFolder();
  const step = { ...silentProgress.begin(''), note: (text: string) => void notes.push(text) };
  const tables = await withDuck(scratch, (duck) => prepareTables(duck, inputs, scratch, step));
  return { rowCounts: tables.map(({ rows }) => [...rows.values()].reduce((sum, count) => sum + count, 0)) };
}

const good = aRow();
const bad = (values: Partial<AvailabilityRow>) => ({ [fileName()]: csv([good, good, values]) });

describe('a bad line', () => {
  it.each<[string, Partial<AvailabilityRow>, string]>([
    [
      'a word for a number',
      { downloadMbps: 'fast' },
      'column max_advertised_download_speed: found text of 4 characters',
    ],
    ['a negative speed', { uploadMbps: -1 }, 'column max_advertised_upload_speed: found "-1"'],
    ['no location', { locationId: '' }, 'column location_id: found nothing'],
    ['a provider that is no number', { providerId: 'ABCDEFGH' }, 'column provider_id: found text of 8 characters'],
    ['no brand', { brandName: '' }, 'column brand_name: found nothing'],
    ['a technology nobody knows', { technology: 99 }, 'column technology: found "99" where 40, the technology'],
    ['a technology of another file', { technology: 50 }, 'column technology: found "50"'],
    ['a latency that is neither', { lowLatency: 2 }, 'column low_latency: found "2" where 0 or 1'],
    ['a business code nobody knows', { code: 'Z' }, 'column business_residential_code: found "Z" where B, R or X'],
    ['another state', { state: 'VA' }, 'column state_usps: found "VA" where WV, the state of the file,'],
    ['a registration number with letters', { frn: '00037X8165' }, 'column frn: found text of 10 characters'],
    ['a cell of resolution 9', { cell: '892a91a9433ffff' }, 'column h3_res8_id: found text of 15 characters'],
    ['a cell cut short', { cell: '882a91a943ffff' }, 'column h3_res8_id: found text of 14 characters'],
    ['a cell that is no hexadecimal', { cell: '882a91a943ffffg' }, 'column h3_res8_id'],
    ['an index outside the grid', { cell: '88fa91a943fffff' }, 'column h3_res8_id: found an index that is no cell'],
  ])('with %s is refused with its line and column', async (_, values, message) => {
    const asked = read(bad(values));
    await expect(asked).rejects.toThrow(`${fileName()}, line 4, ${message}`);
    await expect(asked).rejects.toMatchObject({ name: 'Refusal', code: 'fcc.bad-value' });
  });

  it('is never repeated in the refusal', async () => {
    const asked = read(bad({ locationId: '12 Elm Street' }));
    await expect(asked).rejects.toThrow('text of 13 characters');
    await expect(asked).rejects.not.toThrow('Elm');
  });

  it('with a column too few is refused with its line', async () => {
    await expect(read({ [fileName()]: `${csv([good])}0003768165,130317,Xfinity\n` })).rejects.toThrow(
      'line 3: found 3 columns where the header has 12',
    );
  });

  it('with an open quotation mark is refused with its line', async () => {
    await expect(read({ [fileName()]: `${csv([good])}0003768165,130317,"Xfinity,1\n` })).rejects.toThrow(/line 3/);
  });

  it('that is not UTF-8 is refused', async () => {
    const bytes = Buffer.concat([
      Buffer.from(csv([good])),
      Buffer.from(csv([{ brandName: 'Xf\u00ednity' }]).split('\n')[1] ?? '', 'latin1'),
    ]);
    await expect(read({ [fileName()]: bytes })).rejects.toThrow('line 3: the text is not UTF-8');
  });
});

describe('a file', () => {
  it('without a column is refused with the name of the column', async () => {
    await expect(read({ [fileName()]: csv([good], HEADER.replace('low_latency', 'latency')) })).rejects.toThrow(
      'line 1: the header has no column low_latency',
    );
  });

  it('without a header is refused', async () => {
    const asked = read({ [fileName()]: csv([good]).replace(`${HEADER}\n`, '') });
    await expect(asked).rejects.toMatchObject({ code: 'fcc.header' });
  });

  it('of no bytes is refused, of a header alone is a technology nobody offers', async () => {
    await expect(read({ [fileName()]: '' })).rejects.toMatchObject({ code: 'fcc.empty' });
    expect((await read({ [fileName()]: csv([]) })).rowCounts).toEqual([0]);
  });

  it('may have its columns in another order, more of them, a byte order mark and Windows line ends', async () => {
    const lines = csv([good])
      .trim()
      .split('\n')
      .map((line, row) => `${row === 0 ? 'new_column' : 'x'},${line}`);
    expect((await read({ [fileName()]: `\uFEFF${lines.join('\r\n')}\r\n` })).rowCounts).toEqual([1]);
  });

  it('may have lost the leading zeros of registration numbers and hold commas in names', async () => {
    const rows = [{ frn: '3768165', brandName: 'Optimum, "the" one' }];
    expect((await read({ [fileName()]: csv(rows) })).rowCounts).toEqual([1]);
  });
});

describe('a packed file', () => {
  it('that is no archive is refused by name', async () => {
    const name = fileName().replace('.csv', '.zip');
    await expect(read({ [name]: 'hello' })).rejects.toThrow(`${name}: cannot be read as a zip archive`);
    await expect(read({ [`${fileName()}.gz`]: 'hello' })).rejects.toMatchObject({ code: 'fcc.gzip-unreadable' });
  });

  it('that was damaged on the way is refused', async () => {
    const packed = zipOf({
      [fileName()]: csv(Array.from({ length: 200 }, (_, i) => ({ locationId: 1e9 + i * 7919 }))),
    });
    packed[200] = (packed[200] ?? 0) ^ 0xff;
    await expect(read({ [fileName().replace('.csv', '.zip')]: packed })).rejects.toMatchObject({
      code: 'fcc.zip-unreadable',
    });
  });

  it('without a table in it is refused', async () => {
    await expect(read({ 'x.zip': zipOf({ 'readme.txt': 'hello' }) })).rejects.toMatchObject({ code: 'fcc.zip-empty' });
  });

  it('that would fill the disk is refused before and while it is unpacked', async () => {
    const zeros = Buffer.alloc(80 * 1024 * 1024);
    const folder = newFolder();
    writeFileSync(join(folder, fileName().replace('.csv', '.zip')), zipOf({ [fileName()]: zeros.toString('latin1') }));
    await expect(findInputs([folder], {}, () => undefined)).rejects.toMatchObject({ code: 'fcc.bomb' });
    await expect(read({ [`${fileName()}.gz`]: gzipSync(zeros) })).rejects.toMatchObject({ code: 'fcc.bomb' });
  });
});

describe('the files of an import', () => {
  it('are told apart by what they hold, not by how they are packed', async () => {
    const files = { [fileName()]: csv([good]), [`${fileName()}.zip`]: zipOf({ [fileName()]: csv([good]) }) };
    await expect(read(files)).rejects.toMatchObject({ code: 'fcc.twice' });
  });

  it('need a name of the FCC, or flags; others in a folder are passed over', async () => {
    const folder = folderOf({ 'all.csv': csv([good]), 'notes.txt': 'x', [fileName()]: csv([good]) });
    const skipped: string[] = [];
    const inputs = await findInputs([folder], {}, (name) => skipped.push(name));
    expect([inputs.map((input) => input.name), skipped]).toEqual([[fileName()], ['all.csv']]);
    await expect(findInputs([join(folder, 'all.csv')], {}, () => undefined)).rejects.toMatchObject({
      code: 'fcc.unknown-vintage',
    });
    await expect(findInputs([join(folder, 'nothing')], {}, () => undefined)).rejects.toMatchObject({
      code: 'fcc.not-found',
    });
  });
});
