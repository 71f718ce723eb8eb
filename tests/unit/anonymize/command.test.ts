import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anonymizeCommand } from '../../../server/features/anonymize/command.ts';
import {
  type AnonymizeOptions,
  anonymizeFile,
  type KeyFlags,
  withKey,
} from '../../../server/features/anonymize/index.ts';
import { type Progress, silentProgress } from '../../../server/platform/progress.ts';
import { told } from '../../support/told.ts';

const HEADER = 'Student ID,Street,Latitude,Longitude,Grade';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gapmap-anonymize-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function keyIn(name: string, flags: Pick<KeyFlags, 'newKey'> = {}) {
  const given = { district: '5400390', key: join(folder, name), ...flags };
  return withKey(given, '2026-11-25', silentProgress, async (key) => key);
}

async function exported(lines: readonly string[]): Promise<Pick<AnonymizeOptions, 'path' | 'out' | 'report' | 'key'>> {
  const path = join(folder, 'export.csv');
  writeFileSync(path, `${[HEADER, ...lines].join('\n')}\n`);
  const key = await keyIn('key.json', existsSync(join(folder, 'key.json')) ? {} : { newKey: true });
  return { path, out: join(folder, 'out.csv'), report: join(folder, 'report.csv'), key };
}

const good = (i: number) => `${1000 + i},${i} Oak Ln,37.8${i},-80.4${i},${1 + (i % 12)}`;

