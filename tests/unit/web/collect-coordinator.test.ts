/** What a coordinator is shown of the districts, and what the forms take. */

import { describe, expect, it, test } from 'vitest';
import { coordinator } from '../../../server/domain/messages/en/collect/coordinator.ts';
import { page } from '../../../server/domain/messages/en/collect/page.ts';
import { QUESTIONS } from '../../../server/domain/survey.ts';
import type { Collection, DistrictStatus } from '../../../server/features/collect/contract.ts';
import { AT_FIRST, arranged, latestOf, reordered } from '../../../web/src/features/collect/coordinator/arrange.ts';
import { type Draft, faultsOf } from '../../../web/src/features/collect/coordinator/collection-fields.ts';
import { enrollmentCsv, readEnrollment } from '../../../web/src/features/collect/coordinator/enrollment.ts';
import { linksCsv } from '../../../web/src/features/collect/coordinator/made-links.ts';
import { countsOf, progressInWords } from '../../../web/src/features/collect/coordinator/summary.ts';
import { lacksAnswers, windowInWords } from '../../../web/src/features/collect/words.ts';

function aDistrict(parts: Partial<DistrictStatus> = {}): DistrictStatus {
  return {
    leaId: '5400030',
    name: 'Barbour',
    state: 'not_started',
    preparedAt: null,
    receivedAt: null,
    acceptedAt: null,
    takenBackAt: null,
    lastSeenAt: null,
    students: null,
    enrolled: null,
    responseRate: null,
    rateOf: null,
    questionRates: {},
    previousResponseRate: null,
    warnings: [],
    uploadId: null,
    certificateId: null,
    link: null,
    ...parts,
  };
}

describe('an accepted file', () => {
  const told = (responseRate: DistrictStatus['responseRate'], state: DistrictStatus['state'] = 'accepted') =>
    lacksAnswers({ state, responseRate });

  it('with hardly any answers is not done with', () => {
    expect(told({ rate: 0 })).toBe(true);
    expect(told({ rate: 0.05 })).toBe(true);
    expect(told({ rate: 0.2, bound: 'most' })).toBe(true);
  });

  it('with answers is, and where no rate can be told nothing is claimed', () => {
    expect(told({ rate: 0.06 })).toBe(false);
    expect(told({ rate: 0.95, bound: 'least' })).toBe(false);
    expect(told(null)).toBe(false);
    expect(told({ rate: 0 }, 'received')).toBe(false);
  });
});

describe('districts at a glance', () => {
  const accepted = aDistrict({ state: 'accepted', students: 100, responseRate: { rate: 0.5 } });
  const larger = aDistrict({
    state: 'accepted_with_notes',
    students: 200,
    enrolled: 300,
    responseRate: { rate: 0.9 },
    rateOf: 'enrolled',
  });

  it('are counted by state, in words too', () => {
    const counts = countsOf([accepted, larger, aDistrict(), aDistrict({ state: 'received' })]);
    expect(counts).toEqual({
      not_started: 1,
      taken_back: 0,
      prepared: 0,
      received: 1,
      accepted: 1,
      accepted_with_notes: 1,
    });
    expect(progressInWords(coordinator, counts)).toBe(
      '2 of 4 districts are accepted, 1 of them with notes. 1 has not started.',
    );
    expect(progressInWords(coordinator, { ...counts, taken_back: 1 })).toMatch(/1 has taken its file back\.$/);
    expect(progressInWords(coordinator, countsOf([accepted]))).toBe(
      '1 of 1 district is accepted. Every district has started.',
    );
    expect(progressInWords(coordinator, countsOf([]))).toBe('There are no districts yet.');
  });
});

