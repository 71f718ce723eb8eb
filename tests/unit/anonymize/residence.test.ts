import { describe, expect, it } from 'vitest';
import { readResidence } from '../../../server/domain/anonymize/residence.ts';
import { ResidenceReader, residenceKey } from '../../../server/domain/anonymize/residence-values.ts';

describe('a type of address', () => {
  it.each([
    ...['Doubled-up', 'DoubledUp', 'DOUBLED UP', 'Hotels/Motels', 'HotelMotel', 'Unsheltered', 'not sheltered'],
    ...['uri://ed-fi.org/HomelessPrimaryNighttimeResidenceDescriptor#Shelters/Transitional housing'],
    ...['Shelters, transitional housing, awaiting foster care', '3 - Shelter', 'Living with relatives', 'Car'],
    ...['DU', 'd/u', 'SH', 'HM', 'UN', 'MV', 'Y', 'true', 'Albergue'],
  ])('%s says that there is no fixed residence', (type) => {
    expect(readResidence(type)).toBe('none');
  });

  it.each(['Home', 'Foster', 'Physical', 'RES', 'N', 'No', '0', '', 'N/A', 'Not homeless', 'Casa', 'never in shelter'])(
    '%s is a home',
    (type) => {
      expect(readResidence(type)).toBe('home');
    },
  );

  it.each(['F', 'H', '1', '110', 'D2', 'UNK'])('%s is a code that cannot be told', (type) => {
    expect(readResidence(type)).toBeUndefined();
  });

  it('is one value however it is written, and no other', () => {
    const reader = new ResidenceReader({ [residenceKey('foster care')]: 'none' });
    expect(['Foster Care', ' foster-  care', 'uri://x#FOSTER CARE', 'Foster'].map((type) => reader.read(type))).toEqual(
      ['none', 'none', 'none', 'home'],
    );
    expect(reader.values.map(({ value, rows }) => [value, rows])).toEqual([
      ['Foster Care', 3],
      ['Foster', 1],
    ]);
  });
});
