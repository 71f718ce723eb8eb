import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PhraseKey } from '../../../server/domain/messages/phrase.ts';
import { messagesIn } from '../../../server/platform/messages.ts';
import { englishLeft } from '../../support/own-words.ts';

const ENGLISH = new URL('../../../server/domain/messages/en/', import.meta.url);

/** Codes of all that commands print of their steps, and of the files they read. */
async function keysPrinted(): Promise<PhraseKey[]> {
  const files = ['progress', 'notes'].flatMap((folder) =>
    readdirSync(new URL(folder, ENGLISH)).map((name) => new URL(`${folder}/${name}`, ENGLISH).href),
  );
  const catalogs = await Promise.all(files.map(async (file) => Object.values((await import(file)) as object)));
  return catalogs.flat().flatMap((catalog: object) => Object.keys(catalog)) as PhraseKey[];
}

const keys = await keysPrinted();
const [en, es] = [messagesIn('en').phrases, messagesIn('es').phrases];

describe('what commands print', () => {
  test.each(keys)('as %s has no English word in Spanish', (key) => {
    expect(englishLeft(en[key], es[key])).toEqual([]);
  });
});
