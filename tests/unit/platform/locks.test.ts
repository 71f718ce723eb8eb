import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SERVER = fileURLToPath(new URL('../../../server', import.meta.url));
const WHERE = join('platform', 'locks.ts');

describe('advisory locks', () => {
  const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

  it('are taken in one file alone', () => {
    const taking = files.filter((name) => /pg_(try_)?advisory/.test(readFileSync(join(SERVER, name), 'utf8')));
    expect(taking).toEqual([WHERE]);
  });

  it('share no number', () => {
    const numbers = readFileSync(join(SERVER, WHERE), 'utf8').match(/\b7_264_\d{3}\b/g) ?? [];
    expect(numbers.length).toBeGreaterThan(3);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
