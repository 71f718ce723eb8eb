/** A collection's outreach plan, read again as table, calendar and PDF; and how districts respond, by day, by step and as a call list. */
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '../../server/features/accounts/index.ts';
import type { OutreachPlan } from '../../server/features/outreach/contract.ts';
import type { ResponseAnswer } from '../../server/features/outreach/contract-response.ts';
import { fileOf, type Office, OTHER, OWN, openOffice, students } from '../support/collect.ts';
import { testDatabase } from '../support/database.ts';
import { nodesOf, readPdf, withoutSpace } from '../support/read-pdf.ts';

const database = testDatabase();
let office: Office;
let collection = 0;

beforeAll(async () => {
  office = await openOffice(database.deps);
  const made = await office.ask('coordinator', 'POST', '/collections', {
    name: 'Spring, of the test; with marks',
    opensOn: '2027-03-01',
    closesOn: '2027-04-30',
    questions: ['device'],
  });
  collection = made.json.id;
});
afterAll(() => office?.app.close());

const planNow = async (lang = 'en') =>
  (await office.ask('coordinator', 'GET', `/collections/${collection}/plan?lang=${lang}`)).json as OutreachPlan;
const fileAt = async (ending: string) =>
  (await office.ask('coordinator', 'GET', `/collections/${collection}/plan.${ending}?lang=es`)).body;

/** Of a calendar as another program reads it. */
function eventsIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return [event.startDate.toString(), event.summary, event.description ?? '', event.uid];
  });
}

async function pdfOf(id: number, lang: string) {
  const answer = await office.app.inject({
    url: `/api/v1/collect/collections/${id}/plan.pdf?lang=${lang}`,
    headers: { authorization: `Bearer ${office.tokens.coordinator}` },
  });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  return readPdf(answer.rawPayload);
}

