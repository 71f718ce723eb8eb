import { describe, expect, it } from 'vitest';
import {
  Anonymizer,
  boundsOfState,
  createKey,
  guessMapping,
  type Locate,
  notesOn,
} from '../../../server/domain/anonymize/index.ts';
import { readStudentNumber } from '../../../server/domain/anonymize/rows/student-number.ts';
import { phrases } from '../../../server/domain/messages/en/phrases.ts';
import { say } from '../../../server/domain/messages/phrase.ts';

const key = createKey('5400390', new Uint8Array(32).fill(9), '2026-11-25');

function anonymized(header: string, lines: readonly string[], locate?: Locate) {
  const names = header.split(',');
  const { mapping } = guessMapping(names, []);
  const options = { key, mapping, width: names.length, bounds: boundsOfState(key.leaId), locate };
  const anonymizer = new Anonymizer(options);
  lines.forEach((line, i) => {
    anonymizer.add(line.split(','), i + 2);
  });
  anonymizer.finish();
  const { table } = anonymizer;
  const households = Array.from({ length: table.count }, (_, i) => table.households.slice(i * 32, i * 32 + 32).join());
  return {
    students: table.count,
    households: new Set(households).size,
    problems: anonymizer.problems.map(({ kind, line }) => `${kind} ${line}`),
    notes: notesOn(anonymizer, mapping).map((note) => say(phrases, note)),
  };
}

const place = (i: number) => `38.46${i}1,-81.08001`;

describe('a student number', () => {
  const header = 'Student number,Latitude,Longitude';
  const rows = (numbers: readonly string[]) => numbers.map((number, i) => `${number},${place(i)}`);

  it('of more digits than a spreadsheet keeps is refused by line where all of the column end in zeros', () => {
    const rounded = anonymized(header, rows(['1234567890123400', '1234567890123500', '77']));
    expect(rounded).toMatchObject({ students: 1, problems: ['student_rounded 2', 'student_rounded 3'] });
  });

  it('that ends in a zero by itself is read beside others of its length', () => {
    expect(anonymized(header, rows(['1234567890123400', '1234567890123456']))).toMatchObject({
      students: 2,
      problems: [],
    });
  });

  it.each([
    ['−12', '-12'],
    ['１２３', '123'],
    ['\u00a0123\u202f', '123'],
    ['“123', '"123'],
    ['12²', '12²'],
    ['12.5', '12.5'],
    ['-12', '-12'],
    ['A-12', 'A-12'],
    ['1,234', '1,234'],
    ['0012', '12'],
  ])('%s is %s and no other', (text, number) => {
    expect(readStudentNumber(text)).toBe(number);
  });

  it.each(['1.5E+09', '1,23e8', '12.3E+7', '2026/03/14', '14-Mar'])(
    '%s, changed by a spreadsheet, is refused',
    (text) => {
      expect(['exponent', 'date']).toContain(readStudentNumber(text));
    },
  );
});

describe('a number of a home that a spreadsheet changed', () => {
  it('makes no household and is reported by line', () => {
    const rows = ['1,1.2E+04,Oak Ln', '2,1.2E+04,Oak Ln', '3,14-Mar,Oak Ln', '4,12,Oak Ln', '5,12.0,Oak Ln'];
    const found = anonymized(
      'Student number,House number,Street,Latitude,Longitude',
      rows.map((row, i) => `${row},${place(i)}`),
    );
    expect(found).toMatchObject({ students: 5, households: 4, problems: [] });
    expect(found.notes).toEqual([
      expect.stringMatching(/^Number changed by a spreadsheet: House number.*3 rows, lines 2, 3, 4\. /),
    ]);
  });

  it('is reported, and the address decides who lives together', () => {
    const rows = ['1,1.2E+07,12 Oak Ln', '2,1.2E+07,14 Oak Ln', '3,7,16 Oak Ln', '4,7,18 Oak Ln'];
    const found = anonymized(
      'Student number,Household ID,Address,Latitude,Longitude',
      rows.map((row, i) => `${row},${place(i)}`),
    );
    expect(found).toMatchObject({ students: 4, households: 3 });
    expect(found.notes.join()).toContain('Household number, 2 rows, lines 2, 3.');
  });
});

describe('a row of another district', () => {
  it('is reported where a spreadsheet changed its district’s number', () => {
    const rows = ['1,5400390', '2,5400390.0', '3,5.40E+06', "4,'5400390", '5,5400420'].map(
      (row, i) => `${row},${place(i)}`,
    );
    expect(anonymized('Student number,LEAID,Latitude,Longitude', rows)).toMatchObject({
      students: 3,
      problems: ['other_district 4', 'other_district 6'],
    });
  });
});

describe('a home placed by its address', () => {
  it('in another state, as from address points with swapped coordinates, is refused', () => {
    const locate: Locate = () => ({ point: { latitude: -81.1, longitude: 38.4 }, quality: 'exact' });
    const found = anonymized('Student number,Address,City', ['1,12 Oak Ln,Clay'], locate);
    expect(found).toMatchObject({ students: 0, problems: ['outside_state 2'] });
  });
});
