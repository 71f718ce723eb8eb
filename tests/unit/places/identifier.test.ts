import { describe, expect, it } from 'vitest';
import { placeColumns } from '../../../server/features/places/columns.ts';
import { identifierOf } from '../../../server/features/places/identifier.ts';
import { placeReader } from '../../../server/features/places/row.ts';

describe('the identifier of a place', () => {
  it.each([
    ['county', '54039', '54039', false],
    ['county', 1001, '01001', true],
    ['county', '0500000US54077', '54077', false],
    ['school_district', '5400600', '5400600', false],
    ['school_district', 100005, '0100005', true],
    ['senate_district', '54001', '54001', false],
    ['house_district', '33be1', '33BE1', false],
    ['congressional_district', '5401', '5401', false],
    ['state', 1, '01', true],
    ['town', 4801859, '4801859', false],
  ] as const)('of a %s written %s is %s', (kind, written, id, padded) => {
    expect(identifierOf(kind, written)).toEqual({ id, padded });
  });

  it.each([
    ['county', '5403', undefined],
    ['county', '5400600', 'its identifier is 7 characters long; wanted are five digits (state 2, county 3)'],
    [
      'school_district',
      '54006',
      'its identifier is 5 characters long; wanted are seven digits (LEAID: state 2, district 5)',
    ],
    [
      'congressional_district',
      'W1',
      'its identifier is 2 characters long; wanted are four characters (state 2, district 2)',
    ],
    ['town', '', 'it has no identifier'],
  ] as const)('of a %s is not %s', (kind, written, fault) => {
    const found = identifierOf(kind, written);
    if (fault === undefined) expect(found).toMatchObject({ padded: true });
    else expect(found).toEqual({ fault });
  });
});

describe('the columns of a file of places', () => {
  it('are known by the names TIGER/Line and NCES give them', () => {
    expect(placeColumns('county', ['STATEFP', 'GEOID20', 'NAMELSAD', 'NAME'], {})).toEqual({
      id: 'GEOID20',
      part: 'where short',
      name: 'NAME',
      fullName: 'NAMELSAD',
      state: 'STATEFP',
      population: undefined,
    });
    expect(placeColumns('school_district', ['GEOID', 'LEAID', 'NAME'], {}).id).toBe('LEAID');
    expect(placeColumns('senate_district', ['GEOID', 'NAMELSAD'], {}).name).toBe('NAMELSAD');
  });

  it('are asked for when none has a known name', () => {
    expect(() => placeColumns('county', ['NUMBER', 'NAME'], {})).toThrow(
      /No column looks like identifiers.*--id-column/s,
    );
    expect(placeColumns('county', ['NUMBER', 'NAME'], { idColumn: 'number' }).id).toBe('NUMBER');
    expect(() => placeColumns('county', ['NUMBER'], { idColumn: 'other' })).toThrow('no column "other"');
  });
});

describe('a feature read as a place', () => {
  const columns = placeColumns('town', ['ID', 'NAME', 'POPULATION'], {});
  const point = { type: 'Point', coordinates: [-80.5, 38.5] };
  const read = placeReader({ kind: 'town', stateFips: '54' }, columns);

  it('is a town with its point and its population, if there is one', () => {
    const town = { label: 'feature 1', properties: { ID: 7, NAME: 'Example', POPULATION: 1200 }, geometry: point };
    expect(read(town)).toMatchObject({ id: '7', stateFips: '54', population: 1200, lngLat: [-80.5, 38.5] });
    expect(read({ ...town, properties: { ID: 7, NAME: 'Example', POPULATION: null } })).toMatchObject({
      population: null,
    });
    expect(read({ ...town, geometry: null })).toEqual({ fault: 'towns are points, and it has none on the earth' });
  });

  it('is left out when it lies in another state', () => {
    const counties = placeReader({ kind: 'county', stateFips: '54' }, placeColumns('county', ['GEOID', 'NAME'], {}));
    const county = { label: 'feature 1', properties: { GEOID: '51003', NAME: 'Example' }, geometry: null };
    expect(counties(county)).toEqual({ elsewhere: '51' });
  });
});
