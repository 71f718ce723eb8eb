import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKey, residenceKey, type SaidResidences } from '../../../server/domain/anonymize/index.ts';
import { phrase } from '../../../server/domain/messages/phrase.ts';
import { anonymizeFile } from '../../../server/features/anonymize/index.ts';
import { silentProgress } from '../../../server/platform/progress.ts';
import { LIVES_THERE } from '../../../web/src/features/prepare/choices.ts';
import { PrepareEngine } from '../../../web/src/features/prepare/engine.ts';
import { sourceOf } from '../../../web/src/features/prepare/source.ts';
import type { Ticket } from '../../../web/src/lib/work.ts';
import { HEADER, KEY_TEXT, studentLine } from '../../support/prepare.ts';

const key = readKey(KEY_TEXT);
const ticket = (): Ticket => ({ signal: new AbortController().signal, progress: () => {} });

async function opened(lines: readonly string[], headerLine?: number) {
  const engine = new PrepareEngine();
  const source = await sourceOf(new Blob([lines.join('\n')]), ticket().signal);
  const { mapping, columns, notes, header } = await engine.open(source, ticket(), headerLine);
  return {
    engine,
    columns,
    notes,
    header,
    check: (residences: SaidResidences = {}) => engine.check({ key, mapping, residences }, ticket()),
  };
}

const rows = (count: number) => Array.from({ length: count }, (_, i) => studentLine(i));

describe('opening an export', () => {
  it('finds the names of the columns under title lines, and says so', async () => {
    const { columns, header } = await opened(['SYNTHETIC SCHOOLS', '', HEADER, ...rows(3)]);
    expect(columns.map(({ name }) => name)).toEqual(HEADER.split(','));
    expect(header).toEqual({ line: 3, isChosen: false, instead: undefined });
  });

  it('offers a line above the names that holds several values, and takes it when told to', async () => {
    const lines = ['SYNTHETIC SCHOOLS', 'Field 1,Field 2,Field 3', HEADER, ...rows(3)];
    expect((await opened(lines)).header).toEqual({ line: 3, isChosen: false, instead: 2 });
    const { columns, header } = await opened(lines, 2);
    expect(header).toEqual({ line: 2, isChosen: true, instead: 3 });
    expect(columns[0]?.name).toBe('Field 1');
    expect((await opened(lines, 3)).header).toEqual({ line: 3, isChosen: true, instead: 2 });
  });

  it('refuses a file of one column, and a PDF of text whatever its name is', async () => {
    await expect(opened(['Student ID', '1', '2'])).rejects.toMatchObject({ phrase: phrase('prepare.one-column') });
    await expect(opened(['%PDF-1.4', '1 0 obj', '<< /Type /Catalog >>'])).rejects.toThrow('a PDF');
  });

  it('shows at most three different values of a column', async () => {
    const { columns } = await opened([HEADER, ...rows(9)]);
    expect(columns[0]?.samples).toHaveLength(3);
    expect(columns[1]?.samples).toEqual(['Invented']);
  });

  it('refuses a header without rows', async () => {
    await expect(opened([HEADER])).rejects.toMatchObject({ phrase: phrase('prepare.no-rows') });
  });
});

