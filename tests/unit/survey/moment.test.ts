import { describe, expect, it } from 'vitest';
import { MomentColumn, readMoment } from '../../../server/domain/survey/moment.ts';

const SEP_1_8 = Date.UTC(2026, 8, 1, 8);

describe('the time of an answer', () => {
  it.each([
    ...['2026/09/01 08:00:00', '2026-09-01T08:00:00Z', '2026-09-01 8:00', '2026-09-01T08:00:00.000+00:00'],
    ...['2026-09-01T04:00:00-04:00', '2026-09-01 4:00 AM EDT', '9/1/2026 03:00 EST', '2026/09/01 3:00:00 AM GMT-5'],
    ...['Sep 1, 2026, 8:00 AM', 'September 1st, 2026 at 8:00am', '1-Sep-26 08:00', '1 Sep 2026 8:00:00'],
    ...['Tue Sep 01 2026 04:00:00 GMT-0400 (Eastern Daylight Time)', '1 de septiembre de 2026, 8:00 a. m.'],
    ...['46266.333333333336', '1788249600', '1788249600000', '20260901080000', "'2026-09-01 08:00"],
    ...['9/1/2026 8:00:00', '09/01/26 8:00 AM', '9-1-2026 8:00', '2026‑09‑01\u202f8:00\u202fAM'],
  ])('is read as forms and spreadsheets write it: %s', (text) => {
    expect(Math.round((readMoment(text)?.monthFirst ?? 0) / 1000)).toBe(SEP_1_8 / 1000);
  });

  it.each([
    '',
    'Yes',
    '2026',
    '13/13/2026',
    '2026-02-30',
    '9/1',
    '25:00',
    '9/1/2026 13:00 PM',
    '5 kids',
    '100200',
    '99999999',
  ])('is not read from %s', (text) => {
    expect(readMoment(text)).toBeUndefined();
  });

  it('at noon and midnight is that of the clock of twelve hours', () => {
    expect(readMoment('9/1/2026 12:05 PM')?.monthFirst).toBe(Date.UTC(2026, 8, 1, 12, 5));
    expect(readMoment('9/1/2026 12:05 a.m.')?.monthFirst).toBe(Date.UTC(2026, 8, 1, 0, 5));
  });

  function times(texts: readonly string[]) {
    const column = new MomentColumn();
    const read = texts.map((text) => column.read(text));
    return { days: read.map((m) => m && new Date(column.timeOf(m)).toISOString().slice(0, 10)), isOpen: column.isOpen };
  }

  it('has day before month where another value of the column allows nothing else', () => {
    expect(times(['1/9/2026', '20/9/2026'])).toEqual({ days: ['2026-09-01', '2026-09-20'], isOpen: false });
    expect(times(['1/9/2026', '9/20/2026'])).toEqual({ days: ['2026-01-09', '2026-09-20'], isOpen: false });
  });

  it('has month before day, with a note that it may be otherwise, where no value decides or they disagree', () => {
    expect(times(['1/9/2026', '2/9/2026'])).toEqual({ days: ['2026-01-09', '2026-02-09'], isOpen: true });
    expect(times(['20/9/2026', '9/20/2026', '1/9/2026'])).toMatchObject({ isOpen: true });
  });
});
