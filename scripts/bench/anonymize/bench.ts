/**
 * `gapmap anonymize` from file to file, against the minimum work of any such tool with Node's own parts: reading the same
 * file as text and computing the two HMACs of each row.
 */
import { createHmac } from 'node:crypto';
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { createKey } from '../../../server/domain/anonymize/index.ts';
import { anonymizeFile } from '../../../server/features/anonymize/index.ts';
import { silentProgress } from '../../../server/platform/progress.ts';
import { openTable } from '../../../server/platform/sheet/open.ts';
import { writeWorkbook } from '../prepare/workbook.ts';
import { type BenchResult, median } from '../result.ts';
import { writeExport } from './generate.ts';

const ROWS = 200_000;
const TURNS = 5;
const WORKBOOK_ROWS = 40_000;

export async function run(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gapmap-bench-'));
  try {
    const path = join(folder, 'export.csv');
    const out = join(folder, 'out.csv');
    writeExport(path, ROWS);
    const key = createKey('5400390', new Uint8Array(32).fill(7), '2026-11-25');
    const bare: number[] = [];
    const whole: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      bare.push(await secondsOf(async () => bareHmacs(path, key.secret)));
      whole.push(
        await secondsOf(async () => {
          const { counts } = await anonymizeFile({ path, key, out }, silentProgress);
          if (counts.students !== ROWS) throw new Error(`${counts.students} students of ${ROWS}`);
        }),
      );
    }
    const [least, seconds] = [median(bare), median(whole)];
    return [
      {
        name: 'anonymize command, rows a second',
        value: ROWS / seconds,
        unit: 'rows/s',
        bar: { atLeast: 100_000 },
        detail: `${ROWS} rows of 16 columns in ${seconds.toFixed(2)} s`,
      },
      {
        name: 'the same against reading the file and two HMACs a row',
        value: least / seconds,
        unit: 'x',
        bar: { atLeast: 0.8 },
        detail: `bare ${least.toFixed(2)} s`,
      },
      await workbookResult(folder),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function workbookResult(folder: string): Promise<BenchResult> {
  const csv = join(folder, 'workbook.csv');
  const path = join(folder, 'workbook.xlsx');
  writeExport(csv, WORKBOOK_ROWS);
  writeWorkbook(csv, path);
  const others: number[] = [];
  const ours: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    others.push(await secondsOf(async () => void (await readSheet(path))));
    ours.push(
      await secondsOf(async () => {
        const { rows } = await openTable(() => createReadStream(path, { highWaterMark: 1 << 20 }));
        let count = 0;
        for await (const batch of rows()) count += batch.length;
        if (count !== WORKBOOK_ROWS + 1) throw new Error(`${count} rows of ${WORKBOOK_ROWS + 1}`);
      }),
    );
  }
  const [other, own] = [median(others), median(ours)];
  return {
    name: 'reading a workbook against read-excel-file',
    value: other / own,
    unit: 'x',
    bar: { atLeast: 1.3 },
    detail: `${WORKBOOK_ROWS} rows of 16 columns in ${own.toFixed(2)} s, the other ${other.toFixed(2)} s`,
  };
}

function bareHmacs(path: string, secret: Uint8Array): void {
  const lines = readFileSync(path, 'utf8').split('\n');
  for (const line of lines) {
    const fields = line.split(',');
    createHmac('sha256', secret).update(`student ${fields[0]}`).digest('hex');
    createHmac('sha256', secret).update(`household ${fields[4]}`).digest('hex');
  }
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}
