import { describe, expect, it } from 'vitest';
import { countyName } from '../../../server/domain/county-name.ts';
import { placeRefOf } from '../../../server/domain/place-ref.ts';
import { stateFipsOf } from '../../../server/domain/states.ts';

describe('a state', () => {
  it.each([
    ['54', '54'],
    ['1', '01'],
    ['54.0', '54'],
    ["'06", '06'],
    ['wv', '54'],
    [' WV ', '54'],
    ['US-WV', '54'],
    ['West  virginia', '54'],
    ['State of Ohio', '39'],
    ['Commonwealth of Pennsylvania', '42'],
    ['D.C.', '11'],
    ['Washington, D.C.', '11'],
    ['Washington', '53'],
    ['U.S. Virgin Islands', '78'],
    ['Virgin Islands', '78'],
    ['Commonwealth of the Northern Mariana Islands', '69'],
    ["Hawai'i", '15'],
    ['W.Va.', '54'],
    ['W. Va.', '54'],
    ['Penna.', '42'],
    ['N.C.', '37'],
    ['N. C.', '37'],
    ['Calif.', '06'],
  ])('written %j is %s', (text, fips) => expect(stateFipsOf(text)).toBe(fips));

  it.each(['', '03', '99', '540', 'ON', 'Active', 'Virginia Beach', '54.5', 'West', 'County of York'])(
    'is not %j',
    (text) => expect(stateFipsOf(text)).toBeUndefined(),
  );
});

describe('the name of a county', () => {
  it.each([
    ['Clay', '54015', 'Clay County'],
    ['Clay County', '54015', 'Clay County'],
    ['James City', '51095', 'James City County'],
    ['Alexandria', '51510', 'Alexandria city'],
    ['Fairfax city', '51600', 'Fairfax city'],
    ['Carson City', '32510', 'Carson City'],
    ['Island', '53029', 'Island County'],
    ['Acadia', '22001', 'Acadia Parish'],
    ['Nome', '02180', 'Nome'],
    ['Capitol', '09110', 'Capitol Planning Region'],
    ['Hartford', '09003', 'Hartford County'],
    ['District of Columbia', '11001', 'District of Columbia'],
    ['Guam', '66010', 'Guam'],
    ['Añasco', '72011', 'Añasco Municipio'],
    ['Añasco Municipio', '72011', 'Añasco Municipio'],
  ])('%s (%s) is written %s', (name, id, written) => expect(countyName(name, id)).toBe(written));
});

describe('a place in an address', () => {
  it.each([
    ['house_district:50A-1', { kind: 'house_district', id: '50A-1' }],
    ['senate_district:50E-O', { kind: 'senate_district', id: '50E-O' }],
    ['town:node-158812345', { kind: 'town', id: 'node-158812345' }],
    ['town:a.b_c', { kind: 'town', id: 'a.b_c' }],
  ])('may be %s', (text, place) => expect(placeRefOf(text)).toEqual(place));
  it.each([
    'county',
    'county:',
    'county:..',
    'county:-1',
    'county:a/b',
    'county:a b',
    'town:<b>',
    `town:${'1'.repeat(25)}`,
  ])('is not %s', (text) => expect(placeRefOf(text)).toBeUndefined());
});
