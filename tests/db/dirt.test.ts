import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importHomes } from '../../server/features/intake/index.ts';
import { type Office, openOffice, sha256 } from '../support/collect.ts';
import { testDatabase } from '../support/database.ts';
import {
  dirtAt,
  dirtNames,
  findingsInWords,
  listening,
  MARKER,
  outcomeOf,
  readIfThere,
  refusalInWords,
  reportInWords,
} from '../support/dirt.ts';
import { DIRTY_HOMES, OTHERWISE_UPLOADED } from '../support/dirt-homes.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await openOffice(database.deps);
});
afterAll(() => office?.app.close());

/** Every home, answer, upload and collection there is, as one text. */
function everything(): Promise<{ homes: number; text: string }> {
  return database.deps.db.asOwner((tx) =>
    tx.one<{ homes: number; text: string }>(
      `select
         (select count(*)::int from intake.homes) as homes,
         concat_ws(e'\\n',
           (select string_agg(u::text, e'\\n' order by u::text) from intake.uploads u),
           (select string_agg(a::text, e'\\n' order by a::text) from intake.answers a),
           (select string_agg(c::text, e'\\n' order by c::text) from collect.uploads c)) as text`,
    ),
  );
}

async function importDirt(path: string, collection: string): Promise<{ outcome: string; heard: string }> {
  const reportPath = join(database.dataDir, `${collection}.report.csv`);
  const { heard, progress } = listening();
  const outcome = await outcomeOf(async () => {
    const [file] = await importHomes(database.deps, { paths: [path], collection, reportPath }, progress);
    const asked = heard.filter((note) => note.includes(': ask district ')).length;
    return `${file?.homes} homes${askedInWords(asked)}${findingsInWords(await reportInWords(readIfThere(reportPath), 1))}`;
  }, heard);
  return { outcome, heard: [...heard, readIfThere(reportPath)].join('\n') };
}

const askedInWords = (warnings: number) => (warnings > 0 ? `, with ${warnings} to ask about` : '');

/** Counts requests as if each file came from an address of its own. */
let address = 0;

async function uploadDirt(path: string, collection: number): Promise<{ outcome: string; heard: string }> {
  const bytes = readFileSync(path);
  const heard: string[] = [];
  address += 1;
  const ask = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', at: string, payload?: object | Buffer) => {
    const response = await office.app.inject({
      method,
      url: `/api/v1/collect${at}`,
      remoteAddress: `10.0.${address >> 8}.${address & 255}`,
      headers: {
        authorization: `Bearer ${office.tokens.district}`,
        ...(Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {}),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    heard.push(response.body, JSON.stringify(response.headers));
    expect(response.statusCode, response.body).toBeLessThan(500);
    return response;
  };
  const ended = (outcome: string) => ({ outcome, heard: heard.join('\n') });

  const begun = await ask('POST', `/collections/${collection}/uploads`, { bytes: bytes.length, sha256: sha256(bytes) });
  if (begun.statusCode !== 201) return ended(refusalInWords(begun.json().code, begun.json().detail));
  const { id } = begun.json();
  await ask('PUT', `/uploads/${id}?offset=0`, bytes);
  const checked = (await ask('POST', `/uploads/${id}/check`)).json();
  await ask('GET', `/uploads/${id}/report.csv`);
  if (checked.refusal) return ended(refusalInWords(checked.refusal.code, checked.refusal.detail));
  const accepted = await ask('POST', `/uploads/${id}/accept`, {});
  if (accepted.statusCode === 409) return ended(refusalInWords(accepted.json().code, accepted.json().detail));
  expect(accepted.statusCode, accepted.body).toBe(200);
  await ask('GET', `/uploads/${id}/certificate`);
  const { report } = checked;
  const findings = report.findings.map(
    ({ kind, line, column }: { kind: string; line: number; column: string }) =>
      `${kind} on line ${line}${column ? ` in ${column}` : ''}`,
  );
  return ended(`${report.homes} homes${askedInWords(report.warnings.length)}${findingsInWords(findings)}`);
}

describe('a dirty file of homes', () => {
  it('has an expected outcome in the table', () => {
    expect(Object.keys(DIRTY_HOMES).sort()).toEqual(dirtNames('homes'));
    expect(Object.keys(DIRTY_HOMES).length).toBeGreaterThan(100);
  });

  it.each(Object.entries(DIRTY_HOMES))(
    '%s is imported whole or not at all',
    { timeout: 20_000 },
    async (name, expected) => {
      const before = await everything();
      const { outcome, heard } = await importDirt(dirtAt('homes', name), name);
      expect(outcome).toBe(expected);
      expect(heard).not.toMatch(MARKER);
      const after = await everything();
      const [homes] = /^\d+(?= homes)/.exec(outcome) ?? [];
      if (homes === undefined) expect(after).toEqual(before);
      else expect(after.homes).toBe(before.homes + Number(homes));
    },
  );

  it.each(Object.entries({ ...DIRTY_HOMES, ...OTHERWISE_UPLOADED }))(
    '%s is uploaded whole or not at all',
    { timeout: 20_000 },
    async (name, expected) => {
      const collection = await office.open(`uploaded ${name}`);
      const before = await everything();
      const { outcome, heard } = await uploadDirt(dirtAt('homes', name), collection);
      expect(outcome).toBe(expected);
      expect(heard).not.toMatch(MARKER);
      const [homes = 0] = /^\d+(?= homes)/.exec(outcome) ?? [];
      expect((await everything()).homes).toBe(before.homes + Number(homes));
    },
  );

  it('leaves nothing of a family in the database', async () => {
    expect((await everything()).text).not.toMatch(MARKER);
  });
});

describe('an export that was never anonymized', () => {
  it.each(dirtNames('exports'))('%s is refused by import and upload, and none of it kept', async (name) => {
    const collection = await office.open(`export ${name}`);
    const before = await everything();
    const imported = await importDirt(dirtAt('exports', name), `export of ${name}`);
    expect((await everything()).text).toBe(before.text);
    const uploaded = await uploadDirt(dirtAt('exports', name), collection);
    for (const { outcome, heard } of [imported, uploaded]) {
      expect(outcome).toMatch(/^(homes|csv|collect)\./);
      expect(heard).not.toMatch(MARKER);
    }
    const after = await everything();
    expect(after.homes).toBe(before.homes);
    expect(after.text).not.toMatch(MARKER);
  });
});
