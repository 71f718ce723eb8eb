import { writeFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { cellToLatLng, latLngToCell } from 'h3-js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { Anonymizer, createKey, fileBytes, guessMapping } from '../../server/domain/anonymize/index.ts';
import { certificateCommand } from '../../server/features/collect/commands.ts';
import { deleteKept, sweepUploads } from '../../server/features/collect/sweep.ts';
import { messagesIn } from '../../server/platform/messages.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import {
  CELL_OF_OTHER,
  CELLS,
  fileOf,
  HEADER,
  keyOf,
  lineOf,
  type Office,
  OTHER,
  OWN,
  openOffice,
  sha256,
  students,
} from '../support/collect.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await openOffice(database.deps);
});
afterAll(() => office?.app.close());

const begin = (collection: number, bytes: Buffer, more: object = {}) =>
  office.ask('district', 'POST', `/collections/${collection}/uploads`, {
    bytes: bytes.length,
    sha256: sha256(bytes),
    ...more,
  });
const check = (id: string) => office.ask('district', 'POST', `/uploads/${id}/check`);
const accept = (id: string, body: object = {}) => office.ask('district', 'POST', `/uploads/${id}/accept`, body);

async function loaded(collection: number): Promise<{ homes: number; cells: number }> {
  return database.deps.db.as({ role: 'intake' }, (tx) =>
    tx.one<{ homes: number; cells: number }>(
      `select count(*)::int as homes, count(distinct cell)::int as cells
       from intake.homes where collection_id = $1 and lea_id = $2`,
      [collection, OWN],
    ),
  );
}

async function bytesKept(id: string): Promise<number> {
  const { kept } = await database.deps.db.as({ role: 'intake' }, (tx) =>
    tx.one<{ kept: number }>('select coalesce(sum(length), 0)::int as kept from collect.chunks where upload_id = $1', [
      id,
    ]),
  );
  return kept;
}

/** What the command says of a certificate in a file. */
async function verified(certificate: object): Promise<string> {
  const path = `${database.dataDir}/certificate.json`;
  writeFileSync(path, JSON.stringify(certificate));
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await certificateCommand((work) => work(database.deps, silentProgress, messagesIn('en'))).parseAsync(
      ['verify', path],
      {
        from: 'user',
      },
    );
    return said.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    said.mockRestore();
  }
}

