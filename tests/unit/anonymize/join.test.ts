import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guessAnswersMapping, isAnswersOnly, joinNumber, readKey } from '../../../server/domain/anonymize/index.ts';
import { anonymizeCommand } from '../../../server/features/anonymize/command.ts';
import { type AnonymizeOptions, anonymizeFile } from '../../../server/features/anonymize/index.ts';
import { type Progress, silentProgress } from '../../../server/platform/progress.ts';
import { KEY_TEXT, LEA_ID } from '../../support/prepare.ts';
import { told } from '../../support/told.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gapmap-join-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const EXPORT = 'Student_Number,Home Street,Latitude,Longitude,Grade';
const FORM = 'Timestamp,Student number,Internet at home,Device used most';
const student = (n: number) => `${1000 + n},${n} Oak Ln,37.8${n},-80.4${n},0${n}`;

function written(name: string, header: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${[header, ...lines].join('\n')}\n`);
  return path;
}

function options(own: string, answers?: string): AnonymizeOptions & { out: string; unjoined: string; report: string } {
  const to = (name: string) => join(folder, name);
  const key = readKey(KEY_TEXT, LEA_ID);
  return { path: own, key, out: to('out.csv'), answers, unjoined: to('unjoined.csv'), report: to('report.csv') };
}

/** The anonymized lines in the order of the numbers given, without district, keys and cell. */
async function joined(own: readonly string[], answers: readonly string[], headers = [EXPORT, FORM]) {
  const given = options(
    written('export.csv', headers[0] ?? '', own),
    written('answers.csv', headers[1] ?? '', answers),
  );
  const said: string[] = [];
  const done = await anonymizeFile(given, { ...silentProgress, print: (line) => said.push(told(line)) });
  const lines = readFileSync(given.out, 'utf8').trimEnd().split('\n').slice(1);
  return {
    ...done,
    said: said.join('\n'),
    rows: lines.map((line) => line.split(',').slice(4).join(',')).sort(),
    unjoined: readFileSync(given.unjoined, 'utf8').trimEnd().split('\r\n').slice(1),
    report: readFileSync(given.report, 'utf8'),
  };
}

describe('answers and homes in two files', () => {
  it('become one: the home is the export’s, the answers are the form’s, by student number', async () => {
    const { rows, counts } = await joined([1, 2, 3].map(student), ['x,1003,Yes,Tablet', 'x,1001,No,Chromebook']);
    expect(counts).toMatchObject({ rows: 3, students: 3, withAnswers: 2, badRows: 0 });
    expect(rows).toEqual([',01,false,,,,Chromebook,,', ',02,,,,,,,', ',03,true,,,,Tablet,,']);
  });

  it.each([
    ['Are you homeless? (check if so)', 'X', ''],
    ['Homeless', '1', '0'],
    ['Homeless', '✓', ''],
    ['McKinney-Vento', 'T', 'F'],
  ])('hear a form’s column %s by its name: "%s" is no fixed residence and "%s" is a home', async (name, yes, no) => {
    const form = `Timestamp,Student number,Internet at home,${name}`;
    const { rows, counts } = await joined(
      [1, 2].map(student),
      [`x,1001,Yes,${yes}`, `x,1002,Yes,${no}`],
      [EXPORT, form],
    );
    expect(counts).toMatchObject({ students: 2, noFixedResidence: 1, badRows: 0 });
    expect(rows).toEqual([',02,true,,,,,,', 'none,,,,,,,,']);
  });

  it('are the bytes of one file that held both from the beginning', async () => {
    const { rows } = await joined([1, 2].map(student), ['x,1001,No,Chromebook', 'x,1002,Yes,Tablet']);
    const answers = ['No,Chromebook', 'Yes,Tablet'];
    const one = written(
      'one.csv',
      `${EXPORT},Internet at home,Device used most`,
      [1, 2].map((n) => `${student(n)},${answers[n - 1]}`),
    );
    const bytes = readFileSync(join(folder, 'out.csv'), 'utf8');
    await anonymizeFile({ ...options(one), out: join(folder, 'one-out.csv') }, silentProgress);
    expect(rows).toHaveLength(2);
    expect(readFileSync(join(folder, 'one-out.csv'), 'utf8')).toBe(bytes);
  });

  it('are listed by line alone where they do not fit together', async () => {
    const { unjoined, joined: lines } = await joined([1, 2, 3].map(student), [
      'x,1001,No,Tablet',
      'x,7777,Yes,Tablet',
      'x,Maria Secret,Yes,Tablet',
      'x,,No,Tablet',
      'x,1001,Yes,Tablet',
    ]);
    expect(unjoined).toEqual([
      'answers,3,No student of this number in the export',
      'answers,4,"Not a student number, such as a name"',
      'answers,5,No student number',
      'answers,6,"The student answered more than once, and no column tells when: the first row counts"',
      'export,3,No answer in the answers file',
      'export,4,No answer in the answers file',
    ]);
    const words = lines.map(told).join('\n');
    expect(words).toMatch(/1 student has some[\s\S]*2 of the export: No answer[^\n]*Lines 3, 4/);
    expect(words).not.toMatch(/7777|Maria|1001/);
  });

  it('count the latest answers of a student who answered twice, whatever the order of the form', async () => {
    const answers = ['9/2/2026 8:00,1001,Yes,', '9/1/2026 9:00,1001,No,Tablet', '9/13/2026 8:00,1002,No,Chromebook'];
    for (const lines of [answers, answers.toReversed()]) {
      const { rows, unjoined, counts } = await joined([1, 2].map(student), lines);
      expect(rows).toEqual([',01,true,,,,Tablet,,', ',02,false,,,,Chromebook,,']);
      const line = lines.findIndex((text) => text.startsWith('9/1/')) + 2;
      expect(unjoined).toEqual([`answers,${line},"The student answered more than once, and a later row counts"`]);
      expect(counts).toMatchObject({ rows: 2, students: 2, repeated: 0, badRows: 0 });
    }
    const open = await joined([1, 2].map(student), ['1/2/2026,1001,Yes,', '2/1/2026,1001,No,', '2/2/2026,1002,No,']);
    expect(open.unjoined.join()).toContain('do not tell whether month or day comes first');
  });

  it('are matched by numbers that families and spreadsheets write otherwise', async () => {
    const typed = [
      '0001001',
      ' 1002 ',
      'ID: 1003',
      '#1004',
      '1005.0',
      "'1006",
      'student id 1007',
      'Student number is 1008',
      '(1009)',
      '“1010”',
      '1011.',
      'N° 1012',
    ];
    const { counts } = await joined(
      typed.map((_, i) => student(i + 1)),
      typed.map((number) => `x,${number},Yes,Tablet`),
    );
    expect(counts.withAnswers).toBe(typed.length);
    for (const [a, b] of [
      ['ab-1234', 'AB1234'],
      ['S 00123', 'S00123'],
      ['N° 12', 'nº 12'],
    ] as const)
      expect(joinNumber(a)).toBe(joinNumber(b));
  });

  it('never match another student: what stands between digits counts', async () => {
    const { unjoined } = await joined([1, 2].map(student), [
      'x,100 1,Yes,Tablet',
      'x,1001 1002,Yes,Tablet',
      'x,1001-2,Yes,Tablet',
      'x,1.001E+3,Yes,Tablet',
      'x,1002,Yes,Tablet',
    ]);
    expect(unjoined.filter((line) => line.startsWith('answers'))).toHaveLength(4);
    expect(unjoined).toContain('answers,5,Student number turned into an exponent by a spreadsheet');
  });

  it('take from the form all that it asks, and from the export the rest', async () => {
    const own = `${EXPORT},Internet at home,Barrier,Who provides the device`;
    const { rows } = await joined(
      [`${student(1)},No,Not Affordable,School`, `${student(2)},No,Not Affordable,School`],
      ['x,1001,Yes,'],
      [own, 'Timestamp,Student number,Internet at home,Barrier'],
    );
    const [asked, unasked] = rows;
    expect(asked).toBe(',01,true,,,,,,School');
    expect(unasked).toBe(',02,false,Not Affordable,,,,,School');
  });

  it('take no home from a form, but a missing grade, and no fixed residence from either', async () => {
    const { rows, counts, problems } = await joined(
      [
        '1001,1 Oak Ln,37.81,-80.41,',
        '1002,2 Oak Ln,37.82,-80.42,07',
        '1003,3 Oak Ln,37.83,-80.43,08',
        '1004,4 Oak Ln,,,08',
        ...[5, 6, 7].map(student),
      ],
      [
        '1001,5,38.1,-80.1,Home,Yes',
        '1002,5,38.1,-80.1,Shelter,Yes',
        '1003,5,38.1,-80.1,,Yes',
        '1004,5,37.8,-80.4,,Yes',
      ],
      [EXPORT, 'Student number,Grade,LocationLatitude,LocationLongitude,Living situation,Internet at home'],
    );
    expect(rows.slice(0, 2)).toEqual([',05,,,,,,,', ',05,true,,,,,,']);
    expect(rows).toContain(',08,true,,,,,,');
    expect(rows).toContain('none,,,,,,,,');
    expect(counts).toMatchObject({ students: 6, noFixedResidence: 1, badRows: 1 });
    expect(problems).toMatchObject([{ kind: 'no_place', line: 5, file: 'export' }]);
  });

  it('report a bad answer by its line in the form, and a bad row by its line in the export', async () => {
    const { report, said } = await joined(
      [...[1, 2, 3, 4, 5, 6].map(student), '1007,7 Oak Ln'],
      ['x,9999,Yes,Tablet', 'x,1006,Yes,Tablet', 'x,1002,Yes,a secret device'],
    );
    expect(report).toContain('answers,4,Device for learning,Answer that is not known');
    expect(report).toContain('export,8,,Wrong number of values,2 values instead of 5');
    expect(`${report}${said}`).not.toMatch(/secret/);
  });

  it('are read each in its own code page, with its own title lines', async () => {
    const own = join(folder, 'export.csv');
    const lines = ['Fall export;;', 'Student_Number;Latitude;Longitude', '1001;37.81;-80.41', '1002;37.82;-80.42'];
    writeFileSync(own, Buffer.from(`\uFEFF${lines.join('\r\n')}`, 'utf16le'));
    const answers = written('answers.csv', 'Answers of September', [FORM, 'x,1002,Yes,Tablet']);
    const { counts } = await anonymizeFile(options(own, answers), silentProgress);
    expect(counts).toMatchObject({ students: 2, withAnswers: 1 });
  });
});

describe('a file of answers', () => {
  const guessed = (header: string) => guessAnswersMapping(header.split(','), []);

  it('of Microsoft Forms is not joined by the number of the response', () => {
    const forms = 'ID,Start time,Completion time,Email,Name,Student ID,Internet at home';
    expect(guessed(forms)).toMatchObject({ student_id: 5, internet_access: 6 });
    expect(guessed('Id,Start time,Completion time,Name,Internet at home').student_id).toBeUndefined();
    expect(guessed('ID,Internet at home').student_id).toBe(0);
  });

  it('of Qualtrics is read from the line of the questions, without the line of import identifiers', async () => {
    const qualtrics = [
      'Start Date,IP Address,Progress,Latitude,Longitude,What is your child’s student number?,Internet at home',
      '"{""ImportId"":""startDate""}","{""ImportId"":""ip""}","{""ImportId"":""p""}","{""ImportId"":""lat""}","{""ImportId"":""lng""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"',
      '2026-09-01 10:00,192.0.2.7,100,30.1,-90.1,1001,Yes',
    ];
    const { rows, unjoined } = await joined([1, 2].map(student), qualtrics, [
      EXPORT,
      'StartDate,IPAddress,Progress,LocationLatitude,LocationLongitude,Q1,Q2',
    ]);
    expect(rows[0]).toBe(',01,true,,,,,,');
    expect(unjoined).toEqual(['export,3,No answer in the answers file']);
  });

  it('by itself is recognized, and refused with what to add', async () => {
    const alone = written('answers.csv', FORM, ['x,1001,Yes,Tablet', 'x,1002,No,Tablet']);
    await expect(anonymizeFile(options(alone), silentProgress)).rejects.toMatchObject({
      code: 'anonymize.answers-only',
      message: expect.stringMatching(/^This file has answers but no homes. Add your student export to join them/),
    });
    expect(isAnswersOnly({ student_id: 0, internet_access: 1, latitude: 2, longitude: 3 })).toBe(false);
    expect(isAnswersOnly({ student_id: 0, address: 1, internet_access: 2 })).toBe(false);
    expect(isAnswersOnly({ student_id: 0, grade_level: 1 })).toBe(false);
  });

  it('with names and no numbers is refused, and so is one with other numbers', async () => {
    const own = written('export.csv', EXPORT, [1, 2].map(student));
    const named = written('named.csv', 'Timestamp,Name,Internet at home', ['x,Ana Secret,Yes', 'x,Ben Secret,No']);
    const refusal = await anonymizeFile(options(own, named), silentProgress).catch((error: Error) => error);
    expect(refusal).toMatchObject({ code: 'anonymize.answers', message: expect.stringContaining('Names do not do') });
    const typed = written('typed.csv', FORM, ['x,Ana Secret,Yes,Tablet', 'x,Ben Secret,No,Tablet']);
    const other = written('other.csv', FORM, ['x,88881,Yes,Tablet', 'x,88882,No,Tablet']);
    for (const path of [typed, other]) {
      const refused = await anonymizeFile(options(own, path), silentProgress).catch((error: Error) => error);
      expect(refused).toMatchObject({ code: 'anonymize.none-joined' });
      expect(String(refused)).not.toMatch(/Secret|8888/);
    }
  });

  it('is read by the columns and the line that the person names', async () => {
    const own = written('export.csv', EXPORT, [1, 2].map(student));
    const answers = written('answers.csv', 'a,b,c', ['q1,q2,q3', 'x,1001,Yes']);
    const flags = { answersColumns: 'student_id=q2,internet_access=#3', answersHeaderLine: 2 };
    const { counts } = await anonymizeFile({ ...options(own, answers), ...flags }, silentProgress);
    expect(counts.withAnswers).toBe(1);
  });

  it('is refused where it alone holds places and the export none', async () => {
    const given = options(
      written('export.csv', 'Student number,Grade', ['1001,5', '1002,6']),
      written('answers.csv', 'Student number,Latitude,Longitude,Internet at home', ['1001,37.8,-80.4,Yes']),
    );
    await expect(anonymizeFile(given, silentProgress)).rejects.toMatchObject({ code: 'anonymize.answers-swapped' });
  });
});

describe('the command', () => {
  it('joins a form to an export in a .text file and says how they fit together', async () => {
    const own = written(
      'AutoSend.text',
      EXPORT.replaceAll(',', '\t'),
      [1, 2].map((n) => student(n).replaceAll(',', '\t')),
    );
    const answers = written('form.csv', FORM, ['x,1001,Yes,Tablet', 'x,5,Yes,Tablet']);
    const said: string[] = [];
    const listening: Progress = { ...silentProgress, print: (line) => said.push(told(line)) };
    const key = join(folder, 'key.json');
    writeFileSync(key, KEY_TEXT);
    const out = join(folder, 'out.csv');
    const args = [own, '--district', LEA_ID, '--key', key, '--answers', answers, '--out', out];
    await anonymizeCommand(listening).parseAsync(args, { from: 'user' });
    const text = said.join('\n');
    expect(text).toMatch(/out.csv: 2 students, 1 with answers/);
    expect(text).toMatch(/1 of the answers: No student of this number in the export. Line 3\n/);
    expect(text).toMatch(/1 of the export: No answer in the answers file. Line 3\n/);
    expect(text).toContain('--unjoined FILE.csv lists every line');
  });
});