describe('anonymizing a file', () => {
  it('writes one line a student, and a report without any value of the export', async () => {
    const options = await exported([...Array.from({ length: 9 }, (_, i) => good(i)), '2000,9 Secret Way,,,5']);
    const { counts } = await anonymizeFile(options, silentProgress);
    expect(counts).toMatchObject({ rows: 10, students: 9, badRows: 1 });
    expect(readFileSync(options.out, 'utf8').trimEnd().split('\n')).toHaveLength(10);
    const report = readFileSync(options.report ?? '', 'utf8');
    expect(report).toContain('No place for the home');
    expect(report).not.toMatch(/Secret|2000/);
  });

  it('gives the same bytes with the same key, and other pseudonyms with another', async () => {
    const options = await exported(Array.from({ length: 9 }, (_, i) => good(i)));
    await anonymizeFile(options, silentProgress);
    const once = readFileSync(options.out, 'utf8');
    await anonymizeFile(options, silentProgress);
    expect(readFileSync(options.out, 'utf8')).toBe(once);
    const other = await keyIn('other.json', { newKey: true });
    await anonymizeFile({ ...options, key: other }, silentProgress);
    expect(readFileSync(options.out, 'utf8')).not.toBe(once);
  });

  it('mends plain mistakes when told to', async () => {
    const options = await exported([good(1), '2000,9 Elm St,-80.44,37.8,5']);
    await expect(anonymizeFile(options, silentProgress)).rejects.toMatchObject({ code: 'anonymize.too-many-bad-rows' });
    const { counts } = await anonymizeFile({ ...options, acceptSuggestions: true }, silentProgress);
    expect(counts.students).toBe(2);
  });

  it('writes nothing when most rows are bad, and says why without their values', async () => {
    const options = await exported(['2000,9 Secret Way,,,5', good(1)]);
    const refusal = await anonymizeFile(options, silentProgress).catch((error: Error) => error);
    expect(refusal).toMatchObject({ code: 'anonymize.too-many-bad-rows' });
    expect(String(refusal)).not.toContain('Secret');
    expect(existsSync(options.out)).toBe(false);
  });

  it('never prints a value of the export', async () => {
    const said: string[] = [];
    const listening: Progress = { ...silentProgress, print: (line) => said.push(told(line)) };
    await anonymizeFile(await exported([good(1), good(2)]), listening);
    expect(said.join('\n')).toContain('Student ID');
    expect(said.join('\n')).not.toMatch(/Oak|1001|37\.8/);
  });

  it('takes another line for the column names when told to, and suggests it where one may be', async () => {
    const options = await exported([good(1), good(2)]);
    writeFileSync(options.path, `a,b,c,d,e\n${HEADER}\n${good(1)}\n${good(2)}\n`);
    const said: string[] = [];
    const listening: Progress = { ...silentProgress, print: (line) => said.push(told(line)) };
    await anonymizeFile(options, listening);
    expect(said.join('\n')).toContain('--header-line 1');
    const columns = 'student_id=a,latitude=c,longitude=d';
    const { counts } = await anonymizeFile({ ...options, columns, headerLine: 1 }, silentProgress);
    expect(counts).toMatchObject({ rows: 2, students: 2, strayLines: 1 });
    await expect(anonymizeFile({ ...options, headerLine: 9 }, silentProgress)).rejects.toMatchObject({
      code: 'anonymize.no-header',
    });
  });

  it('counts blank lines, whether they hold separators or nothing, and no line ends within a value', async () => {
    const options = await exported([good(1), '', ',,,,', '"3","3\nOak Ln",37.81,-80.41,5', '', '', good(4)]);
    const { counts } = await anonymizeFile(options, silentProgress);
    expect(counts).toMatchObject({ rows: 3, students: 3, blankLines: 4, strayLines: 0 });
  });

  it('takes address types as told, and refuses a type that the file lacks', async () => {
    const options = await exported([]);
    const types = ['Home', 'Home', 'Home', 'Home', 'Home', 'Shelters, other', 'F'];
    const lines = types.map((type, i) => `${good(i)},"${type}"`);
    writeFileSync(options.path, `${HEADER},Res Status\n${lines.join('\n')}\n`);
    expect((await anonymizeFile(options, silentProgress)).counts).toMatchObject({ badRows: 1, noFixedResidence: 1 });
    const residence = 'Shelters, other=home, f=none';
    const { counts, problems } = await anonymizeFile({ ...options, residence }, silentProgress);
    expect(problems).toEqual([]);
    expect(counts).toMatchObject({ students: 7, noFixedResidence: 1 });
    for (const [wrong, code] of [
      ['G=none', 'anonymize.residence-unmet'],
      ['F=shelter', 'anonymize.residence'],
    ] as const)
      await expect(anonymizeFile({ ...options, residence: wrong }, silentProgress)).rejects.toMatchObject({ code });
  });

  it('gives no home to a student flagged in any column of homelessness, and takes columns and codes as told', async () => {
    const options = await exported([]);
    const rows = ['N,', 'N,', 'Y,', 'N,B', 'N,', 'N,', 'N,'].map((values, i) => `${good(i)},${values}`);
    writeFileSync(options.path, `${HEADER},S_XX_X.HomelessInd,Night_Residence_Code\n${rows.join('\n')}\n`);
    expect((await anonymizeFile(options, silentProgress)).counts).toMatchObject({ badRows: 1, noFixedResidence: 1 });
    expect(readFileSync(options.report ?? '', 'utf8')).toContain('Homelessness (Night_Residence_Code)');
    await expect(anonymizeFile({ ...options, columns: 'homeless=Grade' }, silentProgress)).rejects.toThrow(
      'homelessness that is not known: Grade. Say',
    );
    for (const residence of ['B=none', 'Night_Residence_Code:B=none'])
      expect((await anonymizeFile({ ...options, residence }, silentProgress)).counts.noFixedResidence).toBe(2);
    // A flag is not turned by a word about codes in general.
    await expect(anonymizeFile({ ...options, residence: 'B=none,Y=home' }, silentProgress)).rejects.toMatchObject({
      code: 'anonymize.residence-unmet',
    });
    const columns = 'homeless=,homeless=Night_Residence_Code';
    expect((await anonymizeFile({ ...options, columns, residence: 'B=home' }, silentProgress)).counts).toMatchObject({
      students: 7,
      noFixedResidence: 0,
    });
  });

  it('refuses an export whose columns nobody named', async () => {
    const options = await exported([]);
    writeFileSync(options.path, '1000,9 Secret Way\n1001,8 Secret Way\n');
    const refusal = await anonymizeFile(options, silentProgress).catch((error: Error) => error);
    expect(refusal).toMatchObject({ code: 'anonymize.no-header' });
    expect(String(refusal)).not.toContain('Secret');
  });

  it('reads a column the person names and leaves one it is told to', async () => {
    const options = await exported([good(1)]);
    await expect(anonymizeFile({ ...options, columns: 'grade_level=Class' }, silentProgress)).rejects.toMatchObject({
      code: 'anonymize.columns',
    });
    await expect(anonymizeFile({ ...options, columns: 'grade_level=#9' }, silentProgress)).rejects.toMatchObject({
      code: 'anonymize.columns',
    });
    await anonymizeFile({ ...options, columns: 'grade_level=#5' }, silentProgress);
    expect(readFileSync(options.out, 'utf8').split('\n')[1]).toMatch(/,02,,,,,,,$/);
    await anonymizeFile({ ...options, columns: 'grade_level=' }, silentProgress);
    expect(readFileSync(options.out, 'utf8').split('\n')[1]).toMatch(/,88[0-9a-f]+,,,,,,,,,$/);
  });
});

