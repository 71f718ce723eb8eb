import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { messagesIn } from '../../../server/platform/messages.ts';
import { englishLeft, type Message } from '../../support/own-words.ts';

const SERVER = fileURLToPath(new URL('../../../server/', import.meta.url));

/** Every message by its path, those of a catalog within a catalog too. */
function messagesOf(catalog: object, path = ''): [string, Message][] {
  return Object.entries(catalog).flatMap(([name, message]) =>
    typeof message === 'object' ? messagesOf(message, `${path}${name} `) : [[`${path}${name}`, message] as const],
  ) as [string, Message][];
}

/** A template without what is put into it and its line ends. */
function withoutCode(template: string): string {
  const shorter = template.replace(/\$?\{[^{}]*\}|\\n/g, '');
  return shorter === template ? template : withoutCode(shorter);
}

const spanish = new Map(messagesOf(messagesIn('es').terminal));

describe('what commands write to standard output', () => {
  test.each(messagesOf(messagesIn('en').terminal))('as %s has no English word in Spanish', (path, english) => {
    expect(englishLeft(english, spanish.get(path) ?? english)).toEqual([]);
  });

  it('comes from the messages, but for what programs read', () => {
    const written = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [...readFileSync(join(SERVER, name), 'utf8').matchAll(/stdout\.write\(([\s\S]*?)\);\n/g)])
      .map(([, given = '']) => withoutCode(given));
    expect(written.length).toBeGreaterThan(8);
    expect(written.filter((given) => /(['"`])[^'"`]*\p{L}{2,}[^'"`]*\1/u.test(given))).toEqual([]);
  });
});
