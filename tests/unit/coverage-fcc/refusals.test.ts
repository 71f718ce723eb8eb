import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { phrases as spanish } from '../../../server/domain/messages/es/phrases.ts';
import { type Phrase, say } from '../../../server/domain/messages/phrase.ts';
import { withDuck } from '../../../server/features/coverage/fcc/duck.ts';
import { findInputs } from '../../../server/features/coverage/fcc/inputs.ts';
import { prepareTables } from '../../../server/features/coverage/fcc/prepare.ts';
import { Refusal } from '../../../server/platform/problem.ts';
import { silentStep } from '../../../server/platform/progress.ts';
import { told } from '../../support/told.ts';
import { type AvailabilityRow, aRow, csv, fileName, folderOf, HEADER, newFolder, zipOf } from './availability.ts';

/** Reads a folder's files as the import does, short of the database. */
async function read(files: Record<string, string | Uint8Array>, notes: string[] = []) {
  const inputs = await findInputs([folderOf(files)], {}, () => undefined);
  const scratch = newFolder();
  const step = { ...silentStep, note: (note: Phrase) => void notes.push(told(note)) };
  const tables = await withDuck(scratch, (duck) => prepareTables(duck, inputs, scratch, step));
  return { rowCounts: tables.map(({ rows }) => [...rows.values()].reduce((sum, count) => sum + count, 0)) };
}

