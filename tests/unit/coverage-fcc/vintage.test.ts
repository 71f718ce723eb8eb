import { describe, expect, it } from 'vitest';
import { packingOf, readFileName, stemOf, vintageOf } from '../../../server/features/coverage/fcc/vintage.ts';

describe('the name of an availability file', () => {
  it('says state, technology, as-of date and revision, packed or not', () => {
    const expected = { stateFips: '54', technology: 50, asOf: '2025-12-31', revision: '2026-07-14' };
    for (const ending of ['.csv', '.csv.gz', '.zip', '.csv.zip', ''])
      expect(readFileName(`bdc_54_FibertothePremises_fixed_broadband_D25_14jul2026${ending}`)).toEqual(expected);
  });

  it('means 30 June by J and 31 December by D', () => {
    expect(readFileName('bdc_18_Cable_fixed_broadband_J26_10nov2026.csv')?.asOf).toBe('2026-06-30');
    expect(readFileName('bdc_18_Cable_fixed_broadband_D24_10nov2025.csv')?.asOf).toBe('2024-12-31');
  });

  const cable = { stateFips: '54', technology: 40, asOf: '2024-06-30', revision: '2025-05-12' };
  it.each([
    ['a second download', 'J24_12may2025 (1).csv'],
    ['a twelfth download', 'J24_12may2025 (12).csv'],
    ['a second download by another browser', 'J24_12may2025(1).csv'],
    ['a second download of a packed file', 'J24_12may2025.csv (1).zip'],
    ['a second download packed by a person', 'J24_12may2025 (1).csv.zip'],
    ['a second download by a program', 'J24_12may2025.csv.1'],
    ['a second download with its space left as in an address', 'J24_12may2025%20(1).csv'],
    ['a copy', 'J24_12may2025 - Copy.csv'],
    ['a second copy', 'J24_12may2025 - Copy (2).csv'],
    ['a copy of a second download', 'J24_12may2025 (1) - Copy.csv'],
    ['a copy on a Mac', 'J24_12may2025 copy 2.csv'],
    ['a copy on Linux', 'J24_12may2025 (copy).csv'],
    ['a copy in Spanish', 'J24_12may2025 - copia.csv'],
    ['a table unpacked twice on a Mac', 'J24_12may2025 2.csv'],
    ['a table saved under a number', 'J24_12may2025_1.csv'],
    ['an ending written twice', 'J24_12may2025.csv.csv'],
    ['capitals', 'J24_12MAY2025.CSV.GZ'],
  ])('is read of %s: %s', (_, ending) => {
    expect(readFileName(`bdc_54_Cable_fixed_broadband_${ending}`)).toEqual(cable);
    expect(packingOf(`bdc_54_Cable_fixed_broadband_${ending}`)).toBeDefined();
    expect(readFileName(`Copy of BDC_54_CABLE_FIXED_BROADBAND_${ending}`)).toEqual(cable);
    expect(stemOf(`bdc_54_Cable_fixed_broadband_${ending.replace('%20', ' ')}`)).toBe(
      'bdc_54_cable_fixed_broadband_j24_12may2025',
    );
  });

  it('says no revision in the first vintages, and hyphenates technologies', () => {
    const words = {
      'Fiber-to-the-Premises': 50,
      'Licensed-Fixed-Wireless': 71,
      'Unlicensed-Fixed-Wireless': 70,
      'LBR-Fixed-Wireless': 72,
      'Licensed-by-Rule-Fixed-Wireless': 72,
      'GSO-Satellite': 60,
      'NGSO-Satellite': 61,
      Copper: 10,
    };
    for (const [word, technology] of Object.entries(words))
      for (const ending of ['.csv', '.zip', ' (1).csv'])
        expect(readFileName(`bdc_26_${word}_fixed_broadband_063022${ending}`)).toEqual({
          stateFips: '26',
          technology,
          asOf: '2022-06-30',
          revision: undefined,
        });
    expect(readFileName('bdc_26_Cable_fixed_broadband_123122.csv')?.asOf).toBe('2022-12-31');
  });

  it('that says no revision counts as the oldest, unless a flag says when it was issued', () => {
    const named = readFileName('bdc_26_Cable_fixed_broadband_063022.csv');
    const vintage = { stateFips: '26', asOf: '2022-06-30', revision: '2022-06-30' };
    expect(vintageOf('a.csv', named, {})).toEqual(vintage);
    expect(vintageOf('a.csv', named, { revision: '2022-11-18' })).toEqual({ ...vintage, revision: '2022-11-18' });
  });

  it.each([
    'bdc_54_Cable_fixed_broadband_J24_12may2025_part1.csv',
    'bdc_54_Cable_fixed_broadband_J24_12may2025_sample.csv',
    'bdc_54_Cable_fixed_broadband_J24_12may2025_2024.csv',
    'bdc_54_Cable_fixed_broadband_J24_12may2025-kanawha.csv',
    'bdc_54_131378_fixed_broadband_J24_12may2025.csv',
    'bdc_54_fixed_broadband_summary_by_geography_place_J24_12may2025.csv',
    'bdc_26_Cable_fixed_broadband_033122.csv',
    'old_bdc_54_Cable_fixed_broadband_J24_12may2025.csv',
    'bdc_54_Cable_mobile_broadband_D25_14jul2026.csv',
    'bdc_54_Carrier_fixed_broadband_D25_14jul2026.csv',
    'bdc_99_Cable_fixed_broadband_D25_14jul2026.csv',
    'bdc_54_Cable_fixed_broadband_D25_31feb2026.csv',
    'bdc_54_Cable_fixed_broadband_D25_14foo2026.csv',
    'providers.csv',
  ])('is not read when it is %s', (name) => {
    expect(readFileName(name)).toBeUndefined();
  });

  it('may be completed by flags and not be contradicted by them', () => {
    const flags = { stateFips: '54', asOf: '2025-12-31', revision: '2026-07-14' };
    expect(vintageOf('all.csv', undefined, flags)).toEqual(flags);
    expect(vintageOf('all.csv', undefined, { stateFips: '54' })).toBeUndefined();
    const named = readFileName('bdc_54_Cable_fixed_broadband_D25_10nov2026.csv');
    expect(() => vintageOf('a.csv', named, flags)).toThrow('--revision says 2026-07-14, the file name says 2026-11-10');
  });
});