describe('half of the students in one place', () => {
  const at = (i: number, lat: string) => `${1000 + i},${i} Oak Ln,${lat},-80.4,${1 + (i % 12)}`;
  const lines = (inOne: number, apart: number) => [
    ...Array.from({ length: inOne }, (_, i) => at(i, '37.85')),
    ...Array.from({ length: apart }, (_, i) => at(100 + i, `37.8${10 + i}`)),
  ];

  it('stop the file with a question until a person confirms', async () => {
    const options = await exported(lines(6, 6));
    await expect(anonymizeFile(options, silentProgress)).rejects.toMatchObject({ code: 'anonymize.one-place' });
    expect(existsSync(options.out)).toBe(false);
    const { counts } = await anonymizeFile({ ...options, manyInOnePlace: true }, silentProgress);
    expect(counts.students).toBe(12);
  });

  it('are found in a large district by a point for each hundred students', async () => {
    const many = Array.from({ length: 400 }, (_, i) => at(i, `37.80${i % 4}`));
    await expect(anonymizeFile(await exported(many), silentProgress)).rejects.toThrow('400 of 400 students');
  });

  it('raise no question when fewer stand there, or the file holds a family or two', async () => {
    for (const few of [lines(5, 7), lines(9, 0)]) {
      const { counts } = await anonymizeFile(await exported(few), silentProgress);
      expect(counts.students).toBe(few.length);
    }
  });
});

describe('the columns that are not read', () => {
  const said: string[] = [];
  const listening: Progress = { ...silentProgress, print: (line) => said.push(told(line)) };

  it('are named by their headers, with how many were used', async () => {
    const options = await exported([]);
    const names = `${HEADER},¿Algo más? / Anything else?,School Latitude,`;
    writeFileSync(options.path, `${names}\n${good(1)},x,38.1,\n${good(2)},y,38.1,\n`);
    await anonymizeFile(options, listening);
    expect(said.join('\n')).toContain(
      'Of 8 columns 5 were used; not read: "¿Algo más? / Anything else?", "School Latitude", "column 8".',
    );
  });

  it('are numbered where the line of names is a row of data', async () => {
    const options = await exported([]);
    writeFileSync(options.path, `77,9 Secret Way,37.81,-80.41,Jo Émile\n${good(1)}\n${good(2)}\n`);
    const columns = 'student_id=#1,latitude=#3,longitude=#4';
    await anonymizeFile({ ...options, headerLine: 1, columns }, listening);
    expect(said.join('\n')).not.toMatch(/Secret|Émile/);
    expect(said.join('\n')).toContain('column 5');
  });
});

describe('the command', () => {
  it('says what was left out, what was kept without an answer, and what can be mended by itself', async () => {
    const { path } = await exported([
      ...Array.from({ length: 9 }, (_, i) => good(i)),
      '2000,9 Secret Way,,,5',
      '2001,9 Secret Way,-80.4,37.8,5',
      '2002,9 Secret Way,37.8,-80.4,Homeroom',
    ]);
    const said: string[] = [];
    const command = anonymizeCommand({ ...silentProgress, print: (line) => said.push(told(line)) });
    const flags = ['--district', '5400390', '--key', join(folder, 'key.json'), '--out', join(folder, 'out.csv')];
    await command.parseAsync([path, ...flags], { from: 'user' });
    const written = said.findIndex((line) => line.startsWith('out.csv: '));
    expect(said.slice(written).flatMap((line) => line.split('\n'))).toEqual([
      'out.csv: 10 students, 0 with answers, 0 without a fixed residence.',
      'The homes of this file lie in 9 hexagons of about 180 acres each. All of them hold fewer than 3 households of the file; 10 students live there. Nothing is published of such a hexagon by itself: its students are counted only in larger areas, together with their neighbors.',
      expect.stringMatching(/^No column tells students with no fixed residence/),
      '2 rows were left out:',
      expect.stringMatching(/^ {2}1 row, line 11: No place for the home\./),
      expect.stringMatching(/^ {2}1 row, line 12: Latitude and longitude swapped\./),
      'Kept without what could not be read:',
      expect.stringMatching(/^ {2}1 row, line 13: Grade that is not known\./),
      'For 1 of them it is plain what was meant: --accept-suggestions mends those.',
    ]);
    expect(said.join('\n')).not.toMatch(/Secret|Homeroom|2000/);
  });
});

describe('a key on disk', () => {
  it('is for its owner alone, and is never overwritten', async () => {
    await keyIn('k.json', { newKey: true });
    expect(statSync(join(folder, 'k.json')).mode & 0o077).toBe(0);
    await expect(keyIn('k.json', { newKey: true })).rejects.toMatchObject({ code: 'anonymize.key-exists' });
    expect(existsSync(join(folder, 'k.json'))).toBe(true);
  });

  it('that is missing is explained: what to do the first time, and what losing it means', async () => {
    await expect(keyIn('no.json')).rejects.toThrow(/--new-key.*recognized/s);
  });

  it('is removed where nothing was written with it', async () => {
    const given = { district: '5400390', key: join(folder, 'k.json'), newKey: true } as const;
    const work = () => Promise.reject(new Error('no such export'));
    await expect(withKey(given, '2026-11-25', silentProgress, work)).rejects.toThrow('no such export');
    expect(existsSync(given.key)).toBe(false);
  });
});
