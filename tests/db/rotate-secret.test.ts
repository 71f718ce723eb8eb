import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rotateSecret } from '../../server/features/intake/data-key.ts';
import { dataKey, dataKeyInWords } from '../../server/features/intake/index.ts';
import type { ProposalRoom } from '../../server/features/proposals/contract.ts';
import type { Evaluation } from '../../server/features/proposals/contract-staff.ts';
import { rewrapRounds } from '../../server/features/proposals/index.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import { messagesIn } from '../../server/platform/messages.ts';
import { Secret } from '../../server/platform/secret.ts';
import { fileOf, type Office, openOffice, students } from '../support/collect.ts';
import { testDatabase } from '../support/database.ts';
import { anAlternative, aProposal, apiOf, aRound, passDeadline, qualify, tokenOf } from '../support/round.ts';

const database = testDatabase();
let office: Office;
let collection: number;
beforeAll(async () => {
  office = await openOffice(database.deps);
  collection = await office.open('fall');
});
afterAll(() => office?.app.close());

const keyFile = () => join(database.dataDir, 'server.key');
const held = () => readFileSync(keyFile(), 'utf8');
const rotate = (newDataKey = false, between?: (step: 'written' | 'committed') => void) =>
  rotateSecret(database.deps, { newDataKey: newDataKey ? rewrapRounds : undefined }, between);
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    ({ code, message }: { code?: string; message: string }) => code ?? message,
  );

async function accept(lines: number, into = collection): Promise<string> {
  const id = await office.send('district', into, fileOf(students(lines)));
  await office.ask('district', 'POST', `/uploads/${id}/check`);
  const done = await office.ask('district', 'POST', `/uploads/${id}/accept`, { replace: true });
  if (done.status !== 200) throw new Error(done.body);
  return id;
}

async function studentKeys(of: number): Promise<string[]> {
  const rows = await database.deps.db.as({ role: 'intake' }, (tx) =>
    tx.rows<{ key: Buffer }>('select student_key as key from intake.homes where collection_id = $1 order by 1', [of]),
  );
  return rows.map(({ key }) => key.toString('hex'));
}

const numbersOf = (release: number) =>
  database.deps.db.as({ role: 'intake' }, (tx) =>
    tx.rows(
      'select audience, cell, students, counts, hidden from published.patches where release_id = $1 order by 1, 2',
      [release],
    ),
  );

