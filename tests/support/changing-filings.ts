/** Filings of the FCC that change from one to the next in every way, as zip archives; the same ones each time. */
import fc from 'fast-check';
import { gridDisk } from 'h3-js';
import { type AvailabilityRow, aRow, CELL, csv, fileName, zipOf } from '../unit/coverage-fcc/availability.ts';

const CELLS = gridDisk(CELL, 2);
const FILES = { Copper: 10, Cable: 40, FibertothePremises: 50, NGSOSatellite: 61, LicensedFixedWireless: 71 } as const;
const SPEEDS = [
  [10, 1],
  [25, 3],
  [100, 10],
  [100, 20],
  [1000, 100],
] as const;

type Row = AvailabilityRow;

/** The first filing, and after it as many as asked for, each made from the one before. */
export function changingRows(seed: number, filings: number): Row[][] {
  const made = [freshRows(seed, 900)];
  while (made.length < filings) made.push(next(made.at(-1) ?? [], seed + made.length));
  return made;
}

function freshRows(seed: number, runs: number): Row[] {
  const row = fc
    .record({
      locationId: fc.integer({ min: 1001, max: 1300 }),
      providerId: fc.constantFrom(130317, 130318, 130319),
      technology: fc.constantFrom(...Object.values(FILES)),
      speed: fc.constantFrom(...SPEEDS),
      lowLatency: fc.constantFrom(0, 1, 1),
      code: fc.constantFrom('B', 'R', 'X', 'X'),
    })
    .map(({ speed: [downloadMbps, uploadMbps], ...values }) =>
      aRow({ ...values, downloadMbps, uploadMbps, brandName: 'Larkspur, Inc.', cell: cellOf(values.locationId) }),
    );
  return fc.sample(row, { numRuns: runs, seed });
}

/** Some rows go, some are faster, slower or somebody else's; some locations go, some move to the hexagon beside; others come. */
function next(rows: readonly Row[], seed: number): Row[] {
  const draws = fc.sample(fc.integer({ min: 0, max: 99 }), { numRuns: rows.length, seed });
  const kept = rows.flatMap((row, i): Row[] => {
    const draw = draws[i] ?? 0;
    const location = (Number(row.locationId) * 7 + seed) % 40;
    if (location === 0 || draw < 8) return [];
    const cell = location === 1 ? (CELLS[0] ?? '') : row.cell;
    if (draw < 22) return [{ ...row, cell, downloadMbps: Number(row.downloadMbps) * 4 }];
    if (draw < 28) return [{ ...row, cell, uploadMbps: 1 }];
    if (draw < 33) return [{ ...row, cell, downloadMbps: Number(row.downloadMbps) * 2, uploadMbps: 1 }];
    if (draw < 38) return [{ ...row, cell, brandName: 'Highgap' }];
    if (draw < 41) return [{ ...row, cell, code: 'B' }];
    if (draw < 43)
      return [
        { ...row, cell },
        { ...row, cell },
      ];
    return [{ ...row, cell }];
  });
  const moved = new Map(kept.map(({ locationId, cell }) => [locationId, cell]));
  const others = freshRows(seed + 1000, 70).map((row) => ({
    ...row,
    locationId: Number(row.locationId) + (seed % 3) * 40,
  }));
  return [
    ...kept,
    ...others.map((row) => ({ ...row, cell: moved.get(row.locationId) ?? cellOf(Number(row.locationId)) })),
  ];
}

function cellOf(location: number): string {
  return CELLS[location % CELLS.length] ?? '';
}

/** One archive a technology, under the FCC's names. */
export function archivesOf(rows: readonly Row[], period: string, revision: string): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(FILES).map(([word, technology]) => {
      const name = fileName(word, period, revision);
      const own = rows.filter((row) => row.technology === technology);
      return [name.replace('.csv', '.zip'), zipOf({ [name]: csv(own) })];
    }),
  );
}
