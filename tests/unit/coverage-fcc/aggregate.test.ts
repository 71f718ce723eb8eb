import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cellFromText } from '../../../server/domain/cell.ts';
import { TECHNOLOGY_CODES } from '../../../server/domain/technology.ts';
import { aggregate } from '../../../server/features/coverage/fcc/aggregate.ts';
import { withDuck } from '../../../server/features/coverage/fcc/duck.ts';
import { type RowsOf, writeRows } from '../../../server/features/coverage/fcc/rows-file.ts';
import { readHeader } from '../../../server/features/coverage/fcc/table.ts';
import { CELL, csv, fileName, folderOf, newFolder } from './availability.ts';

/** Rows of the outcome about cells and offers: kind, cell, offer, locations, counts by tier. */
async function outcomeOf(tables: readonly string[]): Promise<unknown[][]> {
  const scratch = newFolder();
  return withDuck(scratch, async (duck) => {
    const files: RowsOf[] = [];
    for (const [position, text] of tables.entries()) {
      const path = join(folderOf({ [fileName()]: text }), fileName());
      const { columns } = readHeader(path, '');
      const rows = join(scratch, `${position}.parquet`);
      await writeRows(duck, { name: fileName(), path, columns, technology: undefined, usps: 'WV' }, rows);
      for (const technology of TECHNOLOGY_CODES) files.push({ path: rows, technology });
    }
    await aggregate(duck, files, 'outcome');
    return (await duck.runAndReadAll('select * from outcome order by all')).getRows();
  });
}

it('an FCC filing has the same aggregate from one file as from several', async () => {
  const rows = Array.from({ length: 500 }, (_, i) => ({
    locationId: 1000 + (i % 90),
    technology: TECHNOLOGY_CODES[i % 9] ?? 0,
    providerId: 100000 + (i % 7),
    downloadMbps: (i * 37) % 1500,
    uploadMbps: (i * 11) % 150,
    lowLatency: i % 5 === 0 ? 0 : 1,
    code: 'BRX'[i % 3] ?? 'R',
  }));
  const inOne = await outcomeOf([csv(rows)]);
  expect(inOne.length).toBeGreaterThan(30);
  expect(await outcomeOf([csv(rows.slice(0, 120)), csv(rows.slice(120, 121)), csv(rows.slice(121))])).toEqual(inOne);
});

it('an FCC aggregate counts a technology in its own profiles alone', async () => {
  const expected = { 0: [0, 1, 0, 1], 10: [1, 1, 1, 1], 40: [1, 1, 1, 1], 50: [1, 1, 1, 1], 60: [0, 0, 0, 1] };
  const others = { 61: [0, 0, 0, 1], 70: [0, 1, 0, 1], 71: [1, 1, 0, 1], 72: [1, 1, 0, 1] };
  for (const [technology, [bead, terrestrial, wired, any]] of Object.entries({ ...expected, ...others })) {
    const outcome = await outcomeOf([csv([{ technology }])]);
    const cell = outcome.find((row) => row[0] === 1 && row[1] === cellFromText(CELL));
    const served = [4, 7, 10, 13].map((column) => Number(cell?.[column]));
    expect([technology, ...served]).toEqual([technology, bead, terrestrial, wired, any]);
  }
});

it('an FCC aggregate reads a cell in capitals as the same cell', async () => {
  const rows = [
    { cell: CELL.toUpperCase(), locationId: 1 },
    { cell: CELL, locationId: 2 },
  ];
  const same = rows.map((row) => ({ ...row, cell: CELL }));
  expect(await outcomeOf([csv(rows)])).toEqual(await outcomeOf([csv(same)]));
});
