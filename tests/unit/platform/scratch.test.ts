import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openScratch, removeAbandoned } from '../../../server/platform/scratch.ts';

const root = mkdtempSync(join(tmpdir(), 'gapmap-scratch-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const SCRIPT = `
  import { writeFileSync } from 'node:fs';
  import { join } from 'node:path';
  import { openScratch } from ${JSON.stringify(new URL('../../../server/platform/scratch.ts', import.meta.url).href)};
  const { folder } = openScratch('import', ${JSON.stringify(root)});
  writeFileSync(join(folder, 'rows'), 'x');
  process.stdout.write(folder);
  setInterval(() => {}, 1000);
`;

/** A process that holds a scratch folder until it is killed. */
async function holder() {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', SCRIPT], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [folder] = await once(child.stdout, 'data');
  return { child, folder: String(folder) };
}

describe('a temporary folder', () => {
  it('goes with its work', () => {
    const { folder, [Symbol.dispose]: dispose } = openScratch('import', root);
    expect(existsSync(folder)).toBe(true);
    dispose();
    expect(existsSync(folder)).toBe(false);
  });

  it('of a killed process goes at the next start, and that of a running one stays', async () => {
    const { child, folder } = await holder();
    removeAbandoned(root);
    expect(existsSync(folder)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    removeAbandoned(root);
    expect(existsSync(folder)).toBe(false);
  });

  it('of a killed process goes although its number lives again', () => {
    using own = openScratch('import', root);
    const ofEarlier = own.folder.replace(/-(\d+)-(\w{6})$/, (_, began, random) => `-${Number(began) - 7}-${random}`);
    mkdirSync(ofEarlier);
    removeAbandoned(root);
    expect({ own: existsSync(own.folder), earlier: existsSync(ofEarlier) }).toEqual({
      own: true,
      earlier: process.platform !== 'linux',
    });
  });

  it('of another machine stays until nothing in it has changed for a day', () => {
    using own = openScratch('import', root);
    const elsewhere = join(root, basename(own.folder).replace(/^gapmap-import-\w*-/, 'gapmap-import-elsewhere-'));
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'rows'), 'x');
    removeAbandoned(root);
    expect(existsSync(elsewhere)).toBe(true);
    const twoDaysAgo = Date.now() / 1000 - 2 * 86_400;
    for (const path of [join(elsewhere, 'rows'), elsewhere]) utimesSync(path, twoDaysAgo, twoDaysAgo);
    removeAbandoned(root);
    expect(existsSync(elsewhere)).toBe(false);
  });

  it('is told from folders that others made', () => {
    for (const name of ['gapmap-gis-files-abc123', 'gapmap-0-0123456789ab', 'other-1-2-abcdef']) {
      mkdirSync(join(root, name));
      removeAbandoned(root);
      expect(existsSync(join(root, name))).toBe(true);
    }
  });
});
