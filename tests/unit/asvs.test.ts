import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; they are numbered from 1, those of level 3 after them. */
const SECTIONS: Readonly<Record<string, readonly number[]>> = {
  1: [2, 9, 11, 3, 2],
  2: [3, 3, 4, 1],
  3: [0, 2, 4, 6, 5, 0, 2],
  4: [3, 1, 2, 4],
  5: [1, 3, 2, 3],
  6: [3, 12, 4, 4, 5, 3, 0, 4],
  7: [3, 4, 2, 5, 2, 2],
  8: [2, 3, 1, 1],
  9: [3, 4],
  10: [2, 2, 4, 11, 5, 2, 3],
  11: [2, 3, 3, 4, 1, 1, 0],
  12: [3, 2, 4],
  13: [1, 5, 2, 5],
  14: [2, 4, 3],
  15: [3, 3, 7, 0],
  16: [1, 5, 4, 3, 3],
  17: [1, 4, 2],
};
const NUMBERS = Object.entries(SECTIONS).flatMap(([chapter, sections]) =>
  sections.flatMap((count, section) => Array.from({ length: count }, (_, i) => `${chapter}.${section + 1}.${i + 1}`)),
);

const PAGES = ['docs/asvs.md', 'docs/operators.md'];
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const rows = [...text('docs/asvs.md').matchAll(/^\| (\d+\.\d+\.\d+) \| (.+?) \| (.+?) \| (.+) \|$/gm)].map(
  ([, number = '', asks = '', outcome = '', evidence = '']) => ({ number, asks, outcome, evidence }),
);

/** Words in backticks that are a path from the root: a folder's file, or a file that stands at the root. */
function pathsIn(words: string): string[] {
  const atRoot = new Set(readdirSync(ROOT));
  return [...words.matchAll(/`([\w./-]+)`/g)]
    .flatMap(([, word]) => word ?? [])
    .filter(
      (word) =>
        /^(server|web|tests|migrations|docs|deploy|scripts)\//.test(word) ||
        atRoot.has(word) ||
        /^[A-Z]\w+\.md$/.test(word),
    );
}

/** Titles in a test file, as they are written there. */
function titlesIn(path: string): Set<string> {
  return new Set(
    [...text(path).matchAll(/\(\s*(?:'((?:[^'\\]|\\.)+)'|"((?:[^"\\]|\\.)+)")/g)].map(([, a, b]) =>
      (a ?? b ?? '').replaceAll("\\'", "'"),
    ),
  );
}

describe('the table of ASVS', () => {
  it('has each requirement of levels 1 and 2 once, in order', () => {
    expect(NUMBERS).toHaveLength(253);
    expect(rows.map(({ number }) => number)).toEqual(NUMBERS);
  });

  it('says of each whether it passes, fails or does not apply, and by what or why', () => {
    const odd = rows.filter(
      ({ outcome, evidence }) => !['pass', 'fail', 'n/a'].includes(outcome) || evidence.trim().length < 8,
    );
    expect(odd).toEqual([]);
    const counted = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
    expect(text('docs/asvs.md').replaceAll('\n', ' ')).toContain(
      `${rows.length} requirements, ${counted('pass')} pass, ${counted('fail')} fail with a reason, ${counted('n/a')} do not apply`,
    );
  });

  it('rests each pass on a file, a test or what is told there', () => {
    const bare = rows.filter(
      ({ outcome, evidence }) =>
        outcome === 'pass' && pathsIn(evidence).length === 0 && !/As \d+\.\d+|^No |^There are none/.test(evidence),
    );
    expect(bare.map(({ number, evidence }) => `${number} ${evidence}`)).toEqual([]);
  });

  it.each(PAGES)('and the operators’ page name no file that is not there: %s', (page) => {
    const links = [...text(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => join(dirname(page), to));
    expect([...pathsIn(text(page)), ...links].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('names no test that is not in its file', () => {
    const named = rows.flatMap(({ number, evidence }) =>
      [...evidence.matchAll(/`(tests\/[\w./-]+\.test\.ts)` “([^”]+)”/g)].map(([, path = '', title = '']) => ({
        number,
        path,
        title,
      })),
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter(({ path, title }) => !titlesIn(path).has(title))).toEqual([]);
  });

  it('names only headings that the operators’ page has', () => {
    const headings = new Set([...text('docs/operators.md').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading));
    const named = rows.flatMap(({ evidence }) =>
      [...evidence.matchAll(/`docs\/operators\.md`, ((?:“[^”]+”(?: and )?)+)/g)].flatMap(([, list = '']) =>
        [...list.matchAll(/“([^”]+)”/g)].map(([, heading]) => heading),
      ),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((heading) => !headings.has(heading ?? ''))).toEqual([]);
  });
});
