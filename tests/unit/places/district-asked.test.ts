import { expect, it } from 'vitest';
import { districtAsked } from '../../../server/features/places/district-asked.ts';

it.each([
  ['5', ['senate_district', 'house_district', 'congressional_district'], '5'],
  ['district 005', ['senate_district', 'house_district', 'congressional_district'], '5'],
  ['senate 5', ['senate_district'], '5'],
  ['State Senate District 12', ['senate_district'], '12'],
  ['SD-7', ['senate_district'], '7'],
  ['HD 10', ['house_district'], '10'],
  ['house district 3a', ['house_district'], '3A'],
  ['Cámara 4', ['house_district'], '4'],
  ['distrito del senado 5', ['senate_district'], '5'],
  ['congressional 1', ['congressional_district'], '1'],
])('"%s" asks for a district by its number', (typed, kinds, number) => {
  expect(districtAsked(typed)).toEqual({ kinds, number });
});

it.each(['Beckley', 'PS 12', 'Route 5', 'Eve Gold', '2024', ''])('"%s" asks for none', (typed) => {
  expect(districtAsked(typed)).toBeUndefined();
});
