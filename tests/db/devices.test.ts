/** The order sheet: what is published of devices, and nothing that is hidden as a zero. */
import type { FastifyInstance } from 'fastify';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { PLACE_COUNT_KEYS } from '../../server/domain/statistic.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
let app: FastifyInstance;
let agency: string;

/** By audience and district: students, then no device, shared, only a phone. */
const PUBLISHED = {
  public: { '5400030': [400, 20, null, 10], '5400060': [300, 15, 15, 0], '5400090': [40, null, null, null] },
  agency: { '5400030': [400, 21, 11, 10], '5400060': [300, 14, 16, 0] },
} as const;

beforeAll(async () => {
  await database.deps.db.asOwner(async (tx) => {
    for (const [id, name] of [
      ['5400030', 'Barbour County Schools'],
      ['5400060', 'Berkeley County Schools'],
      ['5400090', 'Boone County Schools'],
    ] as const)
      await tx.run(
        `insert into places.places (kind, id, name, state_fips, geom, label_point, illustrative)
         values ('school_district', $1, $2, '54', null, st_setsrid(st_makepoint(-80, 39), 4326), false)`,
        [id, name],
      );
    const { id } = await tx.one<{ id: number }>(
      `insert into published.releases (name, floor_students, floor_households, synthetic, statistics, benchmark, state_fips, state_name, collection_name, standing)
       values ('Fall', 10, 5, true, '{}', '100_20', '54', 'West Virginia', 'fall', 'published')
       returning id`,
    );
    await tx.run("insert into published.current (state_fips, release_id) values ('54', $1)", [id]);
    for (const [audience, districts] of Object.entries(PUBLISHED))
      for (const [lea, [students, none, shared, phone]] of Object.entries(districts)) {
        const value: Record<string, number | null> = {
          'device.none': none,
          'device.shared': shared,
          'device.unsuitable': phone,
        };
        await tx.run(
          `insert into published.place_totals (release_id, audience, kind, id, students, households, counts, hidden)
           values ($1, $2, 'school_district', $3, $4, 100, $5, '')`,
          [id, audience, lea, students, PLACE_COUNT_KEYS.map((key) => (key in value ? value[key] : 0))],
        );
      }
  });
  agency = (await createToken(database.deps, { role: 'agency', label: 'office', days: 1, stateFips: '54' })).token;
  app = await buildApp(database.deps);
  await app.ready();
});
afterAll(() => app?.close());

const read = (query: string, token?: string) =>
  app.inject({ url: `/api/v1/devices?${query}`, ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}) });

describe('the order sheet of devices', () => {
  it('orders what is needed, with repairs and spares, and says “at least” where a kind of need is hidden', async () => {
    const { body } = await read('format=csv&repairs=10&spares=3');
    const [, first, second, third] = body.trim().split('\r\n');
    // 30 shown: 3 for repairs, 0.9 spares make 1; the shared are hidden.
    expect(first).toMatch(
      /^5400030,Barbour County Schools,400,20,hidden \(not zero\),10,0,30,10,3,34,yes,.*Public view/,
    );
    expect(second).toMatch(/^5400060,Berkeley County Schools,300,15,15,0,0,30,10,3,34,no,.*Public view/);
    // Nothing is known of the third: no zero stands for that.
    expect(third).toMatch(/,10,3,hidden \(not zero\),hidden \(not zero\),.*Public view/);
    expect(third?.match(/hidden/g)).toHaveLength(6);
  });

  it('gives each reader the counts of its own view', async () => {
    const shared = async (query: string, token?: string) =>
      (await read(query, token)).json().districts.map((line: { shared: number | null }) => line.shared);
    expect(await shared('')).toEqual([null, 15, null]);
    expect(await shared('audience=agency', agency)).toEqual([11, 16]);
    expect((await read('audience=agency')).statusCode).toBe(401);
  });

  it('says the same as a workbook', async () => {
    const answer = await read('format=xlsx&audience=agency&repairs=0&spares=0', agency);
    const rows = await readSheet(answer.rawPayload);
    expect(rows[1]).toEqual([
      '5400030',
      'Barbour County Schools',
      400,
      21,
      11,
      10,
      0,
      42,
      0,
      0,
      42,
      'no',
      expect.stringContaining('Agency view'),
    ]);
  });
});