describe('a rotated server secret', () => {
  it('matches the same students in later uploads, moves no number of a later release, and old certificates still check', async () => {
    const id = await accept(60);
    const [keys, before] = [await studentKeys(collection), await createRelease(database.deps, { name: 'Before' })];
    const { json: certificate } = await office.ask('district', 'GET', `/uploads/${id}/certificate?format=json`);
    const sending = await office.send('district', collection, fileOf(students(50)));
    const old = held();
    await rotate();
    expect(held()).toMatch(/^[0-9a-f]{64}\n$/);
    expect(held()).not.toBe(old);
    expect(existsSync(`${keyFile()}.next`)).toBe(false);

    const spring = await office.open('spring');
    await accept(60, spring);
    expect(await studentKeys(spring)).toEqual(keys);
    const after = await createRelease(database.deps, { name: 'After', collection: 'fall' });
    expect(await numbersOf(after.id)).toEqual(await numbersOf(before.id));
    const { json } = await office.ask('district', 'POST', '/certificates/verify', certificate);
    expect(json).toEqual({ genuine: true });
    const checked = await office.ask('district', 'POST', `/uploads/${sending}/check`);
    expect([checked.status, checked.json.state]).toEqual([200, 'checked']);
  });

  it('is no longer the old one: with that, nothing is taken in or released, and a backup is asked for', async () => {
    const now = held();
    const folder = mkdtempSync(join(tmpdir(), 'gapmap-secret-'));
    const elsewhere = { db: database.deps.db, config: { ...database.deps.config, dataDir: folder } };
    expect(await codeOf(dataKey(elsewhere))).toBe('homes.other-secret');
    expect(existsSync(join(folder, 'server.key'))).toBe(false);
    writeFileSync(join(folder, 'server.key'), 'ab'.repeat(32));
    expect(await codeOf(dataKey(elsewhere))).toBe('homes.other-secret');
    expect(await codeOf(createRelease(elsewhere, { name: 'Never' }))).toBe('homes.other-secret');
    expect(await dataKeyInWords(elsewhere, messagesIn('en').terminal.secrets)).toMatch(
      /^, rotated \d{4}-\d\d-\d\d\. It is another one/,
    );
    writeFileSync(join(folder, 'server.key'), now);
    expect(await dataKey(elsewhere)).toEqual(await dataKey(database.deps));
    expect(await dataKeyInWords(elsewhere, messagesIn('en').terminal.secrets)).toMatch(/^, rotated \d{4}-\d\d-\d\d$/);
    rmSync(folder, { recursive: true });
  });

  it.each(['written', 'committed'] as const)(
    'is whole after a rotation that was cut short when it had %s',
    async (step) => {
      const [key, old] = [await dataKey(database.deps), held()];
      const cut = (at: string) => {
        if (at === step) throw new Error('the power went');
      };
      expect(await codeOf(rotate(false, cut))).toBe('the power went');
      expect(held()).toBe(old);
      const next = readFileSync(`${keyFile()}.next`, 'utf8');
      expect(await dataKey(database.deps)).toEqual(key);
      expect(held()).toBe(step === 'committed' ? next : old);
      await rotate();
      expect(await dataKey(database.deps)).toEqual(key);
      expect(existsSync(`${keyFile()}.next`)).toBe(false);
    },
  );

  it('is whole after rotations at once', async () => {
    const key = await dataKey(database.deps);
    await Promise.all([rotate(), rotate(), rotate(), dataKey(database.deps), dataKey(database.deps)]);
    expect(await dataKey(database.deps)).toEqual(key);
    expect(existsSync(`${keyFile()}.next`)).toBe(false);
  });

  it('of the configuration is put in place by whoever runs the server', async () => {
    const key = await dataKey(database.deps);
    const [now, other] = [new Secret(held().trim()), new Secret('cd'.repeat(32))];
    const configured = (serverSecret: Secret, newServerSecret?: Secret) => ({
      db: database.deps.db,
      config: { ...database.deps.config, serverSecret, newServerSecret },
    });
    const asked = { newDataKey: undefined };
    expect(await codeOf(rotateSecret(configured(now), asked))).toBe('homes.no-new-secret');
    expect(await codeOf(rotateSecret(configured(now, now), asked))).toBe('homes.same-secret');
    const given = { db: database.deps.db, config: { ...database.deps.config, newServerSecret: other } };
    expect(await codeOf(rotateSecret(given, asked))).toBe('homes.secret-in-file');
    expect(await dataKey(configured(now))).toEqual(key);
    await rotateSecret(configured(now, other), asked);
    expect(await dataKey(configured(other))).toEqual(key);
    expect(await codeOf(dataKey(configured(now)))).toBe('homes.other-secret');
    await rotateSecret(configured(other, now), asked);
  });

  it('with a new data key keeps sealed proposals and drafts, and all of an opened round, readable', async () => {
    const api = async (role: 'agency' | 'provider', provider = 1) =>
      apiOf(office.app, await tokenOf(database.deps, role, provider));
    const [ada, bo, kestrel] = [await api('agency'), await api('agency'), await api('provider')];
    await qualify(database.deps, 1);
    const { round, lots } = await aRound(database.deps);
    const { round: other, lots: others } = await aRound(database.deps);
    const path = (of: number, what: string) => `/api/v1/rounds/${of}/${what}`;
    const proposal = aProposal([anAlternative(lots)], { words: 'sealed before' });
    const sent = await kestrel('POST', path(round, 'proposal/submit'), { amendment: 0, proposal });
    expect(sent.statusCode, sent.body).toBe(201);
    const draft = aProposal([anAlternative(others)], { words: 'typed before' });
    expect((await kestrel('PUT', path(other, 'proposal/draft'), draft)).statusCode).toBe(200);
    const key = await dataKey(database.deps);
    await rotate(true);
    expect(await dataKey(database.deps)).not.toEqual(key);
    const room = (await kestrel('GET', path(other, 'proposal'))).json<ProposalRoom>();
    expect(room.form).toMatchObject({ from: 'draft', proposal: { words: 'typed before' } });
    await passDeadline(database.deps, round);
    for (const who of [ada, bo]) expect((await who('POST', path(round, 'unseal'), {})).statusCode).toBe(204);
    const opened = async () => (await ada('GET', path(round, 'evaluation'))).json<Evaluation>().opened;
    expect(await opened()).toMatchObject([{ isProven: true, proposal: { words: 'sealed before' } }]);
    await rotate(true);
    expect(await opened()).toMatchObject([{ isProven: true, proposal: { words: 'sealed before' } }]);
    const cut = (at: string) => {
      if (at === 'written') throw new Error('the power went');
    };
    expect(await codeOf(rotate(true, cut))).toBe('the power went');
    expect(await opened()).toMatchObject([{ isProven: true }]);
  });

  it('that is lost is not replaced while a round that it seals is not over', async () => {
    const rows = (text: string) => database.deps.db.asOwner((tx) => tx.rows(text));
    const now = held();
    rmSync(keyFile());
    const before = await rows('select round_id, wrapped from proposals.seals order by 1');
    expect(before.length).toBeGreaterThan(0);
    expect(await codeOf(rotate(true))).toBe('proposals.key-lost');
    expect(await rows('select round_id, wrapped from proposals.seals order by 1')).toEqual(before);
    rmSync(`${keyFile()}.next`, { force: true });
    writeFileSync(keyFile(), now);
    expect(await codeOf(dataKey(database.deps))).toBe('done');
    await rows("update rounds.rounds set standing = 'cancelled', ended_at = now()");
  });

  it('that is lost can be replaced together with the data key, and then nothing of before fits', async () => {
    const key = await dataKey(database.deps);
    rmSync(keyFile());
    expect(await codeOf(rotate())).toBe('homes.other-secret');
    await rotate(true);
    expect(await dataKey(database.deps)).not.toEqual(key);
    const before = await studentKeys(collection);
    await accept(61);
    expect(new Set([...before, ...(await studentKeys(collection))]).size).toBe(121);
  });

  it('is in no table, and neither is the data key', async () => {
    const secrets = [held().trim(), (await dataKey(database.deps)).toString('hex')];
    const tables = await database.deps.db.asOwner((tx) =>
      tx.rows<{ name: string }>(
        `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
         where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
      ),
    );
    for (const { name } of tables) {
      const lines = await database.deps.db.asOwner((tx) =>
        tx.rows<{ line: string }>(`select t::text as line from ${name} t`),
      );
      const found = lines.some(({ line }) => secrets.some((secret) => line.includes(secret)));
      expect([name, found]).toEqual([name, false]);
    }
  });
});
