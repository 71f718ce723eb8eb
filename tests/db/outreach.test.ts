/** A collection's outreach plan: computed from its window, kept as it is written, and read again as a table and as a calendar. */
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '../../server/features/accounts/index.ts';
import type { OutreachPlan } from '../../server/features/outreach/contract.ts';
import { type Office, openOffice } from '../support/collect.ts';
import { testDatabase } from '../support/database.ts';

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
