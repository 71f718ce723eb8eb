import { expect, it } from 'vitest';
import { wordingIn } from '../../../server/domain/messages/wording.ts';
import { grouped, plural } from '../../../server/domain/words.ts';

it('numbers and times are written as in the United States, times with their zone', () => {
  expect(grouped(4181)).toBe('4,181');
  expect([plural(1, 'student'), plural(1200, 'student')]).toEqual(['1 student', '1,200 students']);
  expect(wordingIn('en').moment(new Date('2026-11-09T04:02:59.999Z'))).toBe('Nov 9, 2026, at 4:02 AM UTC');
});
