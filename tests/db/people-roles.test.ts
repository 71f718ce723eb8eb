/** What each role of people may read and write in the database, asked as each database role. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../server/domain/actor.ts';
import { COMMAND_LINE, recordAct } from '../../server/features/audit/index.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const OWN = '54';
const OTHER = '51';
const PUC: Actor = { role: 'puc', stateFips: OWN };
const SEA: Actor = { role: 'agency', stateFips: OWN };
const ADMIN: Actor = { role: 'admin', stateFips: OWN };

beforeAll(() =>
  database.deps.db.asOwner(async (tx) => {
    for (const [state, confidentiality] of [
      [OWN, 'public'],
      [OWN, 'agency'],
      [OWN, 'restricted'],
      [OTHER, 'restricted'],
    ])
      await tx.run(
        `with filing as (
           insert into coverage.filings (source, state_fips, publisher, title, as_of, revision, confidentiality)
           values ('puc', $1, 'PUC', $2, '2025-12-31', '2025-12-31', $2)
           returning id
         ),
         area as (
           insert into coverage.areas
             (filing_id, provider_name, technology, technology_raw, download_mbps, upload_mbps, low_latency, residential, geom)
           select id, $1 || ' ' || $2, 50, '50', 100, 20, true, true,
             ST_Multi(ST_GeomFromText('POLYGON((-81 38, -80.9 38, -80.9 38.1, -81 38))', 4326))
           from filing
           returning id, geom
         )
         insert into coverage.area_parts (area_id, geom)
         select id, geom
         from area`,
        [state ?? '', confidentiality ?? ''],
      );
    for (const state of [OWN, OTHER]) {
      await tx.run("insert into accounts.organizations (state_fips, name) values ($1, 'Office of ' || $1)", [state]);
      await tx.run("insert into accounts.people (name) values ('Person of ' || $1)", [state]);
      await tx.run(
        `insert into accounts.memberships (person_id, organization_id, role, state_fips, source)
         select p.id, o.id, 'sea', o.state_fips, 'invitation'
         from accounts.people p, accounts.organizations o
         where p.name = 'Person of ' || $1
           and o.state_fips = $1`,
        [state],
      );
      await recordAct(tx, COMMAND_LINE(state), { did: 'people.invited', thing: `invitation of ${state}` });
    }
  }),
);

const readBy = async (actor: Actor, text: string) =>
  (await database.deps.db.as(actor, (tx) => tx.rows<{ name: string }>(text))).map(({ name }) => name);

describe('restricted filings', () => {
  it.each([
    ['the commission', PUC, ['54 agency', '54 public', '54 restricted']],
    ['the education agency', SEA, ['54 agency', '54 public']],
    ['a provider', { role: 'provider', stateFips: OWN, providerId: 130_001 }, ['54 public']],
    ['the public', { role: 'public' }, ['54 public']],
  ] as const)('are read by the commission of their own state alone: as %s', async (_who, actor, expected) => {
    expect(await readBy(actor, 'select provider_name as name from coverage.areas order by name')).toEqual(expected);
    const parts =
      'select a.provider_name as name from coverage.area_parts p join coverage.areas a on a.id = p.area_id order by name';
    expect(await readBy(actor, parts)).toEqual(expected);
    expect(
      await readBy(actor, "select state_fips || ' ' || confidentiality as name from coverage.filings order by name"),
    ).toEqual(expected);
  });

  it('do not open to a desk that only says it is the commission', async () => {
    const found = await database.deps.db.as(SEA, async (tx) => {
      await tx.run("set local gapmap.audience = 'puc'");
      return tx.rows("select from coverage.filings where confidentiality = 'restricted'");
    });
    expect(found).toEqual([]);
  });
});

describe('homes', () => {
  it.each([PUC, ADMIN, { role: 'doorkeeper' } as const])('are not read by %o', async (actor) => {
    await expect(readBy(actor, 'select lea_id as name from intake.homes')).rejects.toThrow(/permission denied/);
  });
});

describe('an administrator', () => {
  it.each([
    ['organizations', 'select name from accounts.organizations', ['Office of 54']],
    ['people', 'select name from accounts.people', ['Person of 54']],
    ['memberships', 'select state_fips as name from accounts.memberships', ['54']],
    ['the log', 'select thing as name from audit.entries', ['invitation of 54']],
  ])('reads %s of its own state only', async (_what, text, expected) => {
    expect(await readBy(ADMIN, text)).toEqual(expected);
  });

  it('reads no hash, no key and no subject', async () => {
    for (const text of [
      'select hash::text as name from accounts.invitations',
      'select hash::text as name from accounts.sessions',
      'select subject as name from accounts.identities',
      'select id as name from accounts.passkeys',
      'select hash::text as name from accounts.tokens',
      'select release_id::text as name from published.hexes',
    ])
      await expect(readBy(ADMIN, text)).rejects.toThrow(/permission denied/);
  });

  it('invites to its own state only', async () => {
    const invite = (state: string) =>
      database.deps.db.as(ADMIN, (tx) =>
        tx.run('insert into accounts.organizations (state_fips, name) values ($1, $2)', [state, `new of ${state}`]),
      );
    await expect(invite(OTHER)).rejects.toThrow(/row-level security/);
    expect(await invite(OWN)).toBe(1);
  });
});

describe('the audit log', () => {
  it('is written by every role of requests and jobs within its own state, and changed by nobody', async () => {
    const { db } = database.deps;
    const act = { did: 'people.invited', thing: 'a test' } as const;
    for (const actor of [PUC, SEA, ADMIN, { role: 'coordinator', stateFips: OWN } as const]) {
      await db.as(actor, (tx) => recordAct(tx, COMMAND_LINE(OWN), act));
      await expect(db.as(actor, (tx) => recordAct(tx, COMMAND_LINE(OTHER), act))).rejects.toThrow(/own state/);
      await expect(db.as(actor, (tx) => tx.run('delete from audit.entries'))).rejects.toThrow(/permission denied/);
    }
    for (const text of [
      "update audit.entries set who = 'somebody'",
      'delete from audit.entries',
      'truncate audit.entries',
    ])
      await expect(db.asOwner((tx) => tx.run(text))).rejects.toThrow(/never changed/);
  });

  it('is read by administrators alone', async () => {
    const readers = await database.deps.db.asOwner((tx) =>
      tx.rows(
        `select rolname as name
         from pg_roles
         where rolname like 'gapmap\\_%'
           and rolname not in ('gapmap_api', 'gapmap_worker')
           and has_table_privilege(rolname, 'audit.entries', 'select')`,
      ),
    );
    expect(readers).toEqual([{ name: 'gapmap_people' }]);
  });
});