describe('mending an export', () => {
  it('reaches every row that holds the same value, and undoing brings the problem back', async () => {
    const { engine, check } = await opened([
      HEADER,
      ...rows(3),
      studentLine(10, { device: 'ipad mini' }),
      studentLine(11, { device: 'ipad mini' }),
    ]);
    const [group] = (await check()).groups;
    expect(group).toMatchObject({ kind: 'answer', rows: 2 });
    const asked = { group: group?.id ?? '', line: 5 };
    const column = group?.columns[0]?.column ?? -1;
    engine.mend({ ...asked, mend: { how: 'write', values: [{ column, value: 'Tablet' }] } });
    expect((await check()).groups).toEqual([]);
    expect(engine.forget().pending).toBe(2);
    expect((await check()).groups).toHaveLength(1);
  });

  it('suggests the code of an everyday answer, and reads every row with it once it is accepted', async () => {
    const { engine, check } = await opened([HEADER, ...rows(3), studentLine(10, { access: 'Yes - but unreliable' })]);
    const [group] = (await check()).groups;
    expect(group).toMatchObject({ kind: 'answer', rows: 1, suggested: 1 });
    engine.mend({ group: group?.id ?? '', mend: { how: 'accept' } });
    const { groups, counts } = await check();
    expect(groups).toEqual([]);
    expect(counts.withAnswers).toBe(4);
  });

  it('keeps two mends of one line that are in two columns', async () => {
    const { engine, check } = await opened([HEADER, ...rows(3), studentLine(10, { device: 'x', grade: 'Sr' })]);
    const { groups } = await check();
    expect(groups.map(({ kind }) => kind).sort()).toEqual(['answer', 'grade']);
    for (const group of groups) {
      const column = group.columns[0]?.column ?? -1;
      const value = group.kind === 'grade' ? '12' : 'Tablet';
      engine.mend({ group: group.id, line: 5, mend: { how: 'write', values: [{ column, value }] } });
    }
    const { groups: left, file } = await check();
    expect(left).toEqual([]);
    expect(await file.text()).toMatch(/,12,true,,,,Tablet,,\n/);
  });

  it('leaves out a row on request, and counts it as left out', async () => {
    const { engine, check } = await opened([HEADER, ...rows(3), studentLine(10, { lat: '0', lng: '0' })]);
    const { groups, counts } = await check();
    expect(counts).toMatchObject({ rows: 4, students: 3, badRows: 1 });
    engine.mend({ group: groups[0]?.id ?? '', mend: { how: 'leave out' } });
    expect((await check()).counts).toMatchObject({ rows: 4, students: 3, badRows: 0, leftOut: 1 });
  });

  it('gives rows a page at a time, with what finds the student again', async () => {
    const { engine, check } = await opened([
      HEADER,
      ...Array.from({ length: 25 }, (_, i) => studentLine(i, { lat: '', lng: '' })),
    ]);
    const [group] = (await check()).groups;
    const page = engine.problems({ group: group?.id ?? '', from: 20, count: 10 });
    expect(page.total).toBe(25);
    expect(page.rows.map(({ line }) => line)).toEqual([22, 23, 24, 25, 26]);
    expect(page.rows[0]?.values.map(({ name }) => name)).toEqual(['Latitude', 'Longitude']);
    expect(page.rows[0]?.who).toEqual(['900000020', '05', '120 Spring Creek Rd, Lewisburg']);
  });

  it('gives the last page when the one asked for is no longer there', async () => {
    const { engine, check } = await opened([
      HEADER,
      ...Array.from({ length: 20 }, (_, i) => studentLine(i, { lat: '', lng: '' })),
    ]);
    const [group] = (await check()).groups;
    const page = engine.problems({ group: group?.id ?? '', from: 30, count: 10 });
    expect(page).toMatchObject({ from: 10, total: 20 });
    expect(page.rows).toHaveLength(10);
  });

  it('reads a value by the code chosen for it in rows too that show it only later', async () => {
    const hidden = studentLine(11, { device: ' ipad mini', lat: '-80.4', lng: '37.75' });
    const { engine, check } = await opened([HEADER, ...rows(3), studentLine(10, { device: 'ipad mini' }), hidden]);
    const groups = (await check()).groups;
    const of = (kind: string) => groups.find((group) => group.kind === kind);
    expect(of('answer')?.rows).toBe(1);
    const column = of('answer')?.columns[0]?.column ?? -1;
    engine.mend({
      group: of('answer')?.id ?? '',
      line: 5,
      mend: { how: 'write', values: [{ column, value: 'Tablet' }] },
    });
    engine.mend({ group: of('point_swapped')?.id ?? '', mend: { how: 'accept' } });
    const after = await check();
    expect(after).toMatchObject({ groups: [], applied: 2, mended: 2 });
    expect((await after.file.text()).match(/,Tablet,/g)).toHaveLength(2);
  });

  it('counts as a change only what differs from what the last check went by', async () => {
    const { engine, check } = await opened([HEADER, ...rows(3), studentLine(10, { lat: '-80.4', lng: '37.75' })]);
    const group = (await check()).groups[0]?.id ?? '';
    expect(engine.mend({ group, mend: { how: 'accept' } })).toEqual({ pending: 1, accepted: 1 });
    expect(engine.problems({ group, from: 0, count: 10 }).accepted).toBe(1);
    expect(engine.mend({ group, mend: { how: 'undo' } })).toEqual({ pending: 0, accepted: 0 });
    engine.mend({ group, mend: { how: 'leave out' } });
    expect(engine.problems({ group, from: 0, count: 10 }).leftOut).toBe(1);
    expect(engine.forget().pending).toBe(0);
  });

  it('keeps the order of the groups, whatever becomes of their sizes', async () => {
    const { engine, check } = await opened([
      HEADER,
      ...rows(3),
      ...Array.from({ length: 3 }, (_, i) => studentLine(20 + i, { lat: '0', lng: '0' })),
      ...Array.from({ length: 2 }, (_, i) => studentLine(30 + i, { number: '' })),
    ]);
    const kinds = async () => (await check()).groups.map(({ kind }) => kind);
    expect(await kinds()).toEqual(['point_zero', 'student_missing']);
    const [first] = (await check()).groups;
    for (const line of [5, 6]) engine.mend({ group: first?.id ?? '', line, mend: { how: 'leave out' } });
    expect(await kinds()).toEqual(['point_zero', 'student_missing']);
  });
});

