import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { phrase } from '../../../server/domain/messages/phrase.ts';
import { messagesIn } from '../../../server/platform/messages.ts';
import { progressOn } from '../../../server/platform/progress.ts';

/** What a command prints of a step, without its times. */
function printed(language: () => 'en' | 'es'): string[] {
  const out = new PassThrough();
  const progress = progressOn(out as unknown as NodeJS.WriteStream, () => messagesIn(language()).phrases);
  const step = progress.begin(phrase('step.places', { file: 'Towns.csv' }));
  step.note(phrase('gis.layer-empty', { layer: 'Old' }));
  step.done(phrase('done.dry-run', { said: phrase('done.places/unchanged', { places: 1240 }) }));
  progress.print(phrase('running.stopping'));
  progress.print('As it is.');
  return String(out.read())
    .replace(/\d+\.\d s/g, '0.0 s')
    .split('\n');
}

describe('what a command prints while it works', () => {
  it('is said in English', () => {
    expect(printed(() => 'en')).toEqual([
      '          Layer "Old" has no features with a place and was passed over.',
      '   0.0 s  Places from Towns.csv: the same 1,240 were there before; nothing changed: so it would be, and nothing was changed, as asked  (0.0 s in all)',
      'Stopping ...',
      'As it is.',
      '',
    ]);
  });

  it('is said in Spanish: title, notes, summary and times, and words stay as they are', () => {
    expect(printed(() => 'es')).toEqual([
      '          La capa "Old" no tiene elementos con un lugar y se omitió.',
      '   0.0 s  Lugares de Towns.csv: los mismos 1,240 ya estaban; nada cambió: así quedaría, y no se cambió nada, según lo pedido  (0.0 s en total)',
      'Deteniendo ...',
      'As it is.',
      '',
    ]);
  });

  it('follows the language that is known by then', () => {
    let asked = 0;
    const lines = printed(() => (asked++ === 0 ? 'en' : 'es'));
    expect(lines[0]).toContain('has no features');
    expect(lines[1]).toContain('Lugares de');
  });
});
