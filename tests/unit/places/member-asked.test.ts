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
  expect(memberAsked(typed).name.toLowerCase()).toBe('quill');
});

it.each(['Delgado', 'Senecaville', 'Repton', 'Congress Heights'])('"%s" is a name as it stands', (typed) => {
  expect(memberAsked(typed)).toEqual({ name: typed, kind: undefined });
});

it.each([
  ['Senator Quill', 'senate_district'],
  ['Delegate Quill', 'house_district'],
  ['Representative Quill', undefined],
  ['U.S. Senator Quill', undefined],
  ['Rep. federal Quill', undefined],
])('"%s" asks among members with that title', (typed, kind) => {
  expect(memberAsked(typed).kind).toBe(kind);
});