describe('a row with a problem', () => {
  it('of a mailing address alone says whose it is, and is kept when the student lives there', async () => {
    const { engine, check } = await opened([HEADER, ...rows(3), studentLine(10, { type: 'Mailing' })]);
    const [group] = (await check()).groups;
    expect(group).toMatchObject({ kind: 'mailing_only', rows: 1 });
    const id = group?.id ?? '';
    const [row] = engine.problems({ group: id, from: 0, count: 10 }).rows;
    expect(row?.who).toEqual(['900000010', '05', '110 Spring Creek Rd, Lewisburg']);
    expect(row?.values).toEqual([{ name: 'Address Type', value: 'Mailing' }]);
    const column = group?.columns[0]?.column ?? -1;
    engine.mend({ group: id, line: 5, mend: { how: 'write', values: [{ column, value: LIVES_THERE }] } });
    expect((await check()).counts).toMatchObject({ students: 4, noFixedResidence: 0, badRows: 0 });
  });

  it('that repeats a student says which line is kept and what differs, in the words of the file', async () => {
    const { engine, check } = await opened([
      HEADER,
      ...rows(3),
      studentLine(1, { street: '77 Elsewhere Dr', access: 'YES' }),
    ]);
    const [group] = (await check()).groups;
    const [row] = engine.problems({ group: group?.id ?? '', from: 0, count: 10 }).rows;
    expect(row).toMatchObject({
      line: 5,
      found: phrase('found.repeated', { line: 3 }),
      differences: [{ name: 'Home Street', here: '77 Elsewhere Dr', kept: '101 Spring Creek Rd' }],
    });
  });

  it('of too few values says how many there are and whose it most likely is', async () => {
    const { engine, check } = await opened([HEADER, ...rows(3), '900000077,Invented,04,12 Oak Ln']);
    const [group] = (await check()).groups;
    const [row] = engine.problems({ group: group?.id ?? '', from: 0, count: 10 }).rows;
    expect(row).toMatchObject({
      found: phrase('found.width', { valueCount: 4, columnCount: 12 }),
      who: ['900000077', '04', '12 Oak Ln'],
      values: [],
    });
  });

  it('without a number is identified by grade and address', async () => {
    const { engine, check } = await opened([HEADER, ...rows(3), studentLine(10, { number: '' })]);
    const [group] = (await check()).groups;
    const [row] = engine.problems({ group: group?.id ?? '', from: 0, count: 10 }).rows;
    expect(row?.who).toEqual(['05', '110 Spring Creek Rd, Lewisburg']);
  });
});

describe('types of address in an export', () => {
  const lines = ['Home', 'Home', 'Doubled-up', 'Foster', 'F', 'F'].map((type, i) => studentLine(i, { type }));

  it('are listed with what each counts as, ambiguous ones first, whose rows wait', async () => {
    const { residences, counts, groups } = await (await opened([HEADER, ...lines])).check();
    expect(residences.map(({ value, rows, read }) => [value, rows, read])).toEqual([
      ['F', 2, undefined],
      ['Doubled-up', 1, 'none'],
      ['Home', 2, 'home'],
      ['Foster', 1, 'home'],
    ]);
    expect(counts).toMatchObject({ students: 4, noFixedResidence: 1, badRows: 2 });
    expect(groups.map(({ kind }) => kind)).toEqual(['residence']);
  });

  it('count as the person says, whatever they read like', async () => {
    const { check } = await opened([HEADER, ...lines]);
    const said = { [residenceKey('f ')]: 'home', [residenceKey('foster')]: 'none' } as const;
    const { counts, residences, groups } = await check(said);
    expect(counts).toMatchObject({ students: 6, noFixedResidence: 2, badRows: 0 });
    expect(residences.find(({ value }) => value === 'Foster')).toMatchObject({ read: 'home', said: 'none' });
    expect(groups).toEqual([]);
  });
});