/** The phrase that the files are refused with. */
async function refusedBy(files: Record<string, string | Uint8Array>): Promise<Phrase> {
  const error = await read(files).catch((thrown: unknown) => thrown);
  if (error instanceof Refusal) return error.phrase;
  throw error;
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

  it.each<[string, Record<string, string | Uint8Array>, string]>([
    [
      'a value',
      bad({ technology: 99 }),
      'se encontró "99" donde se esperaba 40, la tecnología del nombre del archivo.',
    ],
    ['no value', bad({ locationId: '' }), 'se encontró nada donde se esperaba un número de ubicación de diez dígitos.'],
    ['a cut number', bad({ providerId: '1.3E+05' }), 'donde se esperaba un número de proveedor de seis dígitos.'],
    [
      'no cell',
      bad({ cell: '88fa91a943fffff' }),
      'se encontró un índice que no es una celda donde se esperaba una celda',
    ],
    [
      'columns',
      { [fileName()]: `${csv([good])}0003768165,130317,Xfinity\n` },
      'línea 3: se encontraron 3 columnas donde el encabezado tiene 12.',
    ],
  ])('is refused in Spanish with what was found and wanted in Spanish: %s', async (_, files, message) => {
    expect(say(spanish, await refusedBy(files))).toContain(message);
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

describe('a number that a spreadsheet cut', () => {
  it.each<[string, Partial<AvailabilityRow>, string]>([
    ['a location', { locationId: '1.5E+09' }, 'column location_id: found "1.5E+09" where a location id of ten digits'],
    [
      'a location with all its digits',
      { locationId: '1.037392925E+09' },
      'column location_id: found "1.037392925E+09"',
    ],
    ['a location of ten characters', { locationId: '1.0374E+09' }, 'column location_id: found "1.0374E+09"'],
    ['a location in lower case', { locationId: '1.5e9' }, 'column location_id: found "1.5e9"'],
    ['a location with a comma', { locationId: '1,5E+09' }, 'column location_id: found "1,5E+09"'],
    ['a provider', { providerId: '1.3E+05' }, 'column provider_id: found "1.3E+05"'],
    ['a registration number', { frn: '3.77E+06' }, 'column frn: found "3.77E+06"'],
    ['a registration number of ten characters', { frn: '3.7682E+06' }, 'column frn: found "3.7682E+06"'],
    ['a block', { block: '5.4039E+14' }, 'column block_geoid: found "5.4039E+14"'],
    ['a block of fifteen characters', { block: '5.40390002E+014' }, 'column block_geoid: found "5.40390002E+014"'],
    ['a speed', { downloadMbps: '1e3' }, 'column max_advertised_download_speed: found "1e3"'],
    ['a speed up', { uploadMbps: '1E+02' }, 'column max_advertised_upload_speed: found "1E+02"'],
    ['a cell', { cell: '8.82E+14' }, 'column h3_res8_id: found "8.82E+14"'],
  ])('is refused: %s', async (_, values, message) => {
    const asked = read(bad(values));
    await expect(asked).rejects.toThrow(`${fileName()}, line 4, ${message}`);
    await expect(asked).rejects.toThrow('Download the file again');
    await expect(asked).rejects.toMatchObject({ code: 'fcc.cut-number' });
  });

  it.each<[string, Partial<AvailabilityRow>]>([
    ['a fraction of a speed', { downloadMbps: '24.6' }],
    ['digits in groups', { locationId: '1_037_392_925' }],
    ['another base', { technology: '0x28' }],
    ['a sign', { uploadMbps: '+20' }],
    ['no number at all', { cell: 'Infinity' }],
    ['a date', { downloadMbps: '10-Jan' }],
  ])('is not taken for another number: %s', async (_, values) => {
    await expect(read(bad(values))).rejects.toMatchObject({ code: 'fcc.bad-value' });
  });

  it('may have a fraction of zero, spaces or leading zeros, which change nothing', async () => {
    const rows = [{ locationId: '1037392925.0', downloadMbps: ' 100', uploadMbps: '020', frn: '3768165.0', block: '' }];
    expect((await read({ [fileName()]: csv(rows) })).rowCounts).toEqual([1]);
  });

  it('is noticed in a column of locations, half of which or more end in zeros', async () => {
    const ids = (numbers: readonly number[]) => ({ [fileName()]: csv(numbers.map((locationId) => ({ locationId }))) });
    const rounded = [1037392925, 1040000000, 1040000000, 1040000000];
    await expect(read(ids(rounded))).rejects.toThrow(
      `${fileName()}, line 3, column location_id: location ids were rounded`,
    );
    await expect(read(ids([1037392000, 1037393000]))).rejects.toMatchObject({ code: 'fcc.rounded-locations' });
    // One in a thousand ends so by chance.
    expect((await read(ids([1037392000]))).rowCounts).toEqual([1]);
    expect((await read(ids([1037392000, 1037392925, 1037393001, 1037394000, 1037394001]))).rowCounts).toEqual([5]);
  });
});

describe('a file', () => {
  it('without a column is refused with the name of the column', async () => {
    await expect(read({ [fileName()]: csv([good], HEADER.replace('low_latency', 'latency')) })).rejects.toThrow(
      'line 1: the header has no column low_latency',
    );
  });

  it('has the columns that are not read named, once for all files that have them', async () => {
    const more = (name: string) => csv([good], `${HEADER.replace('block_geoid', 'Block')}`).replace('Xfinity', name);
    const notes: string[] = [];
    await read(
      { [fileName()]: more('Xfinity'), [fileName('Copper')]: csv([]), [fileName('Cable', 'J25')]: more('X') },
      notes,
    );
    expect(notes).toEqual([`${fileName()} and 1 more: Of 12 columns 11 were used; not read: "Block".`]);
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

  it('are never passed over in silence when they look like files of the FCC', async () => {
    const names = [
      `${fileName('Copper')}.crdownload`,
      fileName('Cable').replace('.csv', '.xlsx'),
      'bdc_54_Cable_fixed_broadband_D25_14jul2026_part1.csv',
      'bdc_us_provider_summary_by_geography_D25_14jul2026.zip',
      'Fixed Broadband.txt',
    ];
    const files = Object.fromEntries(
      names.map((name) => [name, name.endsWith('.zip') ? zipOf({ 'a.csv': 'x' }) : 'x']),
    );
    const outer = zipOf({ [fileName('Other')]: csv([]), [`in/${fileName('GSOSatellite')}.zip`]: 'x' });
    const folder = folderOf({ ...files, 'notes.txt': 'x', 'all.zip': outer, [fileName()]: csv([good]) });
    const skipped: string[] = [];
    await findInputs([folder], {}, (name) => skipped.push(name));
    expect(skipped.sort()).toEqual([...names, `all.zip/${fileName('GSOSatellite')}.zip`].sort());
    await expect(
      findInputs([folderOf({ 'x.zip': zipOf({ [`${fileName()}.zip`]: 'x' }) })], {}, () => {}),
    ).rejects.toThrow(`Unpack it, and give what is in it: ${fileName()}.zip`);
  });

  it('are taken once when one was downloaded twice, and refused when the two differ', async () => {
    const again = fileName().replace('.csv', ' (1).csv');
    const skipped: string[] = [];
    const inputs = await findInputs([folderOf({ [fileName()]: csv([good]), [again]: csv([good]) })], {}, (name, why) =>
      skipped.push(`${name}: ${told(why)}`),
    );
    expect(inputs.length).toBe(1);
    expect(skipped.join()).toMatch(/it is bdc_.* to the byte/);
    await expect(read({ [fileName()]: csv([good]), [again]: csv([good, good]) })).rejects.toThrow(
      'are the same state, technology and revision, and not the same to the byte',
    );
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
