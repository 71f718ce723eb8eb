/** The draft agreement, opened by a reader that shares nothing with what wrote it, against what the instance really does. */
import { getHexagonAreaAvg, UNITS } from 'h3-js';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { PERSON_ROLES } from '../../server/domain/actor.ts';
import { HOME_RESOLUTION } from '../../server/domain/cell.ts';
import { agreement as inEnglish } from '../../server/domain/messages/en/agreement.ts';
import { agreement as inSpanish } from '../../server/domain/messages/es/agreement.ts';
import { DEFAULT_FLOORS } from '../../server/domain/patch.ts';
import { NOISE_TABLE } from '../../server/domain/protect/noise.ts';
import { ROUNDING } from '../../server/domain/protect/round.ts';
import { HEADER, type Office, OWN, openOffice } from '../support/collect.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
let office: Office;
let collection = 0;

beforeAll(async () => {
  office = await openOffice(database.deps);
  collection = await office.open('Spring of the test');
});
afterAll(() => office?.app.close());

interface Read {
  readonly text: string;
  readonly html: string;
}

async function agreementOf(query = '', app = office.app): Promise<Read> {
  const response = await app.inject({
    url: `/api/v1/collect/collections/${collection}/agreement.docx${query}`,
    headers: { authorization: `Bearer ${office.tokens.coordinator}` },
  });
  expect(response.statusCode).toBe(200);
  const buffer = response.rawPayload;
  const [raw, html] = [await mammoth.extractRawText({ buffer }), await mammoth.convertToHtml({ buffer })];
  expect(html.messages.filter(({ type }) => type === 'error')).toEqual([]);
  return { text: raw.value, html: html.value };
}

const numbersIn = (text: string) => [...new Set(text.match(/\d+/g) ?? [])].map(Number).sort((a, b) => a - b);
const ACRES_IN_KM2 = 247.105;

describe('the draft of an agreement', () => {
  it.each([
    ['en', inEnglish],
    ['es', inSpanish],
  ])('has headings, and tables with every column of the file and every role: %s', async (lang, messages) => {
    const { html, text } = await agreementOf(`?lang=${lang}`);
    const headings = [...html.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, words]) => words?.replace(/<[^>]*>/g, ''));
    const { parties, purpose, taken, shown, kept, readers, log, signed } = messages;
    for (const { title } of [parties, purpose, taken, shown, kept, readers, log, signed])
      expect(headings).toContain(title);
    const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
      [...(row ?? '').matchAll(/<p>(.*?)<\/p>/gs)].map(([, cell]) => (cell ?? '').replace(/<[^>]*>/g, '')),
    );
    const columns = rows.map(([first]) => first).filter((first) => first && HEADER.split(',').includes(first));
    expect(columns).toEqual(HEADER.split(','));
    expect(rows).toHaveLength(2 + HEADER.split(',').length + PERSON_ROLES.length);
    expect(text).toContain('Spring of the test');
  });

  it('names no number that is no setting', async () => {
    const { text } = await agreementOf();
    const { opensOn, closesOn } = (await office.ask('coordinator', 'GET', `/collections/${collection}`)).json;
    const dates = [opensOn, closesOn, new Date().toISOString().slice(0, 10)].flatMap((day: string) => {
      const [year, , date] = day.split('-').map(Number);
      return [year, date];
    });
    const [acres] = numbersIn(inEnglish.taken.columns.cell);
    const measured = getHexagonAreaAvg(HOME_RESOLUTION, UNITS.km2) * ACRES_IN_KM2;
    expect(Math.abs((acres ?? 0) - measured) / measured).toBeLessThan(0.03);
    const settings = [
      DEFAULT_FLOORS.students,
      DEFAULT_FLOORS.households,
      Math.max(...NOISE_TABLE),
      ROUNDING,
      24,
      14,
      acres,
    ];
    expect(numbersIn(text).filter((number) => ![...settings, ...dates].includes(number))).toEqual([]);
    for (const setting of settings) expect(numbersIn(text)).toContain(setting);
  });

  it('says how long the file is kept, as it is configured', async () => {
    expect((await agreementOf()).text).toContain(inEnglish.kept.atOnce);
    const keeping = await buildApp({ ...database.deps, config: { ...database.deps.config, keepUploadsHours: 48 } });
    const { text } = await agreementOf('', keeping);
    await keeping.close();
    expect(text).toContain('deleted 48 hours after the district accepts');
    expect(text).not.toContain(inEnglish.kept.atOnce);
  });

  it('says of links and of files that nobody accepts what is done with them', async () => {
    const made = await office.ask('coordinator', 'POST', `/collections/${collection}/links`, { leaIds: [OWN] });
    const { closesOn } = (await office.ask('coordinator', 'GET', `/collections/${collection}`)).json;
    const days = (Date.parse(made.json.links[0].expiresAt) - Date.parse(closesOn)) / 86_400_000;
    // A link ends at the hour at which it was made.
    expect(Math.floor(days)).toBeGreaterThanOrEqual(13);
    expect(Math.ceil(days)).toBeLessThanOrEqual(15);
    const upload = await office.send('district', collection, Buffer.from(`${HEADER}\n`));
    const due = (hours: number) =>
      database.deps.db.asOwner(async (tx) => {
        await tx.run('update collect.uploads set touched_at = now() - make_interval(hours => $2) where id = $1', [
          upload,
          hours,
        ]);
        return (await tx.rows<{ id: string }>('select id from collect.uploads_due(24)')).some(
          ({ id }) => id === upload,
        );
      });
    expect([await due(23), await due(25)]).toEqual([false, true]);
  });

  it('says what the database refuses, and it does', async () => {
    const { text } = await agreementOf();
    expect(text).toContain('no login that answers requests, can read a row of a student');
    const readable = await database.deps.db.asOwner((tx) =>
      tx.rows<{ role: string }>(
        `select rolname as role
         from pg_roles
         where pg_has_role('gapmap_api', oid, 'member')
           and (has_any_column_privilege(oid, 'intake.homes', 'select') or has_any_column_privilege(oid, 'intake.answers', 'select'))`,
      ),
    );
    expect(readable).toEqual([]);
    expect(text).toContain('The database refuses to change or delete an entry.');
    await database.deps.db.asOwner((tx) =>
      tx.run("select audit.record('54', 'x', null, 'operator', null, null, null, 'links.given', 'x', null)"),
    );
    await expect(database.deps.db.asOwner((tx) => tx.run('delete from audit.entries'))).rejects.toThrow(
      'never changed',
    );
  });

  it('refuses a file with another column, as it says', async () => {
    const { text } = await agreementOf();
    expect(text).toContain('The server refuses a file that holds other columns.');
    const upload = await office.send('district', collection, Buffer.from(`${HEADER},shoe_size\n`));
    const checked = await office.ask('district', 'POST', `/uploads/${upload}/check`);
    expect(JSON.stringify(checked.json ?? checked.body)).toMatch(/shoe_size|column/);
  });

  it('names the district that it is made for', async () => {
    expect((await agreementOf(`?district=${OWN}`)).text).not.toContain(inEnglish.parties.every);
  });
});