describe('reading an export', () => {
  it('stops on request', async () => {
    const stopper = new AbortController();
    const engine = new PrepareEngine();
    const source = await sourceOf(new Blob([[HEADER, ...rows(60_000)].join('\n')]), stopper.signal);
    const { mapping } = await engine.open(source, ticket());
    const stopping = { signal: stopper.signal, progress: () => stopper.abort() };
    await expect(engine.check({ key, mapping, residences: {} }, stopping)).rejects.toThrow('stopped');
  });
});

describe('joining a file of answers', () => {
  const OWN = 'Student Number,Last Name,Grade,Home Street,Latitude,Longitude';
  const FORM = 'Timestamp,Student number,Internet at home,Device used most';
  const own = (n: number, lat = `37.8${n}`) => `${1000 + n},Invented,0${n},${n} Oak Ln,${lat},-80.4${n}`;

  async function joined(ownLines: readonly string[], answerLines: readonly string[]) {
    const engine = new PrepareEngine();
    const source = (lines: readonly string[]) => sourceOf(new Blob([lines.join('\n')]), ticket().signal);
    const { mapping } = await engine.open(await source([OWN, ...ownLines]), ticket());
    const answers = await engine.answers(await source([FORM, ...answerLines]), ticket());
    const settings = { key, mapping, residences: {}, answers: answers?.mapping };
    return { engine, settings, check: () => engine.check(settings, ticket()) };
  }

  it('gives the bytes of the command from the same two files', async () => {
    const lines = [
      [own(1), own(2), own(3), own(4)],
      ['x,0001002,No,Tablet', 'x,1001,Yes,Chromebook', 'x,9,Yes,Tablet'],
    ];
    const { check } = await joined(lines[0] ?? [], lines[1] ?? []);
    const { file, joined: fit } = await check();
    const folder = mkdtempSync(join(tmpdir(), 'gapmap-joined-'));
    const [path, answers, out] = ['own.csv', 'form.csv', 'out.csv'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(path, [OWN, ...(lines[0] ?? [])].join('\n'));
    writeFileSync(answers, [FORM, ...(lines[1] ?? [])].join('\n'));
    const unjoined = join(folder, 'unjoined.csv');
    await anonymizeFile({ path, answers, out, key, unjoined }, silentProgress);
    expect(await file.text()).toBe(readFileSync(out, 'utf8'));
    expect(Buffer.from((await fit?.list?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(readFileSync(unjoined));
    expect(fit).toMatchObject({
      students: 2,
      unjoined: [
        { kind: 'unknown', file: 'answers', lines: [4] },
        { kind: 'unanswered', file: 'export', lines: [4, 5] },
      ],
    });
    rmSync(folder, { recursive: true });
  });

  it('lets answers be mended by value, and joins by a number that a person wrote', async () => {
    const { engine, check } = await joined(
      [own(1), '1.0E+03,Invented,02,2 Oak Ln,37.82,-80.42', own(3)],
      ['x,1001,Yes,ipad mini', 'x,1003,Yes,ipad mini', 'x,1002,No,Tablet'],
    );
    const { groups, joined: fit } = await check();
    expect(fit?.unjoined).toMatchObject([{ kind: 'unknown', lines: [4] }]);
    for (const { id, kind, columns } of groups) {
      const column = columns[0]?.column ?? -1;
      const line = kind === 'answer' ? 2 : 3;
      engine.mend({
        group: id,
        line,
        mend: { how: 'write', values: [{ column, value: kind === 'answer' ? 'Tablet' : '1002' }] },
      });
    }
    const after = await check();
    expect(after.groups).toEqual([]);
    expect(after.joined?.unjoined).toEqual([]);
    expect(after.counts.withAnswers).toBe(3);
    expect((await after.file.text()).match(/Tablet/g)).toHaveLength(3);
  });

  it('names the answers that are dropped with their values, for the person to see before going on', async () => {
    const { check } = await joined([own(1), own(2), own(3)], ['x,1001,Yes,a', 'x,1002,Yes,a', 'x,1003,Yes,b']);
    const [group] = (await check()).groups;
    expect(group).toMatchObject({
      field: 'device',
      rows: 3,
      values: [
        { value: 'a', rows: 2 },
        { value: 'b', rows: 1 },
      ],
      moreValues: 0,
    });
  });

  it('stops when no answer has a student, and goes on without the answers', async () => {
    const { engine, settings, check } = await joined([own(1), own(2)], ['x,5,Yes,Tablet']);
    await expect(check()).rejects.toMatchObject({ phrase: phrase('prepare.none-joined') });
    await engine.answers(undefined, ticket());
    expect((await engine.check({ ...settings, answers: undefined }, ticket())).joined).toBeUndefined();
  });
});
