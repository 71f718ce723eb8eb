import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { dirtAt, MARKER, readIfThere } from '../support/dirt.ts';

const GAPMAP = fileURLToPath(new URL('../../bin/gapmap.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gapmap-dirt-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

function anonymize(name: string) {
  const run = mkdtempSync(join(folder, 'run-'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [GAPMAP, 'anonymize', dirtAt('exports', name), '--district', '5400030', '--new-key', '--report', 'report.csv'],
    { cwd: run, encoding: 'utf8', timeout: 30_000 },
  );
  const report = readIfThere(join(run, 'report.csv'));
  const [isWritten, isKeyLeft] = ['gapmap-5400030.csv', 'gapmap-key-5400030.json'].map((file) =>
    existsSync(join(run, file)),
  );
  return { status, said: stdout + stderr, report, isWritten, isKeyLeft };
}

describe('the command, given a dirty export', () => {
  it.each([
    ['utf-16-le.csv', '12 students'],
    ['formula-as-name.csv', '12 students'],
    ['point-swapped.csv', 'line 7: Latitude and longitude swapped'],
    ['answer-unknown.csv', 'line 7'],
  ])('%s writes the rest and says which lines to look at', { timeout: 60_000 }, (name, words) => {
    const { status, said, report, isWritten } = anonymize(name);
    expect(said).toContain(words);
    expect(said + report).not.toMatch(MARKER);
    expect({ status, isWritten }).toEqual({ status: 0, isWritten: true });
  });

  it.each([
    ['no-header.csv', 'No line among the first 30'],
    ['quote-never-closed.csv', 'line 7'],
    ['null-bytes-everywhere.csv', 'bytes that no text has'],
    ['one-row-in-three-bad.csv', 'Nothing was written'],
    ['old-workbook.xls', 'password'],
  ])('%s ends in one message, no file and no key', { timeout: 60_000 }, (name, words) => {
    const { status, said, report, isWritten, isKeyLeft } = anonymize(name);
    expect(said).toContain(words);
    expect(said).not.toMatch(/\n\s+at .*\.ts:\d+/);
    expect(said + report).not.toMatch(MARKER);
    expect({ status, isWritten, isKeyLeft }).toEqual({ status: 1, isWritten: false, isKeyLeft: false });
  });
});
