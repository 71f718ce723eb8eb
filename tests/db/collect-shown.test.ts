/** What a coordinator can find out of a district's file, and the district itself. */
import { beforeAll, describe, expect, it } from 'vitest';
import { fileOf, lineOf, type Office, OWN, openOffice } from '../support/collect.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
let office: Office;
let collection: number;

const NOBODY = ',,,,,,';
/** Some answered, the others not. */
const lines = (count: number, answered: number) =>
  Array.from({ length: count }, (_, n) => lineOf(n, n < answered ? { answers: ANSWERED } : { answers: NOBODY }));
const ANSWERED = 'false,Not Affordable,,,Smartphone,Shared,Personal';

beforeAll(async () => {
  office = await openOffice(database.deps);
  collection = await office.open('shown');
});

async function send(count: number, answered: number): Promise<void> {
  const id = await office.send('district', collection, fileOf(lines(count, answered)));
  await office.ask('district', 'POST', `/uploads/${id}/check`);
  const accepted = await office.ask('district', 'POST', `/uploads/${id}/accept`, { replace: true });
  expect(accepted.status).toBe(200);
}

async function seenBy(role: 'coordinator' | 'district') {
  const { json } = await office.ask(role, 'GET', `/collections/${collection}`);
  const { students, responseRate, rateOf, questionRates, previousResponseRate, warnings, enrolled } =
    json.districtStates.find(({ leaId }: { leaId: string }) => leaId === OWN);
  return {
    students,
    responseRate,
    rateOf,
    questionRates,
    previousResponseRate,
    warnings,
    enrolled,
    overall: json.overall,
  };
}

const enroll = (enrolled: number | null) =>
  office.ask('coordinator', 'PUT', `/collections/${collection}/enrollment`, { districts: [{ leaId: OWN, enrolled }] });

describe('a coordinator', () => {
  it('sees whole percents of a district, which itself sees its exact figures', async () => {
    await send(113, 80);
    expect(await seenBy('district')).toMatchObject({ students: 113, responseRate: { rate: 80 / 113 }, overall: null });
    const seen = await seenBy('coordinator');
    expect(seen).toMatchObject({
      students: null,
      responseRate: { rate: 0.71 },
      rateOf: 'sent',
      overall: { response: { rate: 0.71, districts: 1 } },
    });
    expect(JSON.stringify(seen)).not.toMatch(/0\.\d{3}|\b113\b|\b80\b/);
  });

  it('sees nothing move when fewer than ten students changed since', async () => {
    const before = await seenBy('coordinator');
    await send(113, 87);
    expect(await seenBy('coordinator')).toEqual(before);
    expect((await seenBy('district')).responseRate).toEqual({ rate: 87 / 113 });
    await send(120, 89);
    expect(await seenBy('coordinator')).toEqual(before);
    await send(120, 90);
    expect(await seenBy('coordinator')).toMatchObject({ responseRate: { rate: 0.75 } });
  });

  it('finds no exact count by trying enrollments', async () => {
    const answers = async () => {
      const all: unknown[] = [];
      for (let enrolled = 80; enrolled <= 130; enrolled += 5) {
        await enroll(enrolled);
        const { responseRate, rateOf, warnings } = await seenBy('coordinator');
        all.push({ enrolled, responseRate, rateOf, warnings });
      }
      return all;
    };
    const before = await answers();
    await send(121, 91);
    expect(await answers()).toEqual(before);
    await enroll(null);
  });

  it('sees no figure of a file that was taken back, and of the next one only what ten students changed', async () => {
    const before = await seenBy('coordinator');
    expect((await office.ask('district', 'DELETE', `/collections/${collection}/accepted`)).status).toBe(200);
    expect(await seenBy('coordinator')).toMatchObject({ responseRate: null, questionRates: {}, warnings: [] });
    await send(118, 91);
    expect(await seenBy('coordinator')).toEqual(before);
  });
});
