import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPointTable } from '../../../server/features/places/point-table.ts';
import { MOST_ROWS } from '../../../server/platform/archive-limits.ts';
import { readGis } from '../../../server/platform/gis/read.ts';
import { openTable } from '../../../server/platform/sheet/open.ts';
import { aSquare, featureCollection } from '../../support/gis.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gapmap-limits-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function zipped(name: string, entries: Parameters<typeof zipSync>[0]): string {
  const path = join(folder, name);
  writeFileSync(path, zipSync(entries, { level: 1 }));
  return path;
}

async function countOf(batches: AsyncIterable<readonly unknown[]>): Promise<number> {
  let count = 0;
  for await (const batch of batches) count += batch.length;
  return count;
}

describe('an archive that unpacks to too much', () => {
  it('is refused before a geographic file in it is unpacked', async () => {
    const path = zipped('places.zip', { 'places.geojson': new Uint8Array(80 << 20).fill(32) });
    await expect(readGis(path)).rejects.toMatchObject({
      code: 'gis.too-large',
      message: expect.stringContaining('100'),
    });
  });

  it('is refused where a table of points in it has more rows than any state has places', {
    timeout: 120_000,
  }, async () => {
    const rows = 'NCESSCH,NAME,LAT,LON\n'.concat('540000000001,A,38.5,-80.5\n'.repeat(MOST_ROWS + 1));
    const table = await openPointTable(zipped('schools.zip', { 'schools.csv': strToU8(rows) }));
    let read = 0;
    const reading = (async () => {
      for await (const _ of table?.features() ?? []) read++;
    })();
    await expect(reading).rejects.toMatchObject({ code: 'gis.too-many' });
    expect(read).toBeLessThanOrEqual(MOST_ROWS);
    table?.[Symbol.dispose]();
  });

  it('is refused where a workbook has more rows than Excel can hold', { timeout: 120_000 }, async () => {
    const row = '<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>';
    const book = zipSync(
      {
        'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'),
        'xl/_rels/workbook.xml.rels': strToU8(
          '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/a.xml"/></Relationships>',
        ),
        'xl/worksheets/a.xml': strToU8(`<worksheet><sheetData>${row.repeat(MOST_ROWS + 1)}</sheetData></worksheet>`),
      },
      { level: 1 },
    );
    const table = await openTable(async function* () {
      yield book;
    });
    await expect(countOf(table.rows())).rejects.toMatchObject({ code: 'sheet.too-many-rows' });
  });
});

describe('a geographic file', () => {
  it('with more features than are asked for is refused before it is converted', async () => {
    const path = join(folder, 'squares.geojson');
    writeFileSync(path, featureCollection([1, 2, 3].map((i) => aSquare(-80 + i, 38, 0.5))));
    await expect(readGis(path, { mostFeatures: 2 })).rejects.toMatchObject({ code: 'gis.too-many' });
    using file = await readGis(path, { mostFeatures: 3 });
    expect(file.featureCount).toBe(3);
  });
});
