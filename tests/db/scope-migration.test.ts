/** Databases from before states were told apart, brought up to date. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const FILES = readdirSync('migrations')
  .filter((name) => name.endsWith('.sql'))
  .sort();
const SCHEMAS = FILES.flatMap((name) =>
  [...readFileSync(`migrations/${name}`, 'utf8').matchAll(/^create schema (?:if not exists )?(\w+)/gm)].map(
    ([, schema]) => schema,
  ),
);

/** The database as it was, with rows of the states named, and then as it is now. */
async function upgraded(leaIds: readonly string[]) {
  const { db } = database.deps;
  const run = (text: string) => db.asOwner((tx) => tx.run(text));
  for (const schema of SCHEMAS) await run(`drop schema if exists ${schema} cascade`);
  for (const name of FILES.filter((each) => each < '0027')) await run(readFileSync(`migrations/${name}`, 'utf8'));
  await run(`
    insert into intake.collections (name) values ('empty');
    insert into accounts.tokens (hash, role, label, expires_at) values ('agency', 'agency', 'agency', now() + interval '1 day');
    insert into accounts.tokens (hash, role, label, expires_at, lea_id)
    values ('district', 'district', 'district', now() + interval '1 day', '5100030');
    insert into disclosures.entries (kind, who, what, audience, basis, entered_by)
    values ('other', 'a board', 'a map', 'public', 'public', 'agency');
  `);
  for (const leaId of leaIds)
    await run(`
      with made as (insert into intake.collections (name) values ('of ${leaId}') returning id)
      insert into collect.districts (collection_id, lea_id) select id, '${leaId}' from made;
      insert into published.releases
        (name, floor_students, floor_households, synthetic, statistics, state_fips, state_name, collection_name, benchmark)
      values ('${leaId}', 10, 5, true, '{}', left('${leaId}', 2), 'a state', 'x', '100_20');
    `);
  await run('insert into published.current (release_id) select max(id) from published.releases');
  for (const name of FILES.filter((each) => each >= '0027')) await run(readFileSync(`migrations/${name}`, 'utf8'));
  return db.asOwner(async (tx) => ({
    collections: await tx.rows('select name, state_fips as state from intake.collections order by id'),
    tokens: await tx.rows('select role, state_fips as state from accounts.tokens order by id'),
    opened: await tx.rows(
      `select role, state_fips as state
       from unnest(array['agency', 'district']::bytea[]) as hash, accounts.token_opens(hash)`,
    ),
    disclosures: await tx.rows('select state_fips as state from disclosures.entries'),
    current: await tx.rows(
      'select c.state_fips as state, r.name from published.current c join published.releases r on r.id = release_id',
    ),
  }));
}

describe('rows from before states were told apart', () => {
  it('belong to the one state of the database', async () => {
    expect(await upgraded(['5400030'])).toEqual({
      collections: [
        { name: 'empty', state: '54' },
        { name: 'of 5400030', state: '54' },
      ],
      tokens: [
        { role: 'agency', state: '54' },
        { role: 'district', state: '51' },
      ],
      opened: [
        { role: 'agency', state: '54' },
        { role: 'district', state: '51' },
      ],
      disclosures: [{ state: '54' }],
      current: [{ state: '54', name: '5400030' }],
    });
  });

  it('belong to nobody where there are several states, and their tokens open nothing', async () => {
    expect(await upgraded(['5400030', '5100030'])).toEqual({
      collections: [
        { name: 'empty', state: null },
        { name: 'of 5400030', state: '54' },
        { name: 'of 5100030', state: '51' },
      ],
      tokens: [
        { role: 'agency', state: null },
        { role: 'district', state: '51' },
      ],
      opened: [{ role: 'district', state: '51' }],
      disclosures: [{ state: null }],
      current: [{ state: '51', name: '5100030' }],
    });
  });
});
