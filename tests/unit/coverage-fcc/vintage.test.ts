import { describe, expect, it } from 'vitest';
import { readFileName } from '../../../server/features/coverage/fcc/file-name.ts';
import { vintageOf } from '../../../server/features/coverage/fcc/vintage.ts';

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

  it.each([
    'bdc_54_Cable_mobile_broadband_D25_14jul2026.csv',
    'bdc_54_Carrier_fixed_broadband_D25_14jul2026.csv',
    'bdc_99_Cable_fixed_broadband_D25_14jul2026.csv',
    'bdc_54_Cable_fixed_broadband_D25_31feb2026.csv',
    'bdc_54_Cable_fixed_broadband_D25_14foo2026.csv',
    'providers.csv',
  ])('says nothing when it is %s', (name) => {
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