describe('an upload', () => {
  it('is checked, accepted on request, deleted and certified', async () => {
    const collection = await office.open('whole way');
    const bytes = fileOf([...students(60), `${OWN},${keyOf('a', 900)},,,none,,,,,,,,`]);
    const id = await office.send('district', collection, bytes);
    expect((await office.ask('coordinator', 'GET', `/collections/${collection}`)).json.districts.received).toBe(1);
    expect((await office.ask('district', 'GET', `/uploads/${id}`)).json).toMatchObject({
      state: 'received',
      received: bytes.length,
    });
    expect((await accept(id)).json.code).toBe('collect.not-checked');
    const checked = await check(id);
    expect(checked.json).toMatchObject({ state: 'checked', replaces: null, refusal: null, certificateId: null });
    expect(checked.json.report).toMatchObject({ rows: 61, homes: 60, noFixedResidence: 1, findings: [], warnings: [] });
    expect(await loaded(collection)).toEqual({ homes: 0, cells: 0 });
    expect(await bytesKept(id)).toBe(bytes.length);

    const accepted = await accept(id);
    expect(accepted.json).toEqual({ state: 'accepted', certificateId: id });
    expect(await loaded(collection)).toMatchObject({ homes: 60 });
    expect(await bytesKept(id)).toBe(0);
    expect((await accept(id)).json).toEqual(accepted.json);

    const { json: certificate } = await office.ask('district', 'GET', `/uploads/${id}/certificate`);
    expect(certificate).toMatchObject({ leaId: OWN, sha256: sha256(bytes), bytes: bytes.length, rows: 61 });
    expect(certificate.deletedAt).toBe(certificate.decidedAt);
    const genuine = async (given: object) =>
      (await office.ask('coordinator', 'POST', '/certificates/verify', given)).json.genuine;
    expect(await genuine(certificate)).toBe(true);
    expect(await genuine({ ...certificate, rows: 62 })).toBe(false);
    expect(await genuine({ ...certificate, more: 1 })).toBe(false);
    expect(await genuine({})).toBe(false);
    const page = await office.app.inject({
      url: `/api/v1/collect/uploads/${id}/certificate?format=html`,
      headers: { authorization: `Bearer ${office.tokens.district}` },
    });
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain(sha256(bytes));
    const moment = '\\w{3} \\d{1,2}, \\d{4}, at \\d{1,2}:\\d{2} [AP]M UTC';
    expect(certificate.statement).toMatch(
      new RegExp(
        `^Ash County Schools \\(${OWN}\\) sent a file for the collection “whole way” on ${moment}; it was checked and accepted\\. The file itself was deleted from the server on ${moment}\\.$`,
      ),
    );
    expect(page.body).toContain(certificate.statement);
    expect(page.body).toContain(`${bytes.length.toLocaleString('en-US')} bytes`);
    expect(page.body).toContain('Issued by Gapmap at http');
    expect(page.body).not.toMatch(/\d{4}-\d{2}-\d{2}T/);
    expect(page.body).not.toMatch(/<script>|onclick/);
    expect(await verified(certificate)).toContain('Genuine');
    await expect(verified({ ...certificate, bytes: 1 })).rejects.toThrow('Not genuine');
    await expect(verified([])).rejects.toThrow('Not genuine');

    const detail = await office.ask('coordinator', 'GET', `/collections/${collection}`);
    const own = detail.json.districtStates.find((d: { leaId: string }) => d.leaId === OWN);
    expect(own).toMatchObject({
      state: 'accepted',
      students: null,
      certificateId: id,
      uploadId: null,
      responseRate: { rate: 0.75 },
    });
    expect((await office.ask('coordinator', 'GET', `/uploads/${id}`)).status).toBe(403);
    const { json: copy } = await office.ask('coordinator', 'GET', `/uploads/${id}/certificate`);
    expect(copy).toMatchObject({ rows: null, bytes: null, sha256: sha256(bytes) });
    expect(copy.statement).not.toContain('61 rows');
    expect(await genuine(copy)).toBe(true);
  });

  it('of far more students than are enrolled is asked about before it is accepted and after', async () => {
    const collection = await office.open('too many');
    await office.ask('coordinator', 'PUT', `/collections/${collection}/enrollment`, {
      districts: [{ leaId: OWN, enrolled: 50 }],
    });
    const homeless = Array.from({ length: 3 }, (_, n) => `${OWN},${keyOf('a', 900 + n)},,,none,,,,,,,,`);
    const id = await office.send('district', collection, fileOf([...students(60), ...homeless]));
    const { json } = await check(id);
    expect(json.report.warnings).toMatchObject([
      { kind: 'enrollment', message: expect.stringContaining('63 students were sent') },
    ]);
    await accept(id);
    const warningsFor = async () => {
      const detail = await office.ask('coordinator', 'GET', `/collections/${collection}`);
      return detail.json.districtStates.find((d: { leaId: string }) => d.leaId === OWN).warnings;
    };
    // 60 with a home are not too many: that 63 are would tell the coordinator that some have none.
    expect(await warningsFor()).toMatchObject([]);
    await office.ask('coordinator', 'PUT', `/collections/${collection}/enrollment`, {
      districts: [{ leaId: OWN, enrolled: 49 }],
    });
    const message = expect.stringMatching(/^More students with a home on the map were sent than the 49 that/);
    expect(await warningsFor()).toMatchObject([{ kind: 'enrollment', message }]);
  });

  it('of the file that is accepted already changes nothing', async () => {
    const collection = await office.open('same');
    const bytes = fileOf(students(40));
    const id = await office.send('district', collection, bytes);
    await check(id);
    await accept(id);
    const again = await begin(collection, bytes);
    expect(again).toMatchObject({ status: 200, json: { state: 'same', certificateId: id } });
    const elsewhere = await begin(await office.open('same elsewhere'), bytes);
    expect(elsewhere.status).toBe(201);
  });

  it('goes on where a broken connection left it', async () => {
    const collection = await office.open('resumed');
    const bytes = fileOf(students(300));
    const { id } = (await begin(collection, bytes)).json;
    const put = (offset: number, end: number) =>
      office.ask('district', 'PUT', `/uploads/${id}?offset=${offset}`, bytes.subarray(offset, end));
    expect((await put(0, 1000)).json).toEqual({ received: 1000 });
    expect(await put(0, 1000)).toMatchObject({ status: 409, json: { code: 'collect.offset', received: 1000 } });
    expect(await put(5000, 6000)).toMatchObject({ status: 409, json: { received: 1000 } });
    expect(await check(id)).toMatchObject({ status: 409, json: { code: 'collect.incomplete', received: 1000 } });
    expect((await begin(collection, bytes)).json).toMatchObject({ id, received: 1000, state: 'receiving' });
    const together = await Promise.all([put(1000, 2000), put(1000, 2000), put(1000, 2000)]);
    expect(together.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    await put(2000, bytes.length);
    expect((await check(id)).json).toMatchObject({ state: 'checked', report: { homes: 300 } });
  });

  it('replaces an accepted file only on request, and says what changes', async () => {
    const collection = await office.open('replaced');
    const first = await office.send('district', collection, fileOf(students(50)));
    await check(first);
    await accept(first);
    const lines = students(50);
    lines[0] = lineOf(0, { cell: CELLS[100] });
    lines[1] = lineOf(1, { answers: 'true,,Satellite,No,,,' });
    const second = await office.send('district', collection, fileOf([...lines.slice(0, 48), lineOf(77)]));
    const checked = await check(second);
    expect(checked.json.replaces).toMatchObject({
      homesBefore: 50,
      homesAfter: 49,
      added: 1,
      removed: 2,
      moved: 1,
      answersChanged: 1,
    });
    expect(await accept(second)).toMatchObject({ status: 409, json: { code: 'collect.replaces' } });
    expect(await loaded(collection)).toMatchObject({ homes: 50 });
    expect((await accept(second, { replace: true })).status).toBe(200);
    expect(await loaded(collection)).toMatchObject({ homes: 49 });
  });

  it('does not replace what was accepted after it was checked', async () => {
    const collection = await office.open('overtaken');
    const slow = await office.send('district', collection, fileOf(students(40)));
    const quick = await office.send('district', collection, fileOf(students(30)));
    await check(slow);
    await check(quick);
    await accept(quick);
    expect(await accept(slow, { replace: true })).toMatchObject({ status: 409, json: { code: 'collect.changed' } });
    expect((await check(slow)).json.replaces).toMatchObject({ homesBefore: 30, homesAfter: 40 });
    const both = await Promise.all([accept(slow, { replace: true }), accept(slow, { replace: true })]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await loaded(collection)).toMatchObject({ homes: 40 });
  });

  it('cannot be read, sent, checked, accepted or deleted by another district', async () => {
    const collection = await office.open('others');
    const id = await office.send('district', collection, fileOf(students(30)));
    for (const [method, path] of [
      ['GET', ''],
      ['PUT', '?offset=0'],
      ['DELETE', ''],
      ['POST', '/check'],
      ['POST', '/accept'],
      ['GET', '/report.csv'],
      ['GET', '/certificate'],
    ] as const)
      expect(
        (await office.ask('other', method, `/uploads/${id}${path}`, method === 'PUT' ? Buffer.from('x') : undefined))
          .status,
      ).toBe(404);
    expect((await office.ask('district', 'GET', `/uploads/${id}`)).json.state).toBe('received');
  });

  it('is kept sealed: the database holds no byte of it in the clear', async () => {
    const collection = await office.open('sealed');
    const id = await office.send('district', collection, fileOf(students(30)));
    const { sealed } = await database.deps.db.as({ role: 'intake' }, (tx) =>
      tx.one<{ sealed: Buffer }>('select sealed from collect.chunks where upload_id = $1', [id]),
    );
    expect(sealed.includes(Buffer.from(OWN))).toBe(false);
    expect(sealed.includes(Buffer.from('lea_id'))).toBe(false);
  });

  it('left alone for a day, or discarded, is deleted and certified; one without a byte leaves no trace', async () => {
    const collection = await office.open('gone');
    const state = async () =>
      (await office.ask('district', 'GET', `/collections/${collection}`)).json.districtStates[0].state;
    await office.ask('district', 'POST', `/collections/${collection}/prepared`, { students: 30 });
    const alone = await office.send('district', collection, fileOf(students(30)));
    expect(await state()).toBe('received');
    await database.deps.db.asOwner((tx) =>
      tx.run("update collect.uploads set touched_at = now() - interval '25 hours' where id = $1", [alone]),
    );
    await sweepUploads(database.deps.db);
    expect(await bytesKept(alone)).toBe(0);
    expect(await state()).toBe('prepared');
    expect((await office.ask('district', 'GET', `/uploads/${alone}/certificate`)).json).toMatchObject({
      outcome: 'abandoned',
      rows: null,
      deletedAt: expect.any(String),
    });
    const discarded = await office.send('district', collection, fileOf(students(31)));
    expect((await office.ask('district', 'DELETE', `/uploads/${discarded}`)).json).toEqual({
      certificateId: discarded,
    });
    expect(await office.ask('district', 'PUT', `/uploads/${discarded}?offset=0`, Buffer.from('x'))).toMatchObject({
      status: 409,
      json: { code: 'collect.over' },
    });
    const empty = (await begin(collection, Buffer.from('never sent'))).json.id;
    expect((await office.ask('district', 'DELETE', `/uploads/${empty}`)).json).toEqual({ certificateId: null });
    expect((await office.ask('district', 'GET', `/uploads/${empty}`)).status).toBe(404);
  });

  it('is kept for as long as the operator says, and the certificate says until when', async () => {
    const collection = await office.open('kept');
    const keeping = await buildApp({ ...database.deps, config: { ...database.deps.config, keepUploadsHours: 48 } });
    const id = await office.send('district', collection, fileOf(students(30)));
    await check(id);
    const accepted = await keeping.inject({
      method: 'POST',
      url: `/api/v1/collect/uploads/${id}/accept`,
      headers: { authorization: `Bearer ${office.tokens.district}` },
    });
    expect(accepted.statusCode).toBe(200);
    await keeping.close();
    const certificate = async () => (await office.ask('district', 'GET', `/uploads/${id}/certificate`)).json;
    expect(await certificate()).toMatchObject({ deletedAt: null, deleteAfter: expect.any(String) });
    expect(await bytesKept(id)).toBeGreaterThan(0);
    await deleteKept(database.deps.db, { id, lea_id: OWN });
    expect(await certificate()).toMatchObject({ deletedAt: expect.any(String) });
    expect(await bytesKept(id)).toBe(0);
    expect(await loaded(collection)).toMatchObject({ homes: 30 });
  });

  it('reports how many students contradict themselves, and how they are counted', async () => {
    const collection = await office.open('contradicting');
    const notes = async (count: number) => {
      const lines = students(count, { answers: 'false,,Residential Broadband,,,,' });
      return (await check(await office.send('district', collection, fileOf(lines)))).json.report.notes;
    };
    const rest =
      'answers that contradict each other (for example no internet, but cable). The answer about internet, or about the device, is kept and the other ignored.';
    expect(await notes(1)).toEqual([`1 student has ${rest}`]);
    expect(await notes(1200)).toEqual([`1,200 students have ${rest}`]);
  });

  it('carries warnings of what a person would ask about', async () => {
    const collection = await office.open('odd');
    const odd = students(200, {
      cell: CELL_OF_OTHER,
      answers: 'true,,Residential Broadband,Yes,Chromebook,Not Shared,School',
    });
    const id = await office.send('district', collection, fileOf(odd));
    const { json } = await check(id);
    expect(json.report.warnings.map(({ kind }: { kind: string }) => kind)).toEqual([
      'one_cell',
      'outside_district',
      'answers_alike',
      'nobody_without',
    ]);
    expect((await accept(id)).json).toMatchObject({ code: 'collect.one-cell' });
    expect((await accept(id, { manyInOnePlace: true })).json.state).toBe('accepted_with_notes');
    const detail = await office.ask('coordinator', 'GET', `/collections/${collection}`);
    // That nobody is without internet is a count: the district's alone.
    expect(detail.json.districtStates.find((d: { leaId: string }) => d.leaId === OWN).warnings).toMatchObject([
      { kind: 'one_cell', message: expect.stringMatching(/^98 % or more of the homes/) },
      { kind: 'outside_district', message: expect.stringMatching(/^98 % or more of the homes/) },
      { kind: 'answers_alike', message: expect.stringMatching(/^98 % or more of those who answered/) },
    ]);
    const enEspanol = await office.ask('coordinator', 'GET', `/collections/${collection}?lang=es`);
    expect(enEspanol.json.districtStates.find((d: { leaId: string }) => d.leaId === OWN).warnings).toMatchObject([
      { kind: 'one_cell', message: expect.stringMatching(/^98 % o más de las viviendas están/) },
      { kind: 'outside_district', message: expect.stringMatching(/fuera del distrito/) },
      { kind: 'answers_alike', message: expect.stringMatching(/exactamente las mismas respuestas/) },
    ]);
  });
});

describe('an upload whose homes stand at the state’s schools', () => {
  const SCHOOLS = CELLS.slice(0, 12);
  beforeAll(() =>
    database.deps.db.asOwner((tx) =>
      tx.run(
        `insert into places.places (kind, id, name, state_fips, label_point)
         select 'school', id, id, '54', ST_SetSRID(ST_MakePoint(lng, lat), 4326)
         from unnest($1::text[], $2::double precision[], $3::double precision[]) as s(id, lng, lat)`,
        [
          SCHOOLS.map((_, n) => `54-${n}`),
          SCHOOLS.map((cell) => cellToLatLng(cell)[1]),
          SCHOOLS.map((cell) => cellToLatLng(cell)[0]),
        ],
      ),
    ),
  );
  afterAll(() => database.deps.db.asOwner((tx) => tx.run("delete from places.places where kind = 'school'")));

  it('is asked about before it is accepted, and goes on when confirmed', async () => {
    const collection = await office.open('at schools');
    const lines = Array.from({ length: 120 }, (_, n) => lineOf(n, { cell: SCHOOLS[n % SCHOOLS.length] }));
    const id = await office.send('district', collection, fileOf(lines));
    expect((await check(id)).json.report.warnings).toMatchObject([
      { kind: 'at_schools', message: expect.stringContaining('100 % of the homes stand at schools') },
    ]);
    expect(await accept(id)).toMatchObject({ status: 409, json: { code: 'collect.one-cell' } });
    expect(await loaded(collection)).toMatchObject({ homes: 0 });
    expect((await accept(id, { manyInOnePlace: true })).json.state).toBe('accepted_with_notes');
    expect(await loaded(collection)).toMatchObject({ homes: 120 });
  });

  it('is not asked about where fewer than half of them do', async () => {
    const collection = await office.open('some at schools');
    const lines = Array.from({ length: 120 }, (_, n) => lineOf(n, { cell: n < 59 ? SCHOOLS[n % 12] : CELLS[n] }));
    const id = await office.send('district', collection, fileOf(lines));
    expect((await check(id)).json.report.warnings).toEqual([]);
    expect((await accept(id)).status).toBe(200);
  });
});

describe('what the anonymizer writes', () => {
  it('is accepted row for row, and the same student is recognized in the next file', async () => {
    const header = ['Student ID', 'Street', 'Zip', 'Lat', 'Long', 'Address Type', 'Grade', 'InternetAccess', 'Barrier'];
    const key = createKey(OWN, new Uint8Array(32).fill(7), '2026-11-25');
    const exported = (count: number, moved: number) => {
      const rows = Array.from({ length: count }, (_, n) => [
        String(10_000 + n),
        `${n >> 1} Example Street`,
        '26601',
        String(38.4 + (n >> 1) / 1000 + (n === moved ? 0.05 : 0)),
        '-80.5',
        n % 50 === 7 ? 'Shelter' : 'Home',
        '5',
        n % 3 === 0 ? 'No' : 'Yes',
        n % 3 === 0 ? 'Not Affordable' : '',
      ]);
      const anonymizer = new Anonymizer({ key, mapping: guessMapping(header, rows).mapping, width: header.length });
      rows.forEach((row, n) => {
        anonymizer.add(row, n + 2);
      });
      anonymizer.finish();
      return Buffer.concat([...fileBytes(OWN, anonymizer.table)]);
    };
    const collection = await office.open('from the anonymizer');
    const id = await office.send('district', collection, exported(200, -1));
    expect((await check(id)).json.report).toMatchObject({ rows: 200, homes: 196, noFixedResidence: 4, findings: [] });
    expect((await accept(id)).json.state).toBe('accepted');
    const next = await office.send('district', collection, exported(199, 20));
    expect((await check(next)).json.replaces).toMatchObject({ added: 0, removed: 1, moved: 1, answersChanged: 0 });
  });
});

describe('a student without fixed residence', () => {
  const kept = () =>
    database.deps.db.as({ role: 'intake' }, (tx) =>
      tx.rows('select lea_id, octet_length(student_key) as bytes from intake.no_fixed_residence'),
    );
  const rowsWith = async (name: string, extra: readonly string[]) => {
    const id = await office.send('district', await office.open(name), fileOf([...students(30), ...extra]));
    return (await check(id)).json;
  };

  it('is counted, and nothing else in the row is kept', async () => {
    const { report } = await rowsWith('unplaced', [
      `${OWN},${keyOf('a', 700)},,,none,,,,,,,,`,
      `${OWN},${keyOf('a', 701)},${keyOf('b', 701)},${CELLS[3]},None,05,true,,,,,,`,
      `${OWN},${keyOf('a', 702)},,,Shelter,,,,,,,,`,
      `${OWN},${keyOf('a', 700)},,,none,,,,,,,,`,
      `${OWN},${keyOf('a', 3)},,,none,,,,,,,,`,
    ]);
    expect(report).toMatchObject({ rows: 35, homes: 30, noFixedResidence: 2 });
    expect(report.findings.map(({ line, kind, leftOut }: Record<string, string>) => [line, kind, leftOut])).toEqual([
      [33, 'residence', 'answer'],
      [34, 'residence', 'row'],
      [35, 'student repeated', 'row'],
      [36, 'student repeated', 'row'],
    ]);
    expect(JSON.stringify(report)).not.toContain('Shelter');
    const before = (await kept()).length;
    const id = await office.send(
      'district',
      await office.open('unplaced, loaded'),
      fileOf([...students(30), `${OWN},${keyOf('a', 700)},,,none,,,,,,,,`]),
    );
    await check(id);
    await accept(id);
    expect(await kept()).toHaveLength(before + 1);
    expect((await kept()).at(-1)).toEqual({ lea_id: OWN, bytes: 16 });
  });
});

describe('a dirty upload', () => {
  const good = students(40);
  const edited = (change: (text: string) => string) => Buffer.from(change(fileOf(good).toString()));
  const cellOfSize7 = latLngToCell(38.5, -80.5, 7);
  const longLine = Buffer.concat([fileOf(good), Buffer.alloc(5 << 20, 'x')]);

  it.each<[string, Buffer, string]>([
    ['UTF-16', Buffer.from(`\ufeff${fileOf(good)}`, 'utf16le'), 'csv.utf-16'],
    ['null bytes in the first line', edited((text) => `\0\0${text}`), 'csv.binary'],
    [
      'Windows-1252',
      Buffer.concat([fileOf(good), Buffer.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x0a])]),
      'csv.not-utf-8',
    ],
    ['a workbook by another name', Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(200)]), 'csv.workbook'],
    ['a compressed file', gzipSync(fileOf(good)), 'csv.compressed'],
    ['a line without an end', longLine, 'csv.line-too-long'],
    ['a quotation mark that is never closed', edited((text) => `${text}"${OWN},`), 'csv.open-quote'],
    ['no header', edited((text) => text.slice(text.indexOf('\n') + 1)), 'homes.no-header'],
    ['a header alone', Buffer.from(`${HEADER}\n`), 'homes.no-rows'],
    ['a column of names', edited((text) => text.replace('grade_level', 'student_name')), 'homes.identifying'],
    ['a column we do not know', edited((text) => text.replace('grade_level', 'bus_route')), 'homes.unknown-columns'],
    ['addresses for cells', fileOf([...good, lineOf(90, { cell: '12 Example Street' })]), 'homes.identifying'],
    ['another district', fileOf([...good, lineOf(91, { lea: OTHER })]), 'collect.other-district'],
    ['cells of another size', fileOf(good.map((_, n) => lineOf(n, { cell: cellOfSize7 }))), 'homes.too-many-bad-rows'],
    [
      'a value too few in each row',
      fileOf(good.map((line) => line.slice(0, line.lastIndexOf(',')))),
      'homes.too-many-bad-rows',
    ],
  ])('is refused whole: %s', async (name, bytes, code) => {
    const collection = await office.open(`dirt: ${name}`);
    const { id } = (await begin(collection, bytes)).json;
    for (let at = 0; at < bytes.length; at += 4 << 20)
      await office.ask('district', 'PUT', `/uploads/${id}?offset=${at}`, bytes.subarray(at, at + (4 << 20)));
    const checked = await check(id);
    expect(checked.json).toMatchObject({ state: 'refused', refusal: { code } });
    expect(checked.body).not.toMatch(/Example|Müller|Street/);
    expect(await bytesKept(id)).toBe(0);
    expect(await loaded(collection)).toEqual({ homes: 0, cells: 0 });
    expect((await accept(id)).json.code).toBe('collect.over');
    const detail = await office.ask('district', 'GET', `/collections/${collection}`);
    expect(detail.json.districtStates[0].state).toBe('not_started');
    expect((await office.ask('district', 'GET', `/uploads/${id}/certificate`)).json.outcome).toBe('refused');
  });

  it('with a few bad rows has each reported by line, and no value repeated', async () => {
    const collection = await office.open('rows');
    const bytes = fileOf([
      ...good,
      `${OWN},not a key at all,${keyOf('b', 1)},${CELLS[0]},,05,,,,,,,`,
      lineOf(60, { answers: '=cmd|calc,,,,,,' }),
      lineOf(61, { answers: 'true\0,,,,,,' }),
      lineOf(62, { answers: '😀,,,,,,' }),
      lineOf(5),
    ]);
    const id = await office.send('district', collection, bytes);
    const { json, body } = await check(id);
    expect(json.state).toBe('checked');
    expect(json.report.findingCounts).toEqual({ 'not a key': 1, 'unknown code': 3, 'student repeated': 1 });
    expect(body).not.toMatch(/cmd|😀|not a key at/);
    const csv = await office.ask('district', 'GET', `/uploads/${id}/report.csv`);
    expect(csv.body.trimEnd().split('\r\n')).toHaveLength(6);
    expect((await accept(id)).json.state).toBe('accepted_with_notes');
    expect(await loaded(collection)).toMatchObject({ homes: 43 });
  });

  it('damaged on the way is found by its checksum, and can be sent again', async () => {
    const collection = await office.open('damaged');
    const bytes = fileOf(good);
    const { id } = (await begin(collection, bytes)).json;
    await office.ask('district', 'PUT', `/uploads/${id}?offset=0`, Buffer.alloc(bytes.length, 'x'));
    expect(await check(id)).toMatchObject({ status: 422, json: { code: 'collect.checksum', received: 0 } });
    expect(await bytesKept(id)).toBe(0);
    await office.ask('district', 'PUT', `/uploads/${id}?offset=0`, bytes);
    expect((await check(id)).json.state).toBe('checked');
  });

  it('whose connection breaks inside a piece keeps nothing of that piece', async () => {
    const collection = await office.open('broken');
    const bytes = fileOf(good);
    const { id } = (await begin(collection, bytes)).json;
    await office.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = office.app.server.address() as AddressInfo;
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          `PUT /api/v1/collect/uploads/${id}?offset=0 HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n` +
            `authorization: Bearer ${office.tokens.district}\r\ncontent-type: application/octet-stream\r\n` +
            `content-length: ${bytes.length}\r\n\r\n`,
        );
        socket.write(bytes.subarray(0, 100));
        socket.end();
      });
      let heard = '';
      socket.on('data', (chunk) => {
        heard += chunk.toString();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(heard));
    });
    expect(answer).not.toContain('200 OK');
    expect((await office.ask('district', 'GET', `/uploads/${id}`)).json).toMatchObject({ received: 0 });
  });

  it.each<[string, object, number, string]>([
    ['an empty file', { bytes: 0 }, 422, 'collect.empty'],
    ['a file beyond measure', { bytes: 2 ** 31 }, 413, 'collect.too-large'],
    ['a workbook', { fileName: 'Students.XLSX' }, 422, 'collect.workbook'],
    ['an archive', { fileName: 'students.csv.gz' }, 422, 'collect.archive'],
    ['bytes that are no number', { bytes: 'many' }, 400, 'request.invalid'],
    ['a checksum that is none', { sha256: 'abc' }, 400, 'request.invalid'],
  ])('is refused before its first byte: %s', async (_name, more, status, code) => {
    const collection = await office.open(`begin ${_name}`);
    expect(await begin(collection, Buffer.from('x'), more)).toMatchObject({ status, json: { code } });
  });

  it('with a bad piece keeps the pieces sent before', async () => {
    const collection = await office.open('pieces');
    const bytes = fileOf(good);
    const { id } = (await begin(collection, bytes)).json;
    const put = (query: string, payload: Buffer | object) =>
      office.ask('district', 'PUT', `/uploads/${id}?${query}`, payload);
    expect(await put('offset=0', Buffer.alloc(0))).toMatchObject({
      status: 400,
      json: { code: 'collect.chunk-empty' },
    });
    expect(await put('offset=0', { bytes: 'in JSON' })).toMatchObject({
      status: 415,
      json: { code: 'collect.chunk-kind' },
    });
    expect(await put('offset=0', Buffer.alloc(bytes.length + 1))).toMatchObject({
      json: { code: 'collect.too-many-bytes' },
    });
    expect(await put('offset=0', Buffer.alloc((4 << 20) + 1))).toMatchObject({
      status: 413,
      json: { code: 'request.too-large' },
    });
    expect((await put('offset=-1', Buffer.from('x'))).status).toBe(400);
    expect((await put('offset=9e15', Buffer.from('x'))).status).toBe(409);
    expect((await put('', Buffer.from('x'))).status).toBe(400);
    expect((await office.ask('district', 'GET', '/uploads/../../etc')).status).toBe(404);
    expect((await office.ask('district', 'GET', '/uploads/not-an-upload')).status).toBe(400);
    expect((await office.ask('district', 'GET', `/uploads/${id}`)).json).toMatchObject({
      received: 0,
      state: 'receiving',
    });
  });
});
