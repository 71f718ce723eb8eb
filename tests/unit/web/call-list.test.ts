import { latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { HomeTable } from '../../../server/domain/anonymize/home-table.ts';
import { cellFromText, parentOf } from '../../../server/domain/cell.ts';
import { QUESTIONS, SURVEY_CODES } from '../../../server/domain/survey.ts';
import { listOfSorts } from '../../../server/domain/verdict-list.ts';
import { callsOf, likelyColumns, sorted, unreadLines } from '../../../web/src/features/prepare/call-list.ts';

const SERVED = cellFromText(latLngToCell(37.8, -80.4, 8));
const UNSERVED = cellFromText(latLngToCell(37.9, -80.4, 8));
const PARENTS = [...new Set([parentOf(SERVED, 4), parentOf(UNSERVED, 4)])];
const VERDICTS = {
  leaId: '5400390',
  release: { name: 'fall', synthetic: true },
  tier: '100_20',
  sorts: listOfSorts(PARENTS, [SERVED, UNSERVED], [0, 2]),
} as const;

type Said = Partial<Record<(typeof QUESTIONS)[number], unknown>>;

/** A table with one student a line, from line 2. */
function tableOf(students: readonly { readonly cell: bigint; readonly said?: Said }[]): HomeTable {
  const table = new HomeTable();
  for (const [slot, { cell, said = {} }] of students.entries()) {
    table.cells[slot] = cell;
    table.lines[slot] = slot + 2;
    for (const [q, question] of QUESTIONS.entries())
      table.answers[slot * QUESTIONS.length + q] =
        question in said ? (SURVEY_CODES[question] as readonly unknown[]).indexOf(said[question]) + 1 : 0;
    table.keep();
  }
  return table;
}

const CONNECTED = { internet_access: true, internet_type: 'Residential Broadband', performance: 'Yes' };

describe('a call list', () => {
  const { called, levers, noFixedResidence } = callsOf(
    tableOf([
      { cell: SERVED },
      { cell: SERVED, said: { internet_access: false, barrier: 'Not Affordable', device: 'None' } },
      { cell: SERVED, said: CONNECTED },
      { cell: SERVED, said: { ...CONNECTED, device: 'Smartphone' } },
      { cell: UNSERVED },
      {
        cell: UNSERVED,
        said: { internet_access: false, barrier: 'Not Available', device: 'Tablet', device_access: 'Shared' },
      },
      { cell: 0n },
    ]),
    VERDICTS,
    new Set(),
  );

  it('asks where there is service and no answer, connects where the family says it has none, and equips whoever lacks a device', () => {
    expect([...called.values()].map(({ line, calls }) => [line, calls])).toEqual([
      [2, ['ask']],
      [3, ['connect', 'equip']],
      [5, ['equip']],
      [7, ['equip']],
    ]);
  });

  it('counts those whose connection is for the state, and names nobody without a fixed residence', () => {
    expect(levers).toEqual({ build: 2, upgrade: 0, check: 0, connect: 1, ask: 1, connected: 2 });
    expect(noFixedResidence).toBe(1);
    expect(called.has(8)).toBe(false);
  });

  it('says of each family only what it said', () => {
    const students = [
      { internet_access: true },
      { internet_access: true, internet_type: 'Residential Broadband' },
      { internet_access: true, performance: 'Sometimes' },
      { internet_access: true, internet_type: 'Satellite', performance: 'Yes' },
      { internet_access: false },
      { internet_access: false, barrier: 'Other' },
      { internet_type: 'None' },
      {},
      {},
    ];
    const table = tableOf(students.map((said) => ({ cell: SERVED, said })));
    const { called: saying } = callsOf(table, VERDICTS, new Set([2, 9]));
    expect([...saying.values()].map(({ calls, home }) => [...calls, home])).toEqual([
      ['connect', 'how_unknown'],
      ['connect', 'how_unknown'],
      ['connect', 'inadequate'],
      ['connect', 'inadequate'],
      ['connect', 'why_unknown'],
      ['connect', 'other'],
      ['connect', 'why_unknown'],
      ['ask', 'unread'],
      ['ask', 'unanswered'],
    ]);
  });

  it('tells answers about the connection that were not understood from those about a device', () => {
    const problem = { column: 3, found: undefined, suggestion: undefined };
    const lines = unreadLines({
      problems: [
        { ...problem, line: 2, kind: 'answer', field: 'internet_access' },
        { ...problem, line: 3, kind: 'answer', field: 'device' },
        { ...problem, line: 4, kind: 'grade', field: 'grade_level' },
      ],
      notes: [{ line: 5, kind: 'several', column: 3, field: 'internet_access' }],
    });
    expect([...lines]).toEqual([2, 5]);
  });

  it('sorts numbers as numbers and letters without regard to capitals', () => {
    const row = (line: number, value: string) =>
      ({ line, calls: ['ask'], home: 'unanswered', device: 'own', values: [value] }) as const;
    const rows = [row(1, '10'), row(2, 'bee'), row(3, '9'), row(4, 'Ant')];
    expect(sorted(rows, 0).map(({ line }) => line)).toEqual([3, 1, 4, 2]);
    expect(sorted(rows, undefined).map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });

  it('takes the columns that a call needs, the student’s number first, and leaves places and answers out', () => {
    const names = [
      'Student Number',
      'LastName',
      'First_Name',
      'Grade',
      'Home Phone',
      'Latitude',
      'DigitalDevice',
      'Teléfono',
    ];
    expect(likelyColumns(names, 0).map((at) => names[at])).toEqual([
      'Student Number',
      'LastName',
      'First_Name',
      'Home Phone',
      'Teléfono',
      'Grade',
    ]);
  });
});
