/** A word in a sealed proposal, looked for wherever anybody but its provider could find it. */
import { execFileSync } from 'node:child_process';
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { testDatabase } from '../support/database.ts';
import { anAlternative, aProposal, apiOf, aRound, NO_LIMITS, qualify, tokenOf } from '../support/round.ts';

const database = testDatabase();
const CANARY = 'Zyzzyva Kittiwake';
const SEALED = ['proposals', 'drafts', 'versions', 'attachments', 'attachment_chunks'];
let app: FastifyInstance;
let round = 0;
let hash = '';
let begun = 0;
let logged = '';

beforeAll(async () => {
  begun = Date.now();
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((text: string | Uint8Array) => {
    logged += String(text);
    return true;
  }) as typeof process.stdout.write;
  try {
    app = await buildApp({
      config: { ...database.deps.config, logLevel: 'debug' },
      db: database.deps.db,
      rates: NO_LIMITS,
    });
    await qualify(database.deps, 1);
    const made = await aRound(database.deps);
    round = made.round;
    const kestrel = apiOf(app, await tokenOf(database.deps, 'provider', 1));
    const path = `/api/v1/rounds/${round}/proposal`;
    const pdf = Buffer.from(`%PDF-1.7 ${CANARY}`);
    const { attachment } = (await kestrel('POST', `${path}/attachments?kind=pdf&name=${CANARY}.pdf`, pdf)).json();
    const proposal = aProposal([anAlternative(made.lots)], {
      words: CANARY,
      partners: CANARY,
      attachments: [attachment],
    });
    await kestrel('PUT', `${path}/draft`, proposal);
    const coverage = Buffer.from(`{"type":"FeatureCollection","name":"${CANARY}","features":[]}`);
    await kestrel('POST', `${path}/attachments?kind=coverage&name=${CANARY}.geojson`, coverage);
    // Refused, with the word in what is refused.
    await kestrel('POST', `${path}/submit`, { amendment: 0, proposal: { ...proposal, attachments: CANARY } });
    await kestrel('POST', `${path}/submit`, { amendment: 7, proposal });
    const answer = await kestrel('POST', `${path}/submit`, { amendment: 0, proposal });
    expect(answer.statusCode, answer.body).toBe(201);
    hash = answer.json().hash;
    expect((await kestrel('GET', path)).body).toContain(CANARY);
  } finally {
    process.stdout.write = write;
  }
});
afterAll(() => app.close());

describe('a word of a sealed proposal', () => {
  it('is in no row of the database that its owner could read', async () => {
    const tables = await database.deps.db.asOwner((tx) =>
      tx.rows<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name
         from pg_tables
         where schemaname not in ('pg_catalog', 'information_schema')`,
      ),
    );
    expect(tables.length).toBeGreaterThan(60);
    for (const { name } of tables) {
      const { found } = await database.deps.db.asOwner((tx) =>
        tx.one<{ found: number }>(
          `select count(*)::integer as found
           from ${name} as one
           where position('zyzzyva' in lower(one::text)) > 0
             or position(encode('Zyzzyva', 'hex') in one::text) > 0`,
        ),
      );
      expect(found, name).toBe(0);
    }
  });

  it('is sealed out of reach: no role but its provider’s has even the ciphertext before the round is unsealed', async () => {
    const roles = await database.deps.db.asOwner((tx) =>
      tx.rows<{ role: string }>(
        "select rolname as role from pg_roles where pg_has_role('gapmap_api', oid, 'member') or pg_has_role('gapmap_worker', oid, 'member')",
      ),
    );
    expect(roles.length).toBeGreaterThan(12);
    const countAs = (role: string, settings: Record<string, string>, table: string) =>
      database.deps.db.asOwner(async (tx) => {
        for (const [name, value] of Object.entries(settings))
          await tx.run('select set_config($1, $2, true)', [name, value]);
        await tx.run(`set local role ${role}`);
        return tx.one<{ count: number }>(`select count(*)::integer as count from proposals.${table}`).then(
          ({ count }) => count,
          (error: Error) => (/permission denied/.test(error.message) ? 0 : Promise.reject(error)),
        );
      });
    for (const { role } of roles.filter(({ role }) => role.startsWith('gapmap_')))
      for (const audience of ['agency', 'provider', 'public', 'coordinator', 'admin'])
        for (const table of SEALED) {
          const settings = { 'gapmap.audience': audience, 'gapmap.state_fips': '54', 'gapmap.provider_id': '2' };
          expect(await countAs(role, settings, table), `${role} as ${audience}: ${table}`).toBe(0);
        }
    const own = { 'gapmap.audience': 'provider', 'gapmap.state_fips': '54', 'gapmap.provider_id': '1' };
    for (const table of SEALED) expect(await countAs('gapmap_bidder', own, table), table).toBeGreaterThan(0);
    const elsewhere = { ...own, 'gapmap.state_fips': '51' };
    for (const table of SEALED) expect(await countAs('gapmap_bidder', elsewhere, table), table).toBe(0);
  });

  it('is in no answer to staff, another provider or the public', async () => {
    const [ada, merlin] = [await tokenOf(database.deps, 'agency'), await tokenOf(database.deps, 'provider', 2)];
    for (const token of [ada, merlin, undefined])
      for (const what of ['proposal', 'evaluation', 'receipts', 'proposals/1/redacted.json'])
        expect((await apiOf(app, token)('GET', `/api/v1/rounds/${round}/${what}`)).body).not.toMatch(/zyzzyva/i);
    const listed = await apiOf(app, undefined)('GET', `/api/v1/rounds/${round}/receipts`);
    expect(listed.body).not.toContain(hash);
  });

  it('is in no log line and no temporary file', () => {
    expect(logged).toContain('/proposal/submit');
    expect(logged).not.toMatch(/zyzzyva/i);
    const left = filesUnder(tmpdir()).filter((path) => {
      const stat = statSync(path, { throwIfNoEntry: false });
      return stat?.isFile() && stat.mtimeMs >= begun && stat.size < 50_000_000 && /zyzzyva/i.test(readSafely(path));
    });
    expect(left).toEqual([]);
  });

  it('is in no backup', () => {
    const { databaseUrl, dataDir } = database.deps.config;
    if (databaseUrl === undefined) {
      const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' });
      expect(files.filter((name) => readSafely(join(dataDir, name)).includes('Zyzzyva'))).toEqual([]);
      return;
    }
    const dump = execFileSync('pg_dump', ['--schema=proposals', '--schema=audit', databaseUrl], {
      maxBuffer: 2 ** 28,
      encoding: 'utf8',
    });
    expect(dump).toContain('COPY proposals.versions');
    expect(dump).not.toMatch(/zyzzyva|5a797a7a797661/i);
  });
});

/** A folder, or a file that went meanwhile, holds nothing. */
/** Of a folder in which others make and delete some meanwhile. */
function filesUnder(folder: string): string[] {
  return listed(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

function listed(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function readSafely(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
