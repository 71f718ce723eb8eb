import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Phrases } from '../../../server/domain/messages/en/phrases.ts';
import type { PhraseKey } from '../../../server/domain/messages/phrase.ts';
import { messagesIn } from '../../../server/platform/messages.ts';
import { SAMPLES, sampleFacts } from '../../support/message-samples.ts';

const ENGLISH = new URL('../../../server/domain/messages/en/', import.meta.url);

/** The same in both languages: names, values of options, and words that happen to be alike. */
const ALIKE = new Set(
  'acres api byte bytes census ctrl dos ed fi homeless internet total fcc frn gapmap include json maxdown maxup mb nces no server tippecanoe token utf windows west virginia state broadband initiative'.split(
    ' ',
  ),
);

/** Codes of all that commands print of their steps, and of the files they read. */
async function keysPrinted(): Promise<PhraseKey[]> {
  const files = ['progress', 'notes'].flatMap((folder) =>
    readdirSync(new URL(folder, ENGLISH)).map((name) => new URL(`${folder}/${name}`, ENGLISH).href),
  );
  const catalogs = await Promise.all(files.map(async (file) => Object.values((await import(file)) as object)));
  return catalogs.flat().flatMap((catalog: object) => Object.keys(catalog)) as PhraseKey[];
}

/** The words of a phrase, without those of its facts, of commands and of names such as studentDirectories. */
function ownWords(phrases: Phrases, key: PhraseKey): string[] {
  const { facts, read } = sampleFacts();
  const message = phrases[key] as string | ((given: unknown) => string);
  const said = typeof message === 'string' ? message : message(facts);
  const given = [...read].flatMap((name) => stringsIn(SAMPLES[name])).sort((a, b) => b.length - a.length);
  return (
    given
      .reduce((rest, fact) => rest.replaceAll(fact, ' '), said)
      .replace(/`[^`]*`|--\S+|\S*[_.=/]\w\S*|\p{Ll}+\p{Lu}\p{L}*/gu, ' ')
      .toLowerCase()
      .match(/\p{L}{2,}/gu) ?? []
  );
}

function stringsIn(fact: unknown): string[] {
  if (typeof fact === 'string') return [fact];
  return typeof fact === 'object' && fact !== null ? Object.values(fact).flatMap(stringsIn) : [];
}

const keys = await keysPrinted();
const [en, es] = [messagesIn('en').phrases, messagesIn('es').phrases];

describe('what commands print', () => {
  test.each(keys)('as %s has no English word in Spanish', (key) => {
    const english = new Set(ownWords(en, key));
    expect(ownWords(es, key).filter((word) => english.has(word) && !ALIKE.has(word))).toEqual([]);
  });
});
