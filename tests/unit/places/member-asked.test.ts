import { expect, it } from 'vitest';
import { memberAsked } from '../../../server/features/places/member-asked.ts';

it.each([
  'Senator Quill',
  'Sen. Quill',
  'sen quill',
  'State Senator Quill',
  'Delegate Quill',
  'U.S. Representative Quill',
  'Rep. federal Quill',
  'Senadora Quill',
  'Assembly Member Quill',
  'Quill',
])('"%s" asks for a member by name', (typed) => {
  expect(memberAsked(typed).toLowerCase()).toBe('quill');
});

it.each(['Delgado', 'Senecaville', 'Repton', 'Congress Heights'])('"%s" is a name as it stands', (typed) => {
  expect(memberAsked(typed)).toBe(typed);
});
