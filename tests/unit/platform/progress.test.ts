import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { phrase } from '../../../server/domain/messages/phrase.ts';
import { messagesIn } from '../../../server/platform/messages.ts';
import { progressOn } from '../../../server/platform/progress.ts';

it('a note of a command is said in the language that is known by then, and words stay as they are', () => {
  const out = new PassThrough();
  let language: 'en' | 'es' = 'en';
  const step = progressOn(out as unknown as NodeJS.WriteStream, () => messagesIn(language).phrases).begin('Reading');
  language = 'es';
  step.note(phrase('gis.layer-empty', { layer: 'Old' }));
  step.note('Names from NAME.');
  expect(String(out.read()).split('\n')).toEqual([
    '          La capa "Old" no tiene elementos con un lugar y se omitió.',
    '          Names from NAME.',
    '',
  ]);
});
