import { describe, expect, it } from 'vitest';
import { DISCLOSED_TO, PERSON_ROLES, TOKEN_ROLES } from '../../server/domain/actor.ts';
import { AUDIENCES } from '../../server/domain/audience.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
/** Roles that a table accepts; others accept audiences. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'accounts.tokens': TOKEN_ROLES,
  'accounts.memberships': PERSON_ROLES,
  'accounts.invitations': PERSON_ROLES,
  'disclosures.entries': DISCLOSED_TO,
};

describe('the database roles', () => {
  it('let the public role read published numbers and public coverage, and nothing else', async () => {
    const readable = await database.deps.db.asOwner((tx) =>
      tx.rows<{ name: string }>(
        `select table_schema || '.' || table_name as name
         from information_schema.tables
         where table_schema in ('intake', 'coverage', 'places', 'published', 'accounts', 'collect', 'disclosures', 'briefs')
           and has_table_privilege('gapmap_public', quote_ident(table_schema) || '.' || quote_ident(table_name), 'select')
         order by 1`,
      ),
    );
    expect(readable.map((row) => row.name)).toEqual([
      'briefs.current_asks',
      'coverage.area_parts',
      'coverage.areas',
      'coverage.awaited',
      'coverage.cell_changes',
      'coverage.comparisons',
      'coverage.filings',
      'coverage.funded',
      'coverage.offers',
      'coverage.place_changes',
      'coverage.providers',
      'coverage.service',
      'places.ground',
      'places.ground_tiles',
      'places.members',
      'places.parts',
      'places.places',
      'places.roads',
      'published.cluster_standings',
      'published.clusters',
      'published.combos',
      'published.current',
      'published.hexes',
      'published.lands',
      'published.no_fixed_residence',
      'published.patches',
      'published.place_patches',
      'published.place_totals',
      'published.privacy_reports',
      'published.releases',
      'published.sources',
      'published.totals',
      'published.withdrawals',
    ]);
  });

  it('let neither the public nor the desk role write anything', async () => {
    const writable = await database.deps.db.asOwner((tx) =>
      tx.rows(
        `select role, table_schema, table_name
         from information_schema.tables, unnest(array['gapmap_public', 'gapmap_desk']) as role
         where table_schema in ('intake', 'coverage', 'places', 'published', 'accounts', 'collect', 'disclosures', 'briefs')
           and has_table_privilege(role, quote_ident(table_schema) || '.' || quote_ident(table_name), 'insert, update, delete, truncate')`,
      ),
    );
    expect(writable).toEqual([]);
  });

  it('let whoever runs a collection read how far it has come, and nothing about a student', async () => {
    const readable = await database.deps.db.asOwner((tx) =>
      tx.rows<{ name: string }>(
        `select table_schema || '.' || table_name as name
         from information_schema.tables
         where table_schema in ('intake', 'coverage', 'places', 'published', 'accounts', 'collect', 'disclosures', 'briefs')
           and has_table_privilege('gapmap_collect', quote_ident(table_schema) || '.' || quote_ident(table_name), 'select')
         order by 1`,
      ),
    );
    expect(readable.map((row) => row.name)).toEqual([
      'accounts.links',
      'collect.certificates',
      'collect.chunks',
      'collect.districts',
      'collect.enrollments',
      'collect.figures',
      'collect.steps',
      'collect.uploads',
      'disclosures.entries',
      'intake.collections',
      'places.places',
    ]);
  });

  it('let a file be taken in and links be given without reading a home, an answer or a hash', async () => {
    const readable = (role: string) =>
      database.deps.db.asOwner((tx) =>
        tx.rows<{ name: string }>(
          `select table_schema || '.' || table_name || '.' || string_agg(column_name, ' ' order by column_name) as name
           from information_schema.columns
           where table_schema in ('intake', 'coverage', 'places', 'published', 'accounts', 'collect', 'disclosures', 'briefs')
             and has_column_privilege($1, quote_ident(table_schema) || '.' || quote_ident(table_name), column_name, 'select')
           group by table_schema, table_name
           order by table_schema, table_name`,
          [role],
        ),
      );
    const tables = async (role: string) =>
      (await readable(role)).map(({ name }) => name.split('.').slice(0, 2).join('.'));
    expect(await tables('gapmap_receive')).toEqual([
      'collect.certificates',
      'collect.chunks',
      'collect.districts',
      'collect.enrollments',
      'collect.figures',
      'collect.uploads',
      'intake.collections',
      'intake.data_key',
      'intake.shown_facts',
      'places.parts',
      'places.places',
    ]);
    expect(await tables('gapmap_issue')).toEqual(['accounts.tokens', 'intake.collections', 'places.places']);
    const [tokens] = await readable('gapmap_issue');
    expect(tokens?.name).toBe('accounts.tokens.collection_id expires_at id lea_id revoked_at');
  });

  it('let an agency’s ask be written without reading anything, and read by nobody but through its view', async () => {
    const { readable, written } = await database.deps.db.asOwner(async (tx) => ({
      readable: await tx.rows(
        `select c.oid::regclass::text as name
         from pg_class c
         where c.relkind in ('r', 'v')
           and c.relnamespace::regnamespace::text in ('intake', 'coverage', 'places', 'published', 'accounts', 'collect', 'disclosures', 'briefs')
           and has_table_privilege('gapmap_author', c.oid, 'select, update, delete, truncate')`,
      ),
      written: await tx.rows<{ role: string }>(
        `select role
         from unnest(array['gapmap_public', 'gapmap_desk', 'gapmap_collect', 'gapmap_intake', 'gapmap_receive', 'gapmap_issue', 'gapmap_author']) as role
         where has_any_column_privilege(role, 'briefs.asks', 'select, insert, update, references')`,
      ),
    }));
    expect(readable).toEqual([]);
    expect(written).toEqual([{ role: 'gapmap_author' }]);
  });

  it('let nobody read tokens or sessions, and look up only by what the asker holds', async () => {
    const { readable, callable } = await database.deps.db.asOwner(async (tx) => ({
      readable: await tx.rows(
        `select role, c.oid::regclass::text as name
         from pg_class c, unnest(array['gapmap_public', 'gapmap_desk', 'gapmap_collect', 'gapmap_intake', 'public']) as role
         where c.relnamespace = 'accounts'::regnamespace
           and c.relkind in ('r', 'v')
           and has_table_privilege(role, c.oid, 'select, insert, update, delete, truncate')`,
      ),
      callable: await tx.rows<{ role: string; name: string }>(
        `select role, p.proname as name
         from pg_proc p, unnest(array['gapmap_public', 'gapmap_desk', 'gapmap_collect', 'gapmap_intake', 'public']) as role
         where p.pronamespace = 'accounts'::regnamespace
           and has_function_privilege(role, p.oid, 'execute')
         order by name`,
      ),
    }));
    expect(readable).toEqual([{ role: 'gapmap_collect', name: 'accounts.links' }]);
    const lookups = [
      'act_in',
      'end_session',
      'end_session_beside',
      'ended_token',
      'memberships_of',
      'session_opens',
      'sessions_beside',
      'token_opens',
      'write_session',
    ];
    expect(callable).toEqual(lookups.map((name) => ({ role: 'gapmap_desk', name })));
  });

  it('are held to their rows by row level security wherever a table has rows of one district', async () => {
    const open = await database.deps.db.asOwner((tx) =>
      tx.rows(
        `select c.oid::regclass::text as name
         from pg_class c
         where c.relkind = 'r'
           and c.relnamespace in ('collect'::regnamespace, 'disclosures'::regnamespace)
           and not c.relrowsecurity`,
      ),
    );
    expect(open).toEqual([]);
  });

  it('are held to one state wherever a token’s holder reads or writes rows of a state', async () => {
    const { desk, collect } = await database.deps.db.asOwner(async (tx) => {
      const held = (role: string) =>
        tx.rows<{ name: string }>(
          `select distinct p.schemaname || '.' || p.tablename as name
           from pg_policies p
           where $1 = any (p.roles)
             and (p.permissive = 'RESTRICTIVE' or p.qual ~ 'own_state|published.releases')
           order by name`,
          [role],
        );
      return { desk: await held('gapmap_desk'), collect: await held('gapmap_collect') };
    });
    const readable = (role: string, schemas: string[]) =>
      database.deps.db.asOwner((tx) =>
        tx.rows<{ name: string }>(
          `select schemaname || '.' || tablename as name
           from pg_tables
           where schemaname = any ($2)
             and has_table_privilege($1, quote_ident(schemaname) || '.' || quote_ident(tablename), 'select')
           order by name`,
          [role, schemas],
        ),
      );
    const published = await readable('gapmap_desk', ['published']);
    expect(desk.map(({ name }) => name)).toEqual([
      'coverage.filings',
      ...published.map(({ name }) => name),
      'rooms.corrections',
      'rooms.plans',
      'workbench.notes',
      'workbench.windows',
    ]);
    expect(collect).toEqual(await readable('gapmap_collect', ['collect', 'disclosures', 'intake', 'reviews']));
  });

  it('match domain/actor.ts, and so do the audiences that tables accept', async () => {
    const checks = await database.deps.db.asOwner((tx) =>
      tx.rows<{ name: string; text: string }>(
        `select conrelid::regclass::text as name, pg_get_constraintdef(oid) as text
         from pg_constraint
         where contype = 'c'
           and pg_get_constraintdef(oid) ~ '^CHECK \\(\\((audience|role) = ANY'
         order by name`,
      ),
    );
    const listed = (text: string) => [...text.matchAll(/'(\w+)'/g)].map(([, word]) => word).sort();
    for (const { name, text } of checks) {
      const expected = EXPECTED[name] ?? AUDIENCES;
      expect([name, listed(text)]).toEqual([name, [...expected].sort()]);
    }
    expect(checks.length).toBeGreaterThan(10);
  });

  it('refuse a homes query made for the public', async () => {
    const asked = database.deps.db.as({ role: 'public' }, (tx) => tx.rows('select cell from intake.homes'));
    await expect(asked).rejects.toThrow('permission denied for schema intake');
  });
});

describe('migrations', () => {
  it('do nothing the second time', async () => {
    expect(await migrate(database.deps.db)).toEqual([]);
  });
});
