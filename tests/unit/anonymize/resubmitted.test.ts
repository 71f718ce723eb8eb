import { describe, expect, it } from 'vitest';
import { Anonymizer, createKey, filePreview, guessMapping, notesOn } from '../../../server/domain/anonymize/index.ts';
import { phrases } from '../../../server/domain/messages/en/phrases.ts';
import { say } from '../../../server/domain/messages/phrase.ts';

const HEADER = [
  'Timestamp',
  'Student number',
  'Internet at home',
  'Barrier',
  'Type of internet',
  'Latitude',
  'Longitude',
];
const key = createKey('5400390', new Uint8Array(32).fill(9), '2026-11-25');

type Row = readonly [time: string, number: string, access: string, barrier?: string, type?: string, latitude?: string];

/** What leaves of each student, by its first answer, and what is told. */
function anonymized(given: readonly Row[], header: readonly string[] = HEADER) {
  const rows = given.map(([time, number, access, barrier = '', type = '', latitude = '38.46001']) =>
    [time, number, access, barrier, type, latitude, latitude === '' ? '' : '-81.08001'].slice(
      HEADER.length - header.length,
    ),
  );
  const { mapping } = guessMapping(header, rows);
  const anonymizer = new Anonymizer({ key, mapping, width: header.length });
  rows.forEach((row, i) => {
    anonymizer.add(row, i + 2);
  });
  anonymizer.finish();
  const lines = filePreview(key.leaId, anonymizer.table, 100).map((line) => line.slice(2));
  return {
    answers: lines.map((line) => line.slice(4, 7).join(' ').trim()),
    file: lines,
    problems: anonymizer.problems.map(({ kind, line }) => `${kind} ${line}`),
    notes: notesOn(anonymizer, mapping).map((note) => say(phrases, note)),
    counts: anonymizer.counts,
    mapping,
  };
}

describe('a student who answered twice', () => {
  const twice: Row[] = [
    ['2026/09/01 08:00:00', '7', 'No', 'Not Affordable'],
    ['2026/09/20 09:00:00', '7', 'Yes', '', 'Cable'],
  ];

  it('counts with the latest answers, whatever the order of the rows', () => {
    const inOrder = anonymized(twice);
    expect(inOrder.answers).toEqual(['true  Residential Broadband']);
    expect(inOrder.problems).toEqual([]);
    expect(inOrder.counts).toMatchObject({ students: 1, resubmitted: 1, badRows: 0 });
    expect(inOrder.notes.join()).toContain('1 row is of students who answered more than once');
    expect(anonymized(twice.toReversed()).file).toEqual(inOrder.file);
  });

  it('three times, in any order, counts with the last', () => {
    const thrice: Row[] = [
      ['9/1/2026 8:00 PM', '7', 'Yes'],
      ['9/1/2026 9:00 AM', '7', 'No'],
      ['8/31/2026 23:59', '7', 'No'],
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
      [1, 2, 0],
    ])
      expect(anonymized(order.map((i) => thrice[i] as Row)).answers).toEqual(['true']);
  });

  it('keeps earlier answers where the later ones are blank and do not contradict them', () => {
    const first: Row = ['2026-09-01 08:00', '7', 'No', 'Not Affordable'];
    expect(anonymized([first, ['2026-09-02 08:00', '7', '']]).answers).toEqual(['false Not Affordable']);
    expect(anonymized([first, ['2026-09-02 08:00', '7', 'No']]).answers).toEqual(['false Not Affordable']);
    expect(anonymized([first, ['2026-09-02 08:00', '7', 'Yes']]).answers).toEqual(['true']);
    expect(anonymized([first, ['2026-09-02 08:00', '7', 'No', 'Not Available']]).answers).toEqual([
      'false Not Available',
    ]);
  });

  it('has the home of the latest row that gives one, and answers of a row that gives none', () => {
    const { file, problems } = anonymized([
      ['2026-09-03 08:00', '7', 'Yes', '', '', ''],
      ['2026-09-01 08:00', '7', 'No', '', '', '38.46001'],
      ['2026-09-02 08:00', '7', 'No', '', '', '38.48001'],
    ]);
    expect(problems).toEqual([]);
    expect(file).toEqual(anonymized([['2026-09-01', '7', 'Yes', '', '', '38.48001']]).file);
  });

  it('without any home stays without a place', () => {
    const { problems, counts } = anonymized([
      ['2026-09-03 08:00', '7', 'Yes', '', '', ''],
      ...twice.map((row): Row => [row[0], '8', row[2]]),
    ]);
    expect(problems).toEqual(['no_place 2']);
    expect(counts.students).toBe(1);
  });

  it('at the same time is asked about, and an unreadable time is reported', () => {
    const same: Row[] = [
      ['2026-09-01 08:00', '7', 'No'],
      ['2026-09-01 08:00', '7', 'Yes'],
      ['2026-09-01 08:00', '8', 'Yes'],
    ];
    expect(anonymized(same).problems).toEqual(['duplicate 2']);
    const unreadable: Row[] = [
      ...twice,
      ['soon', '7', 'No'],
      ...Array.from({ length: 9 }, (_, i): Row => ['2026-09-01', `${i + 100}`, 'No']),
    ];
    const { answers, notes } = anonymized(unreadable);
    expect(answers.filter((answer) => answer.startsWith('true'))).toHaveLength(1);
    expect(notes.join()).toContain(
      'Answered again, at a time that cannot be read: When it was answered, 1 row, line 4',
    );
  });

  it('on dates of unclear order of month and day is reported, where it matters', () => {
    const open: Row[] = [
      ['1/9/2026 8:00', '7', 'No'],
      ['9/1/2026 8:00', '7', 'Yes'],
    ];
    expect(anonymized(open)).toMatchObject({ answers: ['true'], counts: { openDates: 1 } });
    const told: Row[] = [...open, ['20/9/2026 8:00', '8', 'Yes']];
    expect(anonymized(told)).toMatchObject({ answers: expect.arrayContaining(['false']), counts: { openDates: 0 } });
  });

  it('counts with the first row where no column holds times, and a note says so', () => {
    const { answers, problems, notes } = anonymized(twice, HEADER.slice(1));
    expect(answers).toEqual(['false Not Affordable']);
    expect(problems).toEqual(['duplicate 3']);
    expect(notes.join()).toContain('No column tells when a row was answered');
  });
});

