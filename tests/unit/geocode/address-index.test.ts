import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Address } from '../../../server/domain/anonymize/place/place.ts';
import { AddressIndex, type AddressPoint, type Match } from '../../../server/domain/geocode/address-index.ts';

function anAddress(street: string, fields: Partial<Address> = {}): Address {
  return { address: street, unit: '', city: 'Sampleton', state: 'WV', zip: '25301', ...fields };
}

function aPoint(street: string, fields: Partial<AddressPoint> = {}): AddressPoint {
  return { ...anAddress(street), lng: -81.63, lat: 38.35, ...fields };
}

const match = (points: AddressPoint[], address: Address): Match => AddressIndex.of(points).match(address);
const quality = (found: Match) => ('quality' in found ? found.quality : found.unmatched);

describe('an address', () => {
  it('in the same words is an exact match', () => {
    expect(match([aPoint('12 Example Rd')], anAddress('12 EXAMPLE RD.'))).toEqual({
      lng: -81.63,
      lat: 38.35,
      quality: 'exact',
    });
  });

  it.each([
    ['12 North Example Road', '12 N Example Rd', {}],
    ['12 Example Street', '12 EXAMPLE ST', { city: 'sampleton' }],
    ['12 Example Rd', '12 example road', { zip: '25301-0042' }],
    ['100 Second Avenue', '100 2nd Ave', {}],
    ['100 County Road 5', '100 CR 5', {}],
    ['100 US Highway 60', '100 US Route 60', {}],
    ['100 US 60', '100 U.S. Hwy 60', {}],
    ['100 State Route 2', '100 WV-2', {}],
    ['100 SR 2', '100 WV Route 2', {}],
    ['100 State Highway 2', '100 State Rd 2', {}],
    ['12 Example Rd', '12 Example Road', { zip: '' }],
    ['12 Example Rd', '12 Example Road', { city: '' }],
  ])('%s is found as %s, in other words', (point, street, fields) => {
    expect(quality(match([aPoint(point)], anAddress(street, fields)))).toBe('normalized');
  });

  it('in one column is taken apart', () => {
    const whole = { address: '12 Example Road, Apt 4, Sampleton, WV 25301', unit: '', city: '', state: '', zip: '' };
    expect(quality(match([aPoint('12 Example Rd', { unit: '4' })], whole))).toBe('normalized');
  });

  it.each(['Apt 4', '#4', 'Unit 4', '4', 'Ste 4'])('with the unit written %s is that unit', (unit) => {
    const points = [
      aPoint('12 Example Rd', { unit: 'UNIT 3', lat: 38.3501 }),
      aPoint('12 Example Rd', { unit: 'APT 4' }),
    ];
    expect(match(points, anAddress('12 Example Rd', { unit }))).toMatchObject({ lat: 38.35 });
  });

  it('with a unit that nobody lists is placed at its building', () => {
    const points = ['1', '2', '3'].map((unit, i) => aPoint('12 Example Rd', { unit, lat: 38.35 + i * 0.0001 }));
    expect(match(points, anAddress('12 Example Rd', { unit: '9' }))).toEqual({
      lng: -81.63,
      lat: 38.3501,
      quality: 'building',
    });
  });

  it('whose town has another name in the file is matched by its ZIP code, and says so', () => {
    expect(quality(match([aPoint('12 Example Rd', { city: 'Other Hollow' })], anAddress('12 Example Rd')))).toBe(
      'street-zip',
    );
    const postal = aPoint('12 Example Rd', { city: 'Other Hollow', otherCity: 'Sampleton' });
    expect(quality(match([postal], anAddress('12 Example Rd')))).toBe('exact');
  });

  it('with another ZIP code is matched by its town, and says so', () => {
    expect(quality(match([aPoint('12 Example Rd', { zip: '25999' })], anAddress('12 Example Rd')))).toBe('street-city');
  });

  it.each([
    ['St Albans', 'Saint Albans'],
    ['City of Sampleton', 'SAMPLETON'],
    ['Mt. Hope', 'Mount Hope'],
  ])('in %s is in %s', (a, b) => {
    expect(quality(match([aPoint('1 A St', { city: a, zip: '' })], anAddress('1 A St', { city: b, zip: '' })))).toBe(
      'exact',
    );
  });
});

describe('an address without a match', () => {
  const twoTowns = [
    aPoint('12 Main St', { city: 'Eastville', zip: '25301', lng: -81.0 }),
    aPoint('12 Main St', { city: 'Westville', zip: '25301', lng: -82.0 }),
  ];

  it('is one in two towns, unless town or ZIP code decides', () => {
    expect(match(twoTowns, anAddress('12 Main St', { city: '' }))).toEqual({ unmatched: 'ambiguous' });
    expect(match(twoTowns, anAddress('12 Main St', { city: 'Nowhere' }))).toEqual({ unmatched: 'ambiguous' });
    expect(match(twoTowns, anAddress('12 Main St', { city: 'Westville' }))).toMatchObject({ lng: -82 });
  });

  it.each([
    ['12 Example Rd', { city: '', zip: '' }, 'incomplete'],
    ['Example Rd', {}, 'incomplete'],
    ['', {}, 'incomplete'],
    ['PO Box 12', {}, 'box'],
    ['RR 2 Box 17', {}, 'box'],
    ['13 Example Rd', {}, 'unknown'],
    ['12 Example Rd', { city: 'Elsewhere', zip: '25999' }, 'elsewhere'],
  ] as const)('%s %j is %s', (street, fields, reason) => {
    expect(match([aPoint('12 Example Rd')], anAddress(street, fields))).toEqual({ unmatched: reason });
  });
});

describe('an index of addresses', () => {
  it('passes over points without an address or a place', () => {
    const index = new AddressIndex();
    expect(index.add(aPoint('Example Rd'))).toBe(false);
    expect(index.add(aPoint('12 Example Rd', { lng: Number.NaN }))).toBe(false);
    expect(index.add(aPoint('12 Example Rd', { lng: 0, lat: 0 }))).toBe(false);
    expect(index.add(aPoint('12 Example Rd'))).toBe(true);
    expect(index.size).toBe(1);
  });

  it('finds each of many points again, in whatever order they came', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer(), (count, seed) => {
        const points = Array.from({ length: count }, (_, i) =>
          aPoint(`${i + 1} ${['Oak', 'Elm', 'Pine'][(i ^ seed) % 3] ?? 'Oak'} Lane`, {
            lng: -80 - i / 10_000,
            zip: '',
          }),
        );
        const index = AddressIndex.of(points.toReversed());
        for (const point of points)
          expect(index.match(point)).toEqual({ lng: expect.closeTo(point.lng, 6), lat: point.lat, quality: 'exact' });
      }),
      { numRuns: 5 },
    );
  });
});
