import { describe, expect, it, test } from 'vitest';
import { acceptedTags, languageNamed, preferredLanguage } from '../../../server/domain/messages/language.ts';
import { wordingIn } from '../../../server/domain/messages/wording.ts';

describe('the language of a reader', () => {
  test.each([
    [undefined, 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['es', 'es'],
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['en;q=0.5, es-419;q=0.7', 'es'],
    ['fr-CA, de', 'en'],
    ['fr, es;q=0.1', 'es'],
    ['es;q=0, en', 'en'],
  ])('Accept-Language %j means %s', (header, language) => {
    expect(preferredLanguage(acceptedTags(header))).toBe(language);
  });

  it('is read from LANG in a terminal too', () => {
    expect(languageNamed('es_US.UTF-8')).toBe('es');
    expect(languageNamed('C.UTF-8')).toBeUndefined();
    expect(languageNamed('estonian')).toBeUndefined();
  });
});

describe('numbers, dates and lists in words', () => {
  const [en, es] = [wordingIn('en'), wordingIn('es')];

  it('agree with their count', () => {
    expect([0, 1, 2, 1240].map((n) => en.plural(n, 'student', 'students'))).toEqual([
      '0 students',
      '1 student',
      '2 students',
      '1,240 students',
    ]);
    expect([0, 1, 2, 1240].map((n) => es.plural(n, 'estudiante', 'estudiantes'))).toEqual([
      '0 estudiantes',
      '1 estudiante',
      '2 estudiantes',
      '1,240 estudiantes',
    ]);
  });

  it('are written the same way in both languages where they are figures', () => {
    for (const { percent, decimal, size } of [en, es]) {
      expect([percent(0.034), percent(0.123), percent(1)]).toEqual(['3.4 %', '12 %', '100 %']);
      expect(decimal(1.75, 1)).toBe('1.8');
      expect([812, 48_000, 2.7e6, 1.4e9].map(size)).toEqual(['812 bytes', '48 kB', '2.7 MB', '1.4 GB']);
    }
    expect(en.percent(0.0004)).toBe('less than 0.1 %');
    expect(es.percent(0.0004)).toBe('menos de 0.1 %');
  });

  it('name days by the calendar of UTC', () => {
    expect(en.date('2026-06-30T23:30:00Z')).toBe('Jun 30, 2026');
    expect(es.date('2026-06-30T23:30:00Z')).toBe('30 jun 2026');
    expect(en.moment(new Date('2026-11-09T16:02:00Z'))).toBe('Nov 9, 2026, at 4:02 PM UTC');
  });

  it('join lists without a comma before the last', () => {
    expect([['a'], ['a', 'b'], ['a', 'b', 'c']].map(en.list)).toEqual(['a', 'a and b', 'a, b and c']);
    expect([['a'], ['a', 'b'], ['a', 'b', 'c']].map(es.list)).toEqual(['a', 'a y b', 'a, b y c']);
    expect(en.either(['a', 'b', 'c'])).toBe('a, b or c');
    expect(es.either(['a', 'b', 'c'])).toBe('a, b o c');
  });
});