describe('the column of times', () => {
  const rows = (time: string) =>
    Array.from({ length: 5 }, (_, i) => [time, `${i}`, 'Yes', '', '', '38.46001', '-81.08001']);
  const named = (name: string, time: string, header = HEADER) =>
    guessMapping([name, ...header.slice(1)], rows(time)).mapping.answered_at;

  it.each([
    ['Timestamp', '9/1/2026 8:00:00'],
    ['Marca temporal', '1/09/2026 8:00:00'],
    ['Completion time', '46266.33'],
    ['Submitted At', '2026-09-01T08:00:00Z'],
    ['Submit Date (UTC)', '2026-09-01 08:00'],
    ['RecordedDate', '2026-09-01 08:00'],
    ['EndDate', '2026-09-01 08:00'],
    ['Start time', '9/1/26 8:00'],
    ['Hora de la última modificación', '9/1/26 8:00'],
    ['Survey Date', '2026-09-01'],
    ['When submitted', '9/1/2026'],
    ['Date/Time', '9/1/2026 8:00'],
    ['created_at', '2026-09-01T08:00:00Z'],
    ['Fecha', '1/9/2026 8:00'],
  ])('is known by its name, %s, and its values', (name, time) => {
    expect(named(name, time)).toBe(0);
  });

  it.each([
    ['Start Date', '8/15/2026'],
    ['End Date', '2027-06-01'],
    ['Timestamp', 'Yes'],
    ['Date', '9/1/2026'],
    ['Birth date', '9/1/2015 8:00'],
    ['Entry Date', '9/1/2026 8:00'],
  ])('is not one called %s that holds %s', (name, time) => {
    expect(named(name, time)).toBeUndefined();
  });

  it('is not looked for in an export without answers', () => {
    expect(
      named(
        'Timestamp',
        '9/1/2026 8:00',
        HEADER.map((name, i) => (i > 1 && i < 5 ? `Note ${i}` : name)),
      ),
    ).toBeUndefined();
  });
});

describe('several answers in one cell', () => {
  it('are listed by question and line, and one of them counts', () => {
    const { answers, notes, problems } = anonymized([
      ['2026-09-01', '7', 'Yes', '', 'Cellular Network, Cable'],
      ['2026-09-01', '8', 'Yes, No'],
    ]);
    expect(problems).toEqual([]);
    expect(answers.toSorted()).toEqual(['', 'true  Residential Broadband']);
    expect(notes.slice(0, 2)).toEqual([
      expect.stringMatching(/^Several answers in one cell: Type of internet, 1 row, line 2\./),
      expect.stringMatching(/^Several answers in one cell: Internet at home, 1 row, line 3\./),
    ]);
  });
});
