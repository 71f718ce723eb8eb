/** `npm run endure` in its small form: a few blows at random to the whole product. By hand it takes a hundred; scripts/endure holds those figures. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, inject, it } from 'vitest';
import '../support/provided.ts';

const ENDURE = fileURLToPath(new URL('../../scripts/endure/run.ts', import.meta.url));
/** Coming back takes the embedded database three times as long, of which most is its start. The bar of thirty seconds is for a machine without a test suite at work on it. */
const BLOWS = { native: 5, embedded: 2 } as const;
const SMALL = { minutes: 0, students: 1_000, seed: 3, 'back-within': 200 };

it('the product struck at random comes back, and loses and halves nothing', async () => {
  const { kind } = inject('database');
  const options = Object.entries({ ...SMALL, kills: BLOWS[kind] }).flatMap(([name, value]) => [
    `--${name}`,
    String(value),
  ]);
  const { code, said } = await endure(['--database', kind, ...options]);
  expect(code, said).toBe(0);
  expect(said).toContain('| faults | none | ok |');
  expect(said).toMatch(/\| acknowledged writes that are there \| [1-9]/);
}, 900_000);

function endure(args: readonly string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [ENDURE, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((ended) => child.once('close', (code) => ended({ code, said })));
}
