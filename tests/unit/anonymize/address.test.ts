import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { householdAddress, normalizeAddress, zipOf } from '../../../server/domain/anonymize/place/address.ts';

describe('an address', () => {
  it.each([
    ['capitals, punctuation and spaces', ['12 oak lane', '12  OAK LN.', ' 12 Oak Ln']],
    ['street suffixes', ['7 Mill Road', '7 MILL RD', '7 Mill Rd.']],
    ['spellings of a suffix', ['7 Mill Center', '7 Mill Centre', '7 MILL CTR']],
    ['directions', ['5 North Main Street', '5 N. Main St', '5 N MAIN ST']],
    ['directions at the end', ['5 Main Street Southeast', '5 MAIN ST SE', '5 Main St. S.E.']],
    [
      'unit designators',
      ['9 Elm St Apt 4', '9 Elm Street #4', '9 ELM ST UNIT 4', '9 Elm St., Apartment #4', '9 Elm St Apt. No. 4'],
    ],
    ['a unit without a space', ['9 Elm St Apt4B', '9 Elm St Apt 4B', '9 Elm St # 4B']],
    ['ordinals', ['20 Fifth Avenue', '20 5th Ave', '20 5TH AV']],
    ['zeros in front', ['0120 Pine Rd', '120 Pine Road']],
    ['apostrophes', ["3 O'Brien Ct", '3 OBrien Court', '3 O’Brien Ct']],
    ['accents', ['3 Cañon Rd', '3 Canon Road']],
    ['directions before a bare name', ['100 North Main', '100 N. Main']],
    ['saints', ['7 Saint Marys Rd', '7 St. Marys Road']],
    ['numbered roads', ['5 County Road 12', '5 Co. Rd. 12', '5 CR-12']],
    ['US highways', ['5 US Highway 60', '5 U.S. Route 60', '5 US-60', '5 US Hwy 60']],
    ['state routes', ['5 State Route 2', '5 State Rd 2', '5 SR 2', '5 St. Rte. 2']],
    ['names that are also units', ['12 Flat Rock Road', '12 Flat Rock Rd.']],
    ['words that name a unit by themselves', ['9 Elm St Rear Upper', '9 Elm Street, Rear Upper']],
    ['post office boxes', ['PO Box 12', 'P.O. Box 12', 'P O BOX 12', 'Post Office Box 12']],
    ['fractions', ['12 1/2 Oak Ln', '12½ Oak Ln', '12-1/2 Oak Ln', '12 1⁄2 Oak Lane', '12.5 Oak Ln']],
    ['fractions before directions', ['12 1/2 North Oak Ln', '12½ N. Oak Ln']],
    ['signs of other typography', ['12–14 Oak Ln', '12-14 Oak\u00a0Ln', '１２-14 Oak Ln', '12‑14 Oak\u200b Ln']],
    ['rural routes', ['RR 2 Box 15', 'Rural Route 2, Box 15', 'Rte. 2 Box 15']],
  ])('is the same whatever its %s', (_, spellings) => {
    expect(new Set(spellings.map(normalizeAddress)).size).toBe(1);
  });

  it.each([
    ['9 Elm St Apt 4', '9 Elm St Apt 5'],
    ['9 Elm St', '9 Elm Ave'],
    ['9 N Elm St', '9 S Elm St'],
    ['9 North St', '9 South St'],
    ['19 Elm St', '9 Elm St'],
    ['PO Box 12', 'PO Box 21'],
    ['12 Flat Rock Rd', '12 Flat Run Rd'],
    ['12 No Main St', '12 Elm St'],
    ['5 US Hwy 60', '5 County Rd 60'],
    ['5 Highway 12', '5 Highway 12 Lot 3'],
    ['12½ Oak Ln', '121 Oak Ln'],
    ['12½ Oak Ln', '1212 Oak Ln'],
    ['12.5 Oak Ln', '125 Oak Ln'],
    ['12² Oak Ln', '122 Oak Ln'],
    ['9 Elm St Apt 1-12', '9 Elm St Apt 11-2'],
    ['9 Elm St Apt 1-12', '9 Elm St Apt 112'],
    ['9 Elm St Apt 4½', '9 Elm St Apt 41'],
    ['9 Elm St Apt 4.5', '9 Elm St Apt 45'],
    ['12-14 Oak Ln', '1214 Oak Ln'],
  ])('%s is not %s', (one, other) => {
    expect(normalizeAddress(one)).not.toBe(normalizeAddress(other));
  });

  it('keeps the name of a street that is a direction', () => {
    expect(normalizeAddress('12 North Street')).toBe('12 NORTH ST');
  });

  it('is written the same when it is normalized again', () => {
    const address = fc.tuple(
      fc.constantFrom('12', '0120', '12-14', '12B', '1/2', '12½', '12.5', '12 1/2'),
      fc.constantFrom('', 'North', 'N.', 'SW'),
      fc.constantFrom('Main', "O'Neil", 'Fifth', 'Cañon', 'St Marys', 'Old Mill', 'Highway 12', 'North'),
      fc.constantFrom('', 'St', 'Street', 'Avenue', 'Rd.', 'Hwy', 'Court'),
      fc.constantFrom('', 'SE', 'West'),
      fc.constantFrom('', '#4', 'Apt 4B', 'Apt 1-12', 'Apt 4½', 'Unit # 7', 'Lot 14', 'apt. B', 'Bldg 2 Apt 3'),
    );
    fc.assert(
      fc.property(address, (parts) => {
        const once = normalizeAddress(parts.join(' '));
        expect(normalizeAddress(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('is written the same again whatever words it is made of', () => {
    const words =
      'North N No S E Southwest St Street Saint Rd Road Ave Apt # Unit Lot Flat Floor 2nd Fl Room Bldg No. 12 12B B 4 Highway Hwy US County Co CR State Rte Route Box PO Fifth Rear Upper Front Mt 0 1/2 - & é'.split(
        ' ',
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }), (chosen) => {
        const once = normalizeAddress(chosen.join(' '));
        expect(normalizeAddress(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  it.each(['Unknown', 'N/A', 'Homeless', 'General Delivery', 'Oak Lane', '-'])(
    'such as “%s” makes no household of those who share it',
    (address) => {
      expect(householdAddress({ address, city: 'Anytown', zip: '24901' })).toBe('');
    },
  );

  it('that holds town, state and ZIP code too is the same as in columns of their own', () => {
    expect(householdAddress({ address: '9 Elm Street Apt 4, Any Town, WV 24901-1234' })).toBe(
      householdAddress({ address: '9 Elm St', unit: '4', city: 'Any Town', zip: '24901' }),
    );
  });

  it('names a household by street, unit and ZIP code, however columns divide them', () => {
    const one = householdAddress({ address: '9 Elm St', unit: '4', city: 'Anytown', zip: '24901' });
    expect(householdAddress({ address: '9 Elm Street Apt 4', zip: '24901-1234' })).toBe(one);
    expect(householdAddress({ address: '9 Elm Street', unit: '# 4', zip: '24901.0' })).toBe(one);
    expect(householdAddress({ address: '9 Elm Street', unit: '4', zip: '24902' })).not.toBe(one);
  });

  it('has a ZIP code with the zeros a spreadsheet lost', () => {
    expect(zipOf('2139')).toBe('02139');
    expect(zipOf('02139-4307')).toBe('02139');
    expect(zipOf('25301–1234')).toBe('25301');
    expect(zipOf('253011234')).toBe('25301');
    expect(zipOf('２５３０１')).toBe('25301');
    expect(zipOf('none')).toBe('');
    expect(zipOf('-25301')).toBe('');
  });
});

describe('a street that is a number', () => {
  it.each([
    ['7 N 5 St', '7 N 5TH ST'],
    ['7 5 Ave', '7 5TH AVE'],
    ['37-15 80 St', '37-15 80th Street'],
    ['7 21 Street', '7 21st St'],
    ['7 112 Pl', '7 112th Place'],
  ])('%s is %s', (one, other) => {
    expect(normalizeAddress(one)).toBe(normalizeAddress(other));
  });

  it.each([
    ['1200 US 60', '1200 US 60th'],
    ['12 60 Hwy', '12 60th Hwy'],
    ['12 5 Mile Rd', '12 5th Mile Rd'],
    ['12 County Road 5', '12 County Road 5th'],
  ])('%s is not %s', (one, other) => {
    expect(normalizeAddress(one)).not.toBe(normalizeAddress(other));
  });
});

describe('a street in Spanish', () => {
  it.each([
    ['12 Avenida Luna', '12 Ave Luna'],
    ['Carretera 2 Km 14.5', 'Carr. 2 Km 14.5'],
    ['Cll Luna 12', 'Calle Luna 12'],
  ])('%s is %s', (one, other) => {
    expect(normalizeAddress(one)).toBe(normalizeAddress(other));
  });
});