describe('the list of districts', () => {
  const districts = [
    aDistrict({ name: 'Wood', leaId: '5401620', state: 'accepted', responseRate: { rate: 0.4 } }),
    aDistrict({ name: 'Clay', leaId: '5400240', state: 'prepared' }),
    aDistrict({
      name: 'Ohio',
      leaId: '5401050',
      state: 'accepted_with_notes',
      responseRate: { rate: 0.9 },
      warnings: [{ kind: 'one_cell', message: '' }],
    }),
  ];
  const names = (list: readonly DistrictStatus[]) => list.map(({ name }) => name);

  it('is found by name or number, and by state', () => {
    expect(names(arranged(districts, AT_FIRST))).toEqual(['Clay', 'Ohio', 'Wood']);
    expect(names(arranged(districts, { ...AT_FIRST, search: ' oo' }))).toEqual(['Wood']);
    expect(names(arranged(districts, { ...AT_FIRST, search: '54010' }))).toEqual(['Ohio']);
    expect(names(arranged(districts, { ...AT_FIRST, state: 'accepted' }))).toEqual(['Wood']);
    expect(names(arranged(districts, { ...AT_FIRST, state: 'accepted_with_notes' }))).toEqual(['Ohio']);
  });

  it('puts what is not known yet last, whichever way it is sorted', () => {
    const falling = reordered(AT_FIRST, 'rate');
    expect(names(arranged(districts, falling))).toEqual(['Ohio', 'Wood', 'Clay']);
    expect(names(arranged(districts, reordered(falling, 'rate')))).toEqual(['Wood', 'Ohio', 'Clay']);
  });

  it('says the last thing that happened, a newer file before the accepted one', () => {
    const acceptedAt = '2027-02-01T10:00:00Z';
    expect(latestOf(aDistrict({ acceptedAt }))?.what).toBe('accepted');
    expect(latestOf(aDistrict({ acceptedAt, receivedAt: '2027-02-03T10:00:00Z' }))?.what).toBe('received');
    expect(latestOf(aDistrict())).toBeUndefined();
  });
});

it('a response rate is shown with its bound', () => {
  expect(page.rate({ rate: { rate: 0.724 } })).toBe('72 %');
  expect(page.rate({ rate: { rate: 0.95, bound: 'least' } })).toBe('95 % or more');
  expect(page.rate({ rate: { rate: 0.05, bound: 'most' } })).toBe('5 % or less');
});

describe('the form of a collection', () => {
  const good: Draft = {
    name: 'spring 2028',
    opensOn: '2028-02-01',
    closesOn: '2028-03-31',
    questions: QUESTIONS,
    contact: '',
  };
  test.each<[string, Partial<Draft>, keyof Draft]>([
    ['a name', { name: '  ' }, 'name'],
    ['a name of its own', { name: 'FALL 2027' }, 'name'],
    ['a name that fits a line', { name: 'x'.repeat(81) }, 'name'],
    ['a first day', { opensOn: '' }, 'opensOn'],
    ['a last day of the calendar', { closesOn: '2028-13-40' }, 'closesOn'],
    ['a last day after the first', { closesOn: '2028-01-31' }, 'closesOn'],
    ['a question', { questions: [] }, 'questions'],
  ])('wants %s', (_what, wrong, field) => {
    expect(faultsOf(good, ['fall 2027'])).toEqual({});
    expect(Object.keys(faultsOf({ ...good, ...wrong }, ['fall 2027']))).toEqual([field]);
  });
});

