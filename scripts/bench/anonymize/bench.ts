/**
 * `gapmap anonymize` from file to file, against the least any such tool could do with Node's own parts: reading the same
 * file as text and making the two HMACs of each row.
 */
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKey } from '../../../server/domain/anonymize/index.ts';
import { anonymizeFile } from '../../../server/features/anonymize/index.ts';
import { silentProgress } from '../../../server/platform/progress.ts';
import { type BenchResult, median } from '../result.ts';
import { writeExport } from './generate.ts';

const ROWS = 200_000;
const TURNS = 5;

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
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
