import { closeSync, existsSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createKey, SECRET_BYTES } from '../../server/domain/anonymize/index.ts';
import { anonymizeFile } from '../../server/features/anonymize/index.ts';
import { checkFile, isRefused } from '../../server/features/intake/file-check.ts';
import { rekeyWith } from '../../server/features/intake/pseudonym.ts';
import { silentStep } from '../../server/platform/progress.ts';
import { HEADER, students } from '../support/collect.ts';
import {
  findingsInWords,
  listening,
  MARKER,
  outcomeOf,
  readIfThere,
  refusalInWords,
  reportInWords,
} from '../support/dirt.ts';
import { ROWS, WORKBOOKS } from '../support/dirt-workbooks.ts';

const folder = mkdtempSync(join(tmpdir(), 'gapmap-huge-'));
afterAll(() => rmSync(folder, { recursive: true }));
const key = createKey('5400030', new Uint8Array(SECRET_BYTES).fill(7), '2026-11-01');
const MEGABYTE = 1 << 20;

async function anonymize(path: string): Promise<{ outcome: string; heard: string }> {
  const out = join(folder, 'out.csv');
  const report = join(folder, 'report.csv');
  for (const file of [out, report]) rmSync(file, { force: true });
  const { heard, progress } = listening();
  const outcome = await outcomeOf(async () => {
    const { counts } = await anonymizeFile({ path, key, out, report, leaveOutBadRows: true }, progress);
    return `${counts.students} students${findingsInWords(await reportInWords(readIfThere(report)))}`;
  }, heard);
  expect(existsSync(out)).toBe(/^\d/.test(outcome));
  return { outcome, heard: [...heard, readIfThere(report), readIfThere(out)].join('\n') };
}

async function check(path: string): Promise<{ outcome: string; heard: string }> {
  const file = await checkFile(path, { rekey: rekeyWith(Buffer.alloc(32, 1)) }, silentStep);
  if (!isRefused(file)) return { outcome: `${file.homes.count} homes`, heard: JSON.stringify(file.notes) };
  return { outcome: refusalInWords(file.refusal.code, file.refusal.message), heard: file.refusal.message };
}

/** What the work adds to the memory of this process at its highest, in MB. */
async function memoryOf<T>(work: () => Promise<T>): Promise<{ result: T; megabytes: number }> {
  const before = process.memoryUsage().rss;
  let highest = before;
  const timer = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss);
  }, 20);
  try {
    const result = await work();
    return { result, megabytes: (Math.max(highest, process.memoryUsage().rss) - before) / MEGABYTE };
  } finally {
    clearInterval(timer);
  }
}

/** Some kilobytes of good rows, and then a line without an end: the rest is a hole and takes no room on the disk. */
function endlessLine(name: string, rows: string, bytes: number): string {
  const path = join(folder, name);
  const file = openSync(path, 'w');
  writeSync(file, rows);
  ftruncateSync(file, bytes);
  closeSync(file);
  return path;
}

describe('a workbook', () => {
  it.each(WORKBOOKS)(
    '%s is anonymized or refused, and nothing of a family is repeated',
    { timeout: 90_000 },
    async (name, make, expected) => {
      const path = join(folder, name);
      writeFileSync(path, make());
      const { result, megabytes } = await memoryOf(() => anonymize(path));
      const { outcome, heard } = result;
      expect(outcome).toBe(expected);
      expect(heard).not.toMatch(MARKER);
      expect(heard).not.toContain('root:');
      expect(megabytes).toBeLessThan(1_500);
      expect((await check(path)).outcome).toBe('csv.workbook');
    },
  );
});

describe('a line of two gigabytes', () => {
  const rows = ROWS.concat(Array.from({ length: 200 }, (_, n) => [`${n + 7000}`, 'A', '38.5001', '-80.5001', 'No']))
    .map((fields) => `${fields.join()}\n`)
    .join('');

  it('is refused by the anonymizer in seconds, in little memory', { timeout: 60_000 }, async () => {
    const path = endlessLine('export.csv', rows, 2 ** 31);
    const { result, megabytes } = await memoryOf(() => anonymize(path));
    expect(result.outcome).toBe('csv.line-too-long, line 213');
    expect(megabytes).toBeLessThan(400);
  });

  it('is refused as a file of homes at once, in little memory', { timeout: 10_000 }, async () => {
    const lines = `${[HEADER, ...students(40)].join('\n')}\n`;
    const path = endlessLine('homes.csv', lines, 2 ** 31);
    const { result, megabytes } = await memoryOf(() => check(path));
    expect(result.outcome).toBe('csv.line-too-long, line 41');
    expect(megabytes).toBeLessThan(200);
  });
});

describe('a file of homes', () => {
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('with a quoted value of three megabytes is refused by its line', async () => {
    const path = file('long-value.csv', `${[HEADER, ...students(3)].join('\n')}\n"${'Zzmarker\n'.repeat(350_000)}`);
    const { outcome, heard } = await check(path);
    expect(outcome).toBe('csv.open-quote, line 5');
    expect(heard).not.toMatch(MARKER);
  });

  it('with a million commas in a row leaves that row out', async () => {
    const path = file('commas.csv', `${[HEADER, ...students(20), ','.repeat(1_000_000)].join('\n')}\n`);
    expect((await check(path)).outcome).toBe('20 homes');
  });

  it('with a header of 100,000 columns is refused in a message that can be read', async () => {
    const columns = Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(',');
    const { outcome, heard } = await check(file('header.csv', `${HEADER},${columns}\n`));
    expect(outcome).toBe('homes.unknown-columns');
    expect(heard.length).toBeLessThan(1_000);
  });

  it('with 300,000 bad rows is refused in bounded memory', { timeout: 60_000 }, async () => {
    const path = file('bad.csv', `${HEADER}\n${'nobody,,,,,,,,,,,,\n'.repeat(300_000)}`);
    const { result, megabytes } = await memoryOf(() => check(path));
    expect(result.outcome).toBe('homes.too-many-bad-rows, line 2');
    expect(megabytes).toBeLessThan(1_000);
  });
});