describe('an outreach plan', () => {
  it('is made from the window, in the reader’s language, and kept by nobody', async () => {
    const { plan, writtenAt } = await planNow();
    expect(writtenAt).toBeNull();
    expect(plan.map(({ on, told }) => `${on} ${told}`)).toEqual([
      '2027-01-25 legislators',
      '2027-02-01 districts',
      '2027-02-15 schools',
      '2027-02-22 families',
      '2027-03-01 districts',
      '2027-03-31 districts',
      '2027-04-23 districts',
      '2027-04-27 districts',
      '2027-05-03 districts',
      '2027-06-29 legislators',
      '2027-06-29 providers',
    ]);
    expect(plan[1]?.what).toBe('Invite 2 districts: from Mar 1, 2027 to Apr 30, 2027. Ask who will send the file.');
    expect((await planNow('es')).plan[1]?.what).toContain('Invite a 2 distritos');
  });

  it('is kept as it is ticked, edited and assigned, by day, with who wrote it; the act is in the log', async () => {
    const { plan } = await planNow();
    const [first, ...others] = plan;
    const edited = { ...first, on: '2027-05-31', what: 'Tell them, once; and again', assigned: 'Pat', done: true };
    const kept = await office.ask('coordinator', 'PUT', `/collections/${collection}/plan`, {
      plan: [edited, ...others],
    });
    expect(kept.status).toBe(204);
    const now = await planNow('es');
    expect(now.plan[8]).toEqual(edited);
    expect(now.writtenBy).toBe('link “coordinator of the test”');
    const acts = await database.deps.db.asOwner((tx) =>
      tx.rows<{ thing: string }>("select thing from audit.entries where did = 'outreach.planned'"),
    );
    expect(acts).toEqual([{ thing: `collection ${collection}` }]);
  });

  it('is opened again as a table', async () => {
    const { plan } = await planNow('es');
    const rows = parse(await fileAt('csv'), { bom: true }) as string[][];
    expect(rows[0]).toEqual(['El', 'A quién', 'Qué', 'Por quién', 'Hecho']);
    expect(rows.slice(1).map(([on, , what, who, done]) => [on, what, who, done !== ''])).toEqual(
      plan.map(({ on, what, assigned, done }) => [on, what, assigned, done]),
    );
  });

  it('is opened again as a calendar of whole days, whose lines keep to 75 bytes', async () => {
    const { plan } = await planNow('es');
    const text = await fileAt('ics');
    const events = eventsIn(text);
    expect(events.map(([on, what, who]) => [on, what, who])).toEqual(
      plan.map(({ on, what, assigned }) => [on, what, assigned]),
    );
    expect(new Set(events.map(([, , , uid]) => uid)).size).toBe(plan.length);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.split('\n').every((line) => line === '' || line.endsWith('\r'))).toBe(true);
  });

  it('is opened again as a PDF that is tagged: every step, who has no contact, and that nothing came before', async () => {
    const { plan } = await planNow('es');
    const pdf = await pdfOf(collection, 'es');
    expect([pdf.language, pdf.isMarked, pdf.saysUa]).toEqual(['es', true, true]);
    expect(pdf.title).toBe('Plan de difusión: Spring, of the test; with marks');
    const rows = nodesOf(pdf.nodes, /^TR$/).map(({ children }) => children.map(({ text }) => withoutSpace(text)));
    expect(rows[0]).toEqual(['El', 'Aquién', 'Qué', 'Porquién', 'Hecho']);
    expect(rows.slice(1).map(([, , what, who]) => [what, who])).toEqual(
      plan.map(({ what, assigned }) => [withoutSpace(what), withoutSpace(assigned)]),
    );
    const text = withoutSpace(pdf.nodes.map((node) => node.text).join(' '));
    expect(text).toContain(withoutSpace('En 2 de 2 distritos no se sabe a quién escribir:'));
    expect(text).toContain(withoutSpace('Antes no hubo ninguna recolección'));
  });

  it('of a hundred long steps keeps to its pages', async () => {
    const long = {
      on: '2027-03-01',
      told: 'districts',
      what: 'Tell them. '.repeat(27).trim(),
      assigned: 'Pat of the state office, and '.repeat(3).slice(0, 80),
      done: true,
    };
    const before = (await planNow()).plan;
    const put = (plan: object[]) => office.ask('coordinator', 'PUT', `/collections/${collection}/plan`, { plan });
    expect((await put(Array(100).fill(long))).status).toBe(204);
    const pdf = await pdfOf(collection, 'en');
    expect(nodesOf(pdf.nodes, /^TR$/).filter(({ text }) => text.includes('Tell them.'))).toHaveLength(100);
    expect((await put(before)).status).toBe(204);
  });

  it('is refused with a day that is none, and of a collection that another state has', async () => {
    const entry = { on: '2027-02-30', told: 'districts', what: 'x', assigned: '', done: false };
    const refused = await office.ask('coordinator', 'PUT', `/collections/${collection}/plan`, { plan: [entry] });
    expect([refused.status, refused.json.code]).toEqual([400, 'outreach.day']);
    const { token } = await createToken(database.deps, {
      role: 'coordinator',
      stateFips: '51',
      label: 'neighbor',
      days: 1,
    });
    const headers = { authorization: `Bearer ${token}` };
    const url = `/api/v1/collect/collections/${collection}/plan`;
    const put = await office.app.inject({ method: 'PUT', url, headers, payload: { plan: [] } });
    expect([(await office.app.inject({ url, headers })).statusCode, put.statusCode]).toEqual([404, 404]);
    expect((await planNow()).plan).toHaveLength(11);
  });
});

