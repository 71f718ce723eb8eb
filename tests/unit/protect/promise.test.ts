import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { promise } from '../../../server/domain/messages/en/promise.ts';

it('the README makes the promise in the words of the pages', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');
  expect(readme).toContain(promise.promise);
});
