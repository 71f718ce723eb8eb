import { describe, expect, it } from 'vitest';
import { type Phrase, phrase } from '../../../server/domain/messages/phrase.ts';
import { placeColumns } from '../../../server/features/places/columns.ts';
import { identifierOf, identifierOfPart, isFiller } from '../../../server/features/places/identifier.ts';
import type { PlaceKind } from '../../../server/features/places/kinds.ts';
import { placeReader } from '../../../server/features/places/row.ts';
import { told } from '../../support/told.ts';

/** What is wrong, in English. */
const faultOf = (found: object | { readonly fault: Phrase }) => ('fault' in found ? told(found.fault) : undefined);

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
    ['county', '5400600', 'its identifier is 7 characters long, "5400600"; wanted are five digits (state 2, county 3)'],
    [
      'school_district',
      '54006',
      'its identifier is 5 characters long, "54006"; wanted are seven digits (LEAID: state 2, district 5)',
    ],
    [
      'congressional_district',
      'W1',
      'its identifier is 2 characters long, "W1"; wanted are four characters (state 2, district 2)',
    ],
    ['town', '', 'it has no identifier'],
  ] as const)('of a %s is not %s', (kind, written, fault) => {
    const found = identifierOf(kind, written);
    if (fault === undefined) expect(found).toMatchObject({ padded: true });
    else expect(faultOf(found)).toBe(fault);
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

it.each(['STATE_ALPHA', 'ADM1_NAME', 'STATE_NM', 'ST'])('column %s holds the state of a town', (state) => {
  expect(placeColumns('town', ['ID', 'NAME', state], {})).toMatchObject({ state });
});

describe('a feature read as a place', () => {
  const columns = placeColumns('town', ['ID', 'NAME', 'POPULATION'], {});
  const point = { type: 'Point', coordinates: [-80.5, 38.5] };
  const read = placeReader({ kind: 'town', stateFips: '54' }, columns);

  it('is a town with its point and its population, if there is one', () => {
    const town = {
      label: phrase('gis.feature', { number: 1 }),
      properties: { ID: 7, NAME: 'Example', POPULATION: 1200 },
      geometry: point,
    };
    expect(read(town)).toMatchObject({ id: '7', stateFips: '54', population: 1200, lngLat: [-80.5, 38.5] });
    expect(read({ ...town, properties: { ID: 7, NAME: 'Example', POPULATION: null } })).toMatchObject({
      population: null,
    });
    expect(faultOf(read({ ...town, geometry: null }))).toBe('towns are points, and it has none on the earth');
  });

  it('is left out when it lies in another state', () => {
    const counties = placeReader({ kind: 'county', stateFips: '54' }, placeColumns('county', ['GEOID', 'NAME'], {}));
    const county = {
      label: phrase('gis.feature', { number: 1 }),
      properties: { GEOID: '51003', NAME: 'Example' },
      geometry: null,
    };
    expect(counties(county)).toEqual({ elsewhere: '51' });
  });
});

describe('what spreadsheets and publishers do to an identifier', () => {
  it.each([
    ['county', "'54015", '54015'],
    ['county', '="01001"', '01001'],
    ['county', '54015.0', '54015'],
    ['county', '54,015', '54015'],
    ['county', ' 54015 ', '54015'],
    ['county', '54-015', '54015'],
    ['school_district', '54-00240', '5400240'],
    ['county', '05000US54015', undefined],
    ['county', '0500000US54015', '54015'],
    ['county', '050XX00US54015', '54015'],
    ['senate_district', '50E-O', '50E-O'],
    ['senate_district', '610U900US50E-O', '50E-O'],
    ['house_district', '50A-1', '50A-1'],
    ['house_district', '50a-1', '50A-1'],
    ['house_district', '620L900US25M01', '25M01'],
    ['congressional_district', '5001900US5401', '5401'],
    ['congressional_district', '1198', '1198'],
    ['school_district', '9700000US5400240', '5400240'],
    ['town', '1600000US5414600', '5414600'],
    ['town', 'node/158812345', 'node-158812345'],
    ['state', 'WV', '54'],
    ['state', '0400000US54', '54'],
  ] as const)('is undone for a %s: %s', (kind, written, id) => {
    const found = identifierOf(kind, written);
    expect('id' in found ? found.id : undefined).toBe(id);
  });

  it.each([
    ['county', '5.4015E+04', 'scientific notation'],
    ['school_district', '5,40024E+06', 'scientific notation'],
    ['county', '1600000US54015', 'summary level 160'],
    ['school_district', '795P200US5400100', 'summary level 795'],
    ['county', '54O15', 'holds other characters than five digits'],
    ['senate_district', '50-01', 'holds other characters'],
    ['county', 54015.5, 'characters long'],
    ['county', -54015, 'characters long'],
    ['state', '03', 'names no state'],
  ] as const)('is refused where it cannot be undone, for a %s written %s: %s', (kind, written, why) => {
    expect(faultOf(identifierOf(kind, written))).toContain(why);
  });

  it.each([
    ['county', '54', '15', '54015'],
    ['county', '54', 1, '54001'],
    ['county', '54', '54015', '54015'],
    ['house_district', '27', '1A', '2701A'],
    ['senate_district', '50', 'ADD', '50ADD'],
    ['congressional_district', '56', 'At Large', '5600'],
    ['congressional_district', '54', '2', '5402'],
    ['school_district', '06', '01234', '0601234'],
    ['town', '54', '14600', '5414600'],
  ] as const)('is undone for a %s kept in parts, state %s and %s: %s', (kind, state, part, id) => {
    expect(identifierOfPart(kind, state, part)).toMatchObject({ id });
  });

  it('is not undone for a part without its state', () => {
    expect(faultOf(identifierOfPart('county', undefined, '015'))).toContain('--state');
  });
});

describe('ground that belongs to no place', () => {
  it.each([
    ['school_district', '5499997', ''],
    ['school_district', '5499998', ''],
    ['senate_district', '26ZZZ', ''],
    ['congressional_district', '26ZZ', ''],
    ['county', '26000', ''],
    ['house_district', '26001', 'State House Districts not defined'],
    ['town', '5401500000', 'County subdivisions not defined'],
  ] as const)('is known by %s %s %s', (kind, id, name) => expect(isFiller(kind, id, [name])).toBe(true));

  it.each([
    ['school_district', '0699009', 'Coast Unified School District (9-12)'],
    ['congressional_district', '1198', 'Delegate District (at Large)'],
    ['county', '54015', 'Clay'],
    ['town', '2303790000', 'Northwest Piscataquis unorganized territory'],
    ['town', '99997', 'A town of somebody’s own number'],
  ] as const)('is not %s %s %s', (kind, id, name) => expect(isFiller(kind, id, [name])).toBe(false));
});

describe('the columns of other publishers', () => {
  const idOf = (kind: PlaceKind, fields: string[]) => placeColumns(kind, [...fields, 'NAME'], {}).id;
  it.each([
    ['county', ['OBJECTID', 'GEOIDFQ', 'COUNTYFP'], 'GEOIDFQ'],
    ['county', ['GEOID10', 'GEOID20'], 'GEOID20'],
    ['county', ['STATEFP', 'COUNTYFP'], 'COUNTYFP'],
    ['county', ['nist:fips_code', '@id'], 'nist:fips_code'],
    ['senate_district', ['SLDUST24', 'STATEFP24'], 'SLDUST24'],
    ['house_district', ['FID', 'DISTRICT_N'], 'DISTRICT_N'],
    ['congressional_district', ['CD119FP'], 'CD119FP'],
    ['school_district', ['STATEFP', 'ELSDLEA'], 'ELSDLEA'],
    ['school_district', ['GEOID', 'LEAID', 'NCESSCH'], 'LEAID'],
    ['town', ['STATEFP', 'PLACEFP', 'GEOID'], 'GEOID'],
    ['town', ['@id'], '@id'],
    ['state', ['REGION', 'STATEFP', 'STUSPS'], 'STATEFP'],
  ] as const)('of a %s: among %j identifiers are in %s', (kind, fields, id) =>
    expect(idOf(kind, [...fields])).toBe(id),
  );

  it('are refused where none holds identifiers', () => {
    expect(() => idOf('county', ['OBJECTID', 'FID', 'SHAPE_LENG', 'COUNTYNS'])).toThrow(
      'No column looks like identifiers',
    );
  });
});