describe('how districts respond', () => {
  const responseTo = async (id: number, lang = 'en') =>
    (await office.ask('coordinator', 'GET', `/collections/${id}/response?lang=${lang}`)).json as ResponseAnswer;
  const stages = ({ stages: all }: ResponseAnswer) =>
    Object.fromEntries(all.filter(({ districts }) => districts > 0).map(({ stage, districts }) => [stage, districts]));

  it('is counted by step and day as they open, prepare, send and accept, and says whom to call and why', async () => {
    const id = await office.open('of steps');
    expect(stages(await responseTo(id))).toEqual({ nothing: 2 });
    await office.ask('district', 'GET', `/collections/${id}`);
    await office.ask('district', 'GET', `/collections/${id}`);
    expect(stages(await responseTo(id))).toEqual({ nothing: 1, opened: 1 });
    await office.ask('district', 'POST', `/collections/${id}/prepared`, { students: 40 });
    expect(stages(await responseTo(id))).toEqual({ nothing: 1, prepared: 1 });
    await office.send('district', id, fileOf(students(40)));
    await office.ask('coordinator', 'PUT', `/collections/${id}/enrollment`, {
      districts: [{ leaId: OTHER, enrolled: 900 }],
    });
    const sent = await responseTo(id);
    expect(stages(sent)).toEqual({ nothing: 1, sent: 1 });
    expect(sent.calls.map(({ leaId, reasons }) => [leaId, reasons[0]])).toEqual([
      [OWN, 'Has sent 1 file, and not accepted: one step is left.'],
      [OTHER, 'Has never opened its link.'],
    ]);
    expect(sent.calls[1]?.reasons).toContain('Enrolls 900 students.');
    await office.accept('district', id, fileOf(students(41)));
    await office.ask('coordinator', 'POST', `/collections/${id}/calls`, { leaId: OTHER, reached: true });
    const { days, districts, calls, total } = await responseTo(id, 'es');
    const own = districts.find(({ leaId }) => leaId === OWN);
    const today = new Date().toISOString().slice(0, 10);
    expect(own).toMatchObject({ stage: 'accepted', openedOn: today, preparedOn: today, acceptedOn: today, files: 2 });
    expect(total).toBe(2);
    expect(days.at(-1)).toMatchObject({ opened: 1, prepared: 1, sent: 1, accepted: 1 });
    expect(days.at(-1)?.messages).toEqual([{ message: 'call', districts: 1 }]);
    expect(days).toHaveLength(11);
    expect(calls.map(({ leaId }) => leaId)).toEqual([OTHER]);
    expect(calls[0]?.reasons.join(' ')).toContain('Contestó por teléfono');
    const table = parse((await office.ask('coordinator', 'GET', `/collections/${id}/calls.csv`)).body, {
      bom: true,
      columns: true,
    }) as Record<string, string>[];
    expect(table).toMatchObject([{ rank: '1', lea_id: OTHER, telephone: '' }]);
  });

  it('is what the next plan expects', async () => {
    const id = await office.open('after it');
    const { reach } = (await office.ask('coordinator', 'GET', `/collections/${id}/plan`)).json as OutreachPlan;
    expect(reach.before).toEqual({ collection: 'of steps', accepted: 1, districts: 2, halfAfterDays: 10, expected: 1 });
    const pdf = await pdfOf(id, 'en');
    const text = withoutSpace(pdf.nodes.map((node) => node.text).join(' '));
    expect(text).toContain(withoutSpace('If it goes as then, 1 of 2 districts will be done by the last day.'));
  });

  it('tells a district its own steps alone, and nothing of them stays once what it sent is forgotten', async () => {
    const seen = await database.deps.db.as({ role: 'collector', leaId: OTHER }, (tx) =>
      tx.rows('select step from collect.steps'),
    );
    expect(seen).toEqual([]);
    const left = await database.deps.db.as({ role: 'intake' }, async (tx) => {
      await tx.run('delete from collect.districts where lea_id = $1', [OWN]);
      return tx.run('delete from collect.districts');
    });
    expect(left).toBe(0);
    const steps = await database.deps.db.asOwner((tx) => tx.rows('select from collect.steps'));
    expect(steps).toEqual([]);
  });
});
