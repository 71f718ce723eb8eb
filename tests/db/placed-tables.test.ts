/** Every table and view of the database, and the roles that may read any of its columns. A new one fails until it is placed here. */
import { expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();

/** Database roles without their prefix, in the order they are listed in. */
const READERS =
  'public desk commission buyer bidder intake collect receive issue author people signin room planner outbox postman keeper teller outreach';

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
  'briefs.current_asks': 'public desk commission buyer bidder keeper',
  'briefs.shared_stories': 'teller',
  'collect.certificates': 'intake collect receive',
  'collect.chunks': 'intake collect receive',
  'collect.districts': 'intake collect receive',
  'collect.enrollments': 'intake collect receive',
  'collect.figures': 'intake collect receive',
  'collect.forgettings': 'intake',
  'collect.steps': 'collect',
  'collect.uploads': 'intake collect receive',
  'commitments.commitments': 'buyer bidder keeper',
  'commitments.evidence': 'buyer bidder',
  'commitments.evidence_chunks': 'buyer bidder',
  'commitments.milestones': 'buyer bidder keeper',
  'commitments.public_commitments': 'public desk commission buyer bidder keeper',
  'commitments.reports': 'buyer bidder',
  'commitments.steps': 'buyer bidder',
  'coverage.area_parts': 'public desk commission buyer bidder intake keeper',
  'coverage.areas': 'public desk commission buyer bidder intake keeper',
  'coverage.awaited': 'public desk commission buyer bidder intake keeper',
  'coverage.cell_changes': 'public desk commission buyer bidder intake keeper',
  'coverage.claims': 'desk commission buyer bidder intake',
  'coverage.comparisons': 'public desk commission buyer bidder intake keeper',
  'coverage.filing_files': 'desk commission buyer bidder intake',
  'coverage.filings': 'public desk commission buyer bidder intake keeper',
  'coverage.funded': 'public desk commission buyer bidder intake keeper',
  'coverage.loading': 'intake',
  'coverage.offers': 'public desk commission buyer bidder intake keeper',
  'coverage.place_changes': 'public desk commission buyer bidder intake keeper',
  'coverage.providers': 'public desk commission buyer bidder intake people keeper',
  'coverage.service': 'public desk commission buyer bidder intake keeper',
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
  'mail.messages': 'outbox postman',
  'outreach.contacts': 'outreach',
  'outreach.log': 'outreach',
  'outreach.plans': 'outreach',
  'outreach.sendings': '',
  'places.ground': 'public desk commission buyer bidder intake keeper',
  'places.ground_tiles': 'public desk commission buyer bidder intake keeper',
  'places.roads': 'public desk commission buyer bidder intake keeper',
  'places.members': 'public desk commission buyer bidder intake keeper',
  'places.parts': 'public desk commission buyer bidder intake receive keeper',
  'places.places': 'public desk commission buyer bidder intake collect receive issue people keeper',
  'proposals.attachment_chunks': 'buyer bidder',
  'proposals.attachments': 'buyer bidder',
  'proposals.awards': 'buyer bidder',
  'proposals.choices': 'buyer',
  'proposals.clarifications': 'buyer bidder',
  'proposals.drafts': 'bidder',
  'proposals.openers': 'buyer',
  'proposals.proposals': 'buyer bidder',
  'proposals.public_receipts': 'public desk commission buyer bidder keeper',
  'proposals.scores': 'buyer',
  'proposals.seals': 'buyer bidder',
  'proposals.unsealings': 'buyer',
  'proposals.versions': 'buyer bidder',
  'proposals.wraps': 'buyer',
  'published.cluster_standings': 'public desk commission buyer bidder intake keeper',
  'published.clusters': 'public desk commission buyer bidder intake keeper',
  'published.combos': 'public desk commission buyer bidder intake keeper',
  'published.current': 'public desk commission buyer bidder intake keeper',
  'published.hexes': 'public desk commission buyer bidder intake keeper',
  'published.lands': 'public desk commission buyer bidder intake keeper',
  'published.no_fixed_residence': 'public desk commission buyer bidder intake keeper',
  'published.patches': 'public desk commission buyer bidder intake keeper',
  'published.place_patches': 'public desk commission buyer bidder intake keeper',
  'published.place_totals': 'public desk commission buyer bidder intake keeper',
  'published.privacy_reports': 'public desk commission buyer bidder intake keeper',
  'published.release_log': 'desk commission buyer bidder',
  'published.releases': 'public desk commission buyer bidder intake keeper',
  'published.sources': 'public desk commission buyer bidder intake keeper',
  'published.steps': 'intake',
  'published.totals': 'public desk commission buyer bidder intake keeper',
  'published.withdrawals': 'public desk commission buyer bidder intake keeper',
  'reviews.answers': 'collect',
  'reviews.changes': 'collect',
  'rooms.alerts': 'room',
  'rooms.correction_areas': 'desk commission buyer bidder',
  'rooms.corrections': 'desk commission buyer bidder room',
  'rooms.plan_areas': 'desk commission buyer bidder',
  'rooms.plan_cells': 'desk commission buyer bidder',
  'rooms.plans': 'desk commission buyer bidder room',
  'rounds.told_near': '',
  'rounds.amendments': 'buyer bidder',
  'rounds.document_chunks': 'buyer bidder',
  'rounds.documents': 'buyer bidder',
  'rounds.interests': 'buyer bidder',
  'rounds.lot_patches': 'buyer bidder',
  'rounds.lots': 'buyer bidder',
  'rounds.public_answers': 'public desk commission buyer bidder keeper',
  'rounds.public_rounds': 'public desk commission buyer bidder keeper',
  'rounds.qualifications': 'buyer bidder',
  'rounds.questions': 'buyer bidder',
  'rounds.rounds': 'buyer bidder',
  'rounds.steps': 'buyer bidder',
  'workbench.notes': 'desk commission buyer bidder',
  'workbench.windows': 'desk commission buyer bidder',
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
