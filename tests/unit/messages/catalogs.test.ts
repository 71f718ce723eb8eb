import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { outsideOfMessages, pseudo } from '../../../server/domain/messages/pseudo.ts';
import { SAMPLES, sampleFacts } from '../../support/message-samples.ts';

const MESSAGES = fileURLToPath(new URL('../../../server/domain/messages/', import.meta.url));

/** Words that are the same in Spanish: names, and what is no language. */
const SAME = new Set(['FCC', 'Mbps', 'ms', 'GB', 'cable', 'bytes', 'No', 'Chromebook']);

type Message = string | ((facts: unknown) => unknown);

/** Every message of a catalog by its path. */
function messagesOf(value: unknown, path: string): [string, Message][] {
  if (typeof value === 'string' || typeof value === 'function') return [[path, value as Message]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is neither words nor words of facts`);
  return Object.entries(value).flatMap(([key, inner]) => messagesOf(inner, `${path}.${key}`));
}

async function catalogsIn(language: string): Promise<Map<string, Message>> {
  const files = readdirSync(join(MESSAGES, language), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && name !== 'phrases.ts',
  );
  const found = await Promise.all(
    files.map(async (name) => Object.entries((await import(join(MESSAGES, language, name))) as object)),
  );
  return new Map(
    found.flatMap((exported, i) =>
      exported
        .filter(([, value]) => typeof value !== 'function')
        .flatMap(([name, value]) => messagesOf(value, `${files[i]} ${name}`)),
    ),
  );
}

function said(message: Message, changed: Readonly<Record<string, unknown>> = {}) {
  const { facts, read } = sampleFacts(changed);
  const words = typeof message === 'string' ? message : message(facts);
  return { words, read: [...read].sort() };
}

const numbersIn = (words: string) => (words.match(/\d[\d,.]*\d|\d/g) ?? []).sort();

const en = await catalogsIn('en');
const es = await catalogsIn('es');

/** One of everything that is counted, so that both forms of a plural are read. */
const ONE = Object.fromEntries(
  Object.entries(SAMPLES)
    .filter(([, value]) => typeof value === 'number')
    .map(([name]) => [name, 1]),
);

describe('Spanish messages', () => {
  it('are there for every English one, and no others', () => {
    expect([...es.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it('read the same facts as the English ones, and give the same numbers and names', () => {
    const different = [...en].flatMap(([path, english]) => {
      const spanish = es.get(path);
      if (spanish === undefined) return [];
      return [{}, ONE].flatMap((changed) => {
        const [a, b] = [said(english, changed), said(spanish, changed)];
        if (typeof a.words !== 'string' || typeof b.words !== 'string') return [`${path} is no text`];
        const names = a.read
          .map((fact) => SAMPLES[fact])
          .filter(
            (value): value is string =>
              typeof value === 'string' && /[A-Z]/.test(value) && `${a.words}`.includes(value),
          );
        const isSame =
          a.read.join() === b.read.join() &&
          numbersIn(a.words).join(' ') === numbersIn(b.words).join(' ') &&
          names.every((name) => `${b.words}`.includes(name));
        return isSame ? [] : [`${path}\n  ${a.words}\n  ${b.words}`];
      });
    });
    expect(different).toEqual([]);
  });

  it('say nothing in English but names', () => {
    const same = [...en].filter(([path, english]) => {
      const { words, read } = said(english);
      const own = read
        .reduce((rest, fact) => rest.replaceAll(String(SAMPLES[fact]), ''), String(words))
        .replace(/[\d.,]/g, '')
        .trim();
      return words === said(es.get(path) ?? english).words && /\p{L}{2}/u.test(own) && !SAME.has(own);
    });
    expect(same.map(([path, english]) => `${path}: ${said(english).words}`)).toEqual([]);
  });
});

describe('messages of both languages', () => {
  it('never write out a fact that is missing or no text', () => {
    const broken = [...en, ...es].flatMap(([path, message]) =>
      [said(message), said(message, ONE)]
        .filter(({ words }) => /undefined|NaN|\[object|null|Invalid Date/.test(String(words)))
        .map(({ words }) => `${path}: ${words}`),
    );
    expect(broken).toEqual([]);
  });

  it('write no kilometers: readers in the United States know miles and acres', () => {
    const metric = [...en, ...es].filter(([, message]) =>
      /\bkm|hectare|hectárea|\bmeters\b/.test(String(said(message).words)),
    );
    expect(metric.map(([path]) => path)).toEqual([]);
  });
});

describe('the pseudo-locale', () => {
  it('leaves no word of any message outside of brackets', () => {
    const outside = [...en].map(([path, message]) => {
      const marked = pseudo(message);
      return `${path}: ${outsideOfMessages(String(said(marked as Message).words).replace(/<[^>]*>/g, ''))}`;
    });
    expect(outside.filter((line) => !/: $/.test(line))).toEqual([]);
  });

  it('shows words that come from no message', () => {
    expect(outsideOfMessages(`${pseudo('Map')} of ${pseudo('Ohio')}`)).toBe('of');
  });
});

describe('what a page says of a file', () => {
  it.each([
    ['English', en],
    ['Spanish', es],
  ])('names no option of a command, in %s', (_language, catalog) => {
    const onPages = [...catalog].filter(([path]) => path.endsWith('/page'));
    expect(onPages.length).toBeGreaterThan(5);
    expect(
      onPages.map(([, message]) => said(message, { flag: 'FLAG' }).words).filter((words) => /--[a-z]/.test(`${words}`)),
    ).toEqual([]);
  });
});