describe('a file of enrollment', () => {
  it.each(['Enrollment', 'Enrolment'])('is read by the column %s', (name) => {
    expect(readEnrollment(coordinator.enrollment, `LEAID,${name}\n5400060,10\n`).districts).toEqual([
      { leaId: '5400060', enrolled: 10 },
    ]);
  });

  it('is read whatever its columns are called, and a lost leading zero is put back', () => {
    const text = '\uFEFFNCES ID;Name;Membership\r\n0100005;Albertville;"5,812"\r\n100006;Marshall;5 790\r\n\r\n';
    expect(readEnrollment(coordinator.enrollment, text)).toEqual({
      districts: [
        { leaId: '0100005', enrolled: 5812 },
        { leaId: '0100006', enrolled: 5790 },
      ],
      faults: [],
    });
  });

  it('is asked for in a table of the districts, which is read back', () => {
    const table = enrollmentCsv({
      districtStates: [
        aDistrict({ leaId: '0100005', name: 'Albertville "City", AL' }),
        aDistrict({ leaId: '0100006', name: '=Marshall', enrolled: 5790 }),
      ],
    });
    expect(table).toBe(
      `\ufefflea_id,district,students\r\n0100005,"Albertville ""City"", AL",\r\n0100006,'=Marshall,5790\r\n`,
    );
    expect(readEnrollment(coordinator.enrollment, table)).toEqual({
      districts: [{ leaId: '0100006', enrolled: 5790 }],
      faults: [],
    });
    const filled = table.replace('AL",', 'AL",5812').replaceAll(/\b0(?=1000)/g, '');
    expect(readEnrollment(coordinator.enrollment, filled).districts).toContainEqual({
      leaId: '0100005',
      enrolled: 5812,
    });
    expect(readEnrollment(coordinator.enrollment, 'lea_id,students\n0100005,\n').faults).toEqual([
      'The file gives no district a count of students.',
    ]);
  });

  it('is not read in part: each line to mend is named', () => {
    const { faults } = readEnrollment(
      coordinator.enrollment,
      'lea_id,students\nBarbour,200\n5400060,many\n5400090,10\n5400090,20\n',
    );
    expect(faults.map((fault) => /^Line \d/.exec(fault)?.[0])).toEqual(['Line 2', 'Line 3', 'Line 5']);
    expect(readEnrollment(coordinator.enrollment, 'LEAID;Students\n5400060;12,5\n').faults).toEqual([
      expect.stringContaining('Line 2, column students'),
    ]);
    for (const count of ['12.5', '"1,24"', '1.2E+03', '12k', '-5', '95 %', '"1,2345"'])
      expect(readEnrollment(coordinator.enrollment, `lea_id,students\n5400060,${count}\n`).faults, count).toHaveLength(
        1,
      );
    for (const leaId of ['54', '5.4E+06', '60', '54000600', '-5400060'])
      expect(readEnrollment(coordinator.enrollment, `lea_id,students\n${leaId},10\n`).faults, leaId).toHaveLength(1);
    expect(
      readEnrollment(coordinator.enrollment, 'lea_id,students\n100005.0,"1,240"\n5400060,1240.0\n').districts,
    ).toEqual([
      { leaId: '0100005', enrolled: 1240 },
      { leaId: '5400060', enrolled: 1240 },
    ]);
    expect(readEnrollment(coordinator.enrollment, 'a,b\n1,2').faults[0]).toContain('Line 1 must name two columns');
  });
});

describe('the window of a collection', () => {
  const open = { opensOn: '2027-02-01', closesOn: '2027-03-31', state: 'open' } as Collection;
  it('says how many days are left', () => {
    expect(windowInWords(page, open, '2027-03-19')).toBe('Open from Feb 1, 2027 to Mar 31, 2027, 12 more days.');
    expect(windowInWords(page, open, '2027-03-30')).toContain('one more day');
    expect(windowInWords(page, open, '2027-03-31')).toContain('the last day');
    expect(windowInWords(page, { ...open, state: 'planned' }, '2027-01-01')).toBe(
      'Opens on Feb 1, 2027, until Mar 31, 2027.',
    );
    expect(windowInWords(page, { ...open, state: 'closed' }, '2027-06-01')).toBe('Closed since Mar 31, 2027.');
    expect(windowInWords(page, { ...open, opensOn: null, closesOn: null }, '2027-06-01')).toBe(
      'Open, with no window set.',
    );
  });
});

it('a table of links runs no district name as a formula', () => {
  const csv = linksCsv([
    { leaId: '5400030', name: '=cmd|calc', url: 'https://a.gov/enter/x', expiresAt: '2027-04-14T00:00:00Z' },
  ]);
  expect(csv.split('\r\n')[1]).toBe("5400030,'=cmd|calc,https://a.gov/enter/x,2027-04-14");
});
