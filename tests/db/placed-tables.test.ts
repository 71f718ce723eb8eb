/** Every table and view of the database, and the roles that may read any of its columns. A new one fails until it is placed here. */
import { expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();

/** Database roles without their prefix, in the order they are listed in. */
const READERS = 'public desk commission intake collect receive issue author people signin room planner teller outreach';

/** Only the jobs read homes and answers; nobody reads a token's or a session's hash (tests/db/roles.test.ts). */
const PLACED: Readonly<Record<string, string>> = {
  'accounts.identities': 'signin',
  'accounts.invitations': 'people signin',
  'accounts.links': 'collect',
  'accounts.live_sessions': '',
  'accounts.memberships': 'people signin',
  'accounts.organizations': 'people signin',
  'accounts.passkeys': 'signin',
  'accounts.people': 'people signin',
  'accounts.sessions': 'people',
  'accounts.tokens': 'issue',
  'audit.entries': 'people',
  'briefs.asks': '',
  'briefs.current_asks': 'public desk commission',
  'briefs.shared_stories': 'teller',
  'collect.certificates': 'intake collect receive',
  'collect.chunks': 'intake collect receive',
  'collect.districts': 'intake collect receive',
  'collect.enrolments': 'intake collect receive',
  'collect.figures': 'intake collect receive',
  'collect.forgettings': 'intake',
  'collect.uploads': 'intake collect receive',
  'coverage.area_parts': 'public desk commission intake',
  'coverage.areas': 'public desk commission intake',
  'coverage.awaited': 'public desk commission intake',
  'coverage.cell_changes': 'public desk commission intake',
  'coverage.claims': 'desk commission intake',
  'coverage.comparisons': 'public desk commission intake',
  'coverage.filing_files': 'desk commission intake',
  'coverage.filings': 'public desk commission intake',
  'coverage.funded': 'public desk commission intake',
  'coverage.loading': 'intake',
  'coverage.offers': 'public desk commission intake',
  'coverage.place_changes': 'public desk commission intake',
  'coverage.providers': 'public desk commission intake people',
  'coverage.service': 'public desk commission intake',
  'cost.scenarios': 'planner',
  'disclosures.entries': 'collect',
  'intake.answers': 'intake',
  'intake.collections': 'intake collect receive issue',
  'intake.data_key': 'intake receive',
  'intake.homes': 'intake',
  'intake.kept_areas': 'intake',
  'intake.kept_homes': 'intake',
  'intake.kept_no_fixed_residence': 'intake',
  'intake.kept_totals': 'intake',
  'intake.no_fixed_residence': 'intake',
  'intake.released_questions': 'intake',
  'intake.released_readings': 'intake',
  'intake.released_tables': 'intake',
  'intake.released_unplaced': 'intake',
  'intake.shown_facts': 'intake receive',
  'intake.uploads': 'intake',
  'outreach.plans': 'outreach',
  'places.ground': 'public desk commission intake',
  'places.ground_tiles': 'public desk commission intake',
  'places.members': 'public desk commission intake',
  'places.parts': 'public desk commission intake receive',
  'places.places': 'public desk commission intake collect receive issue people',
  'published.cluster_standings': 'public desk commission intake',
  'published.clusters': 'public desk commission intake',
  'published.combos': 'public desk commission intake',
  'published.current': 'public desk commission intake',
  'published.hexes': 'public desk commission intake',
  'published.lands': 'public desk commission intake',
  'published.no_fixed_residence': 'public desk commission intake',
  'published.patches': 'public desk commission intake',
  'published.place_patches': 'public desk commission intake',
  'published.place_totals': 'public desk commission intake',
  'published.privacy_reports': 'public desk commission intake',
  'published.release_log': 'desk commission',
  'published.releases': 'public desk commission intake',
  'published.sources': 'public desk commission intake',
  'published.steps': 'intake',
  'published.totals': 'public desk commission intake',
  'published.withdrawals': 'public desk commission intake',
  'rooms.correction_areas': 'desk commission',
  'rooms.corrections': 'desk commission room',
  'rooms.plan_areas': 'desk commission',
  'rooms.plan_cells': 'desk commission',
  'rooms.plans': 'desk commission room',
  'workbench.notes': 'desk commission',
  'workbench.windows': 'desk commission',
};

it('are read by the roles they are placed with', async () => {
  const found = await database.deps.db.asOwner((tx) =>
    tx.rows<{ name: string; readers: string }>(
      `select n.nspname || '.' || c.relname as name,
         coalesce(
           string_agg(reader, ' ' order by place) filter (where has_any_column_privilege('gapmap_' || reader, c.oid, 'select')),
           ''
         ) as readers
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       cross join unnest(string_to_array($1, ' ')) with ordinality as listed(reader, place)
       where n.nspname !~ '^(pg_|information_schema|public|pgboss|tiger|topology)'
         and c.relkind in ('r', 'p', 'v', 'm')
       group by 1
       order by 1`,
      [READERS],
    ),
  );
  expect(Object.fromEntries(found.map(({ name, readers }) => [name, readers]))).toEqual(PLACED);
});

it('leave out no role of requests', async () => {
  const roles = await database.deps.db.asOwner((tx) =>
    tx.rows<{ name: string }>(
      "select rolname as name from pg_roles where rolname ~ '^gapmap_' and not rolcanlogin order by 1",
    ),
  );
  const known = new Set([...READERS.split(' '), 'api', 'worker'].map((reader) => `gapmap_${reader}`));
  expect(roles.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
});
