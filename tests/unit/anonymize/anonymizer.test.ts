import fc from 'fast-check';
import { cellToParent, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import {
  Anonymizer,
  boundsOfState,
  createKey,
  fileBytes,
  guessMapping,
  type Mend,
} from '../../../server/domain/anonymize/index.ts';

const HEADER = [
  'Student ID',
  'Street',
  'Apt',
  'Zip',
  'Latitude',
  'Longitude',
  'Address Type',
  'Grade',
  'InternetAccess',
  'Barrier',
  'DigitalDevice',
  'DeviceAccess',
];
const key = createKey('5400390', new Uint8Array(32).fill(9), '2026-11-25');
const HOME = [
  '1001',
  '12 Oak Lane',
  '',
  '24901',
  '37.8',
  '-80.44',
  'Home',
  '5',
  'No - Not Affordable',
  '',
  'Laptop',
  'Personal - Shared',
];

function row(changes: Record<number, string> = {}): string[] {
  return HOME.map((value, column) => changes[column] ?? value);
}

function anonymized(rows: readonly (readonly string[])[], more: { mends?: Mend[]; leaveOut?: Set<number> } = {}) {
  const { mapping } = guessMapping(HEADER, []);
  const anonymizer = new Anonymizer({ key, mapping, width: HEADER.length, bounds: boundsOfState('5400390'), ...more });
  rows.forEach((fields, i) => {
    anonymizer.add(fields, i + 2);
  });
  anonymizer.finish();
  const text = [...fileBytes(key.leaId, anonymizer.table)].map((bytes) => new TextDecoder().decode(bytes)).join('');
  const lines = text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const kinds = anonymizer.problems.map(({ kind }) => kind);
  return { ...anonymizer, counts: anonymizer.counts, problems: anonymizer.problems, text, lines, kinds };
}

describe('a row of an export', () => {
  it('leaves as pseudonyms, a res-8 cell and standard codes, and nothing else', () => {
    const { lines, text } = anonymized([row()]);
    expect(lines).toEqual([
      [
        '5400390',
        expect.stringMatching(/^[0-9a-f]{64}$/),
        expect.stringMatching(/^[0-9a-f]{64}$/),
        expect.stringMatching(/^88[0-9a-f]{8}fffff$/),
        '',
        '05',
        'false',
        'Not Affordable',
        '',
        '',
        'Laptop Computer',
        'Shared',
        'Personal',
      ],
    ]);
    for (const value of ['1001', 'Oak', 'OAK', '24901', '37.8', '80.44']) expect(text).not.toContain(value);
  });

  it('lies in the parent of its res-9 cell, as with the FCC, even where its own res-8 cell differs', () => {
    const points = Array.from({ length: 400 }, (_, i) => [37.8 + i * 0.0007, -80.44 - i * 0.0003] as const);
    const { lines } = anonymized(points.map(([lat, lng], i) => row({ 0: `${i + 1}`, 4: `${lat}`, 5: `${lng}` })));
    const parents = points.map(([lat, lng]) => cellToParent(latLngToCell(lat, lng, 9), 8));
    expect(lines.map((line) => line[3]).sort()).toEqual(parents.toSorted());
    expect(points.some(([lat, lng], i) => latLngToCell(lat, lng, 8) !== parents[i])).toBe(true);
  });

  it('is of the same household as another with the address spelled otherwise', () => {
    const { lines } = anonymized([row(), row({ 0: '1002', 1: '12 OAK LN.' }), row({ 0: '1003', 2: '#2' })]);
    const households = lines.map((line) => line[2]);
    expect(new Set(households).size).toBe(2);
  });

  it('is of the same student with the zeros in front, spaces and capitals a spreadsheet changes', () => {
    const { counts, lines } = anonymized([
      row({ 0: 'a12' }),
      row({ 0: ' A12 ' }),
      row({ 0: '0077' }),
      row({ 0: '77.0' }),
    ]);
    expect(lines).toHaveLength(2);
    expect(counts.repeated).toBe(2);
  });

  it.each([
    'Shelter',
    'Doubled-up',
    'Doubled Up',
    'Hotels/Motels',
    'uri://ed-fi.org/AddressTypeDescriptor#Temporary',
    'Unsheltered',
  ])('with the address type %s is counted without cell, household, grade or answers', (type) => {
    const { lines, text, counts } = anonymized([row({ 6: type })]);
    expect(lines).toEqual([
      ['5400390', expect.stringMatching(/^[0-9a-f]{64}$/), '', '', 'none', ...new Array(8).fill('')],
    ]);
    expect(counts).toMatchObject({ students: 1, noFixedResidence: 1 });
    expect(text).not.toMatch(/shelter|doubled|hotel|temporary/i);
  });

  it('without a fixed residence has no place by an earlier row of the same student either', () => {
    const { lines, counts } = anonymized([row(), row({ 0: '1002' }), row({ 6: 'Shelter' })]);
    expect(lines.filter((line) => line[4] === 'none')).toHaveLength(1);
    expect(counts).toMatchObject({ students: 2, noFixedResidence: 1 });
  });

  it.each([
    ['a missing number', { 0: '' }, 'student_missing'],
    ['a number shortened by a spreadsheet', { 0: '1.23E+08' }, 'student_exponent'],
    ['a number turned into a date', { 0: '3/14/2026' }, 'student_date'],
    ['a formula for a number', { 0: "=cmd|' /C calc'!A0" }, 'student_not_number'],
    ['a formula of digits for a number', { 0: ' =0045123' }, 'student_not_number'],
    ['a formula as text for a number', { 0: "'@SUM(1)" }, 'student_not_number'],
    ['a formula that Excel keeps as text', { 0: '="+1"' }, 'student_not_number'],
    ['a bar before a number', { 0: '|calc1' }, 'student_not_number'],
    ['a name for a number', { 0: 'Invented' }, 'student_not_number'],
    ['no place', { 4: '', 5: '' }, 'no_place'],
    ['zeros for a place', { 4: '0', 5: '0' }, 'point_zero'],
    ['a swap', { 4: '-80.44', 5: '37.8' }, 'point_swapped'],
    ['a lost minus sign', { 5: '80.44' }, 'point_sign'],
    ['another state', { 4: '33.7', 5: '-84.4' }, 'outside_state'],
    ['words for a place', { 4: 'here' }, 'point_unreadable'],
    ['only a mailing address', { 6: 'Mailing' }, 'mailing_only'],
  ] as const)('with %s is left out and reported', (_, changes, kind) => {
    const { kinds, lines, counts } = anonymized([row(), row({ 0: '1002', ...changes })]);
    expect(kinds).toEqual([kind]);
    expect(lines).toHaveLength(1);
    expect(counts.badRows).toBe(1);
  });

  it.each([
    ['grade', { 7: 'Gr. nine' }, 5],
    ['answer', { 8: 'Yep' }, 6],
  ] as const)('with an unknown %s is kept without it and reported', (kind, changes, column) => {
    const { kinds, lines } = anonymized([row(changes)]);
    expect(kinds).toEqual([kind]);
    expect(lines[0]?.[column]).toBe('');
  });

  it('that repeats a student with other details is left out, and the first is kept', () => {
    const { kinds, lines } = anonymized([row(), row({ 7: '6' })]);
    expect(kinds).toEqual(['duplicate']);
    expect(lines[0]?.[5]).toBe('05');
  });

  it('with another number of values is left out; empty ones at the end do not count', () => {
    const { kinds, lines } = anonymized([
      [...row(), '', ''],
      [...row({ 0: '1002' }), 'x'],
      row({ 0: '1003' }).slice(0, 8),
    ]);
    expect(kinds).toEqual(['fields', 'fields']);
    expect(lines).toHaveLength(1);
  });

  it('that repeats the column names, as reports do on every page, is skipped', () => {
    const { counts, kinds } = anonymized([row(), HEADER, row({ 0: '1002' })]);
    expect(kinds).toEqual([]);
    expect(counts).toMatchObject({ rows: 2, students: 2, strayLines: 1 });
  });

  it.each(['Y', 'Yes', 'TRUE'])('flagged %s in a column of homelessness is counted without a place', (flag) => {
    expect(anonymized([row({ 6: flag })]).counts.noFixedResidence).toBe(1);
    expect(anonymized([row({ 6: 'N' }), row({ 0: '1002', 6: 'No' })]).counts.noFixedResidence).toBe(0);
  });

  it('without a usable address belongs to the household of its point', () => {
    const { lines } = anonymized([
      row({ 1: 'Unknown' }),
      row({ 0: '1002', 1: 'Unknown', 4: '37.9' }),
      row({ 0: '1003', 1: 'UNKNOWN' }),
    ]);
    expect(new Set(lines.map((line) => line[2])).size).toBe(2);
  });

  it('keeps a number that only looks like an exponent', () => {
    expect(anonymized([row({ 0: '4E12' })]).kinds).toEqual([]);
  });

  it('that is a total or blank is skipped', () => {
    const { counts, kinds } = anonymized([row(), [''], ['Total Students: 1'], ['', '']]);
    expect(kinds).toEqual([]);
    expect(counts).toMatchObject({ rows: 1, strayLines: 1 });
  });

  it('is mended by accepting its suggestion', () => {
    const rows = [row({ 4: '-80.44', 5: '37.8' }), row({ 0: '1002', 5: '80.44' })];
    const mends = anonymized(rows).problems.flatMap(({ suggestion }) => suggestion ?? []);
    const mended = anonymized(rows, { mends });
    expect(mended.kinds).toEqual([]);
    expect(mended.lines.map((line) => line[3])).toEqual([
      anonymized([row()]).lines[0]?.[3],
      anonymized([row()]).lines[0]?.[3],
    ]);
  });

  it('is left out when the person says so', () => {
    const { lines, counts } = anonymized([row(), row({ 0: '1002' })], { leaveOut: new Set([3]) });
    expect(lines).toHaveLength(1);
    expect(counts.leftOut).toBe(1);
  });

  it('is described in problems by shape, never by value', () => {
    const { problems } = anonymized([row({ 0: '1.23E+08' }), row({ 8: 'Secretword' })]);
    expect(JSON.stringify(problems.map(({ suggestion: _, ...said }) => said))).not.toMatch(/1\.23|Secretword/);
  });
});

describe('a household', () => {
  const header = ['Student ID', 'Household ID', 'House Number', 'Street', 'Latitude', 'Longitude'];
  function households(rows: readonly (readonly string[])[]): number {
    const { mapping } = guessMapping(header, []);
    const anonymizer = new Anonymizer({ key, mapping, width: header.length });
    rows.forEach((fields, i) => {
      anonymizer.add([String(2000 + i), ...fields, `38.${100 + i}`, '-80.5'], i + 2);
    });
    anonymizer.finish();
    const { table } = anonymizer;
    return new Set(rows.map((_, i) => table.households.slice(i * 32, i * 32 + 32).join())).size;
  }

  it('is known by its number, with or without the zeros a spreadsheet drops', () => {
    expect(
      households([
        ['0071', '', ''],
        ['71', '', ''],
        ['72', '', ''],
      ]),
    ).toBe(2);
  });

  it('is not made of all whose number is missing, or was shortened by a spreadsheet', () => {
    expect(households(['', '0', 'N/A', '#REF!', '1.2E+07', '1.2E+07'].map((number) => [number, '', '']))).toBe(6);
  });

  it('is known by house number and street in columns of their own', () => {
    expect(
      households([
        ['', '12', 'Oak Ln'],
        ['', '12.0', 'OAK LANE'],
        ['', '14', 'Oak Ln'],
      ]),
    ).toBe(2);
  });
});

describe('whatever an export holds', () => {
  it('no value of it is in the file or the problems, and no row stops the rest', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', minLength: 6, maxLength: 40 }),
      fc.constantFrom(...HOME, '', '1.23E+08', '3/14/2026', '-80.44', '0', 'Shelter', '999999999', 'POINT (-80 38)'),
      fc.integer({ min: 100_000, max: 999_999_999 }).map(String),
      fc.double({ noNaN: true }).map(String),
    );
    const rows = fc.array(fc.array(value, { minLength: 10, maxLength: 13 }), { minLength: 1, maxLength: 30 });
    const allowed = new Set(['999999', ...HOME]);
    fc.assert(
      fc.property(rows, (given) => {
        const { text, problems } = anonymized([...given, row({ 0: '7777777' })]);
        const said = JSON.stringify(problems.map(({ suggestion: _, ...rest }) => rest));
        expect(text.split('\n').length).toBeGreaterThan(1);
        for (const cell of given.flat()) {
          if (cell.trim().length < 6 || allowed.has(cell)) continue;
          if (!/^[0-9a-f]+$/.test(cell)) expect(text).not.toContain(cell);
          expect(said).not.toContain(JSON.stringify(cell).slice(1, -1));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the anonymized file', () => {
  it('is the same whatever the order of the export', () => {
    const rows = Array.from({ length: 300 }, (_, i) => row({ 0: `${5000 + i}`, 1: `${i % 70} Oak Lane` }));
    expect(anonymized(rows.toReversed()).text).toBe(anonymized(rows).text);
  });

  it('comes in the order of pseudonyms', () => {
    const { lines } = anonymized(Array.from({ length: 2000 }, (_, i) => row({ 0: `${5000 + i}` })));
    const keys = lines.map((line) => line[1] ?? '');
    expect(keys).toEqual(keys.toSorted());
  });
});
