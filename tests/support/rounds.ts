/** A round with lots on real clusters of a loaded state, by the tables alone: for tests of what comes after its pages. */
import type { Deps } from '../../server/deps.ts';
import { NO_TERMS } from '../../server/domain/round/terms.ts';

export interface LotOfTest {
  readonly id: number;
  readonly name: string;
  readonly cells: readonly string[];
}

/** @returns lots on the largest clusters, the largest first */
export async function roundWithLots(
  { db }: Pick<Deps, 'db'>,
  { standing = 'open', lots: wanted = 2 }: { readonly standing?: string; readonly lots?: number } = {},
): Promise<{ readonly round: number; readonly release: number; readonly lots: LotOfTest[] }> {
  return db.asOwner(async (tx) => {
    const { id: release } = await tx.one<{ id: number }>(
      "select release_id as id from published.current where state_fips = '54'",
    );
    const terms = {
      ...NO_TERMS,
      pricePerMonth: 60,
      finishBy: '2028-12-31',
      words: 'Open access for others is welcome.',
    };
    const scoring = [
      { name: 'Price', weight: 60 },
      { name: 'Time', weight: 40 },
    ];
    const { id: round } = await tx.one<{ id: number }>(
      `insert into rounds.rounds (state_fips, title, standing, release_id, measure, terms, scoring, budget, closes_at, opened_at,
         closed_at, unsealed_at, intended_at, ended_at, made_by)
       values ('54', 'Ridge round', $1, $2, 'unserved', $3, $4, 5000000, now() + interval '10 days', now(),
         now(), now(), now(), now(), 'test')
       returning id`,
      [standing, release, JSON.stringify(terms), JSON.stringify(scoring)],
    );
    const clusters = await tx.rows<{ name: string; cells: string[] }>(
      `select name, cells::text[] as cells
       from published.clusters
       where release_id = $1
       order by "of" = 'unserved' desc, cardinality(cells) desc, id
       limit $2`,
      [release, wanted],
    );
    const lots: LotOfTest[] = [];
    for (const [at, { name, cells }] of clusters.entries()) {
      const facts = {
        students: 120 + at,
        households: 61,
        patches: 3,
        counts: { no_internet: { least: 40, hidden: 1 } },
        estimated: 83,
        locations: 240,
        passings: 171,
        routeMiles: 12.4,
        squareMiles: 18.2,
        counties: ['Clay County'],
        schools: ['Ridge Elementary'],
        providers: ['Citynet', 'Frontier'],
        nearest: { name: 'Citynet', miles: 2.1 },
        center: [-80.9, 38.5],
      };
      const { id } = await tx.one<{ id: number }>(
        `insert into rounds.lots (round_id, state_fips, name, facts, students, households, counties, cells, estimate, reference_amount)
         values ($1, '54', $2, $3, $4, 61, '{54015}', $5::bigint[], '{}', 1250000)
         returning id`,
        [round, name, JSON.stringify(facts), 120 + at, cells],
      );
      lots.push({ id, name, cells });
    }
    return { round, release, lots };
  });
}

/** Awards lots of a round to a provider, as the tables of proposals hold it. */
export async function awardTo(
  { db }: Pick<Deps, 'db'>,
  { round, lots, provider, offer }: { round: number; lots: readonly number[]; provider: number; offer: object },
): Promise<void> {
  await db.asOwner(async (tx) => {
    await tx.run(
      `insert into proposals.seals (round_id, state_fips, held_by, public_key, wrapped, unsealed_at)
       values ($1, '54', 'server', '\\x00', '\\x00', now())
       on conflict do nothing`,
      [round],
    );
    const { id: choice } = await tx.one<{ id: number }>(
      `insert into proposals.choices (round_id, state_fips, rules, shown, chosen, reason, decided_by)
       values ($1, '54', '{}', '{}', '{1}', 'most students', 'test')
       returning id`,
      [round],
    );
    // The deadline of a round of the test is over before it begins.
    await tx.run('alter table proposals.proposals disable trigger in_time');
    const { id: proposal } = await tx.one<{ id: number }>(
      `insert into proposals.proposals (round_id, state_fips, provider_id, standing, version)
       values ($1, '54', $2, 'submitted', 1)
       returning id`,
      [round, provider],
    );
    await tx.run('alter table proposals.proposals enable trigger in_time');
    for (const lot of lots)
      await tx.run(
        `insert into proposals.awards (lot_id, round_id, state_fips, choice_id, proposal_id, provider_id, alternative, ask, students, offer)
         values ($1, $2, '54', $3, $4, $5, 1, 900000, 100, $6)`,
        [lot, round, choice, proposal, provider, JSON.stringify(offer)],
      );
  });
}

/** A later FCC filing that the release rests on from now on, with a provider's service at 100/20 in the cells. */
export async function fileLater(
  { db }: Pick<Deps, 'db'>,
  { release, provider, cells }: { release: number; provider: number; cells: readonly string[] },
): Promise<void> {
  await db.asOwner(async (tx) => {
    const { id: filing } = await tx.one<{ id: number }>(
      `insert into coverage.filings (source, state_fips, publisher, title, as_of, revision, synthetic)
       select source, state_fips, publisher, title, '2027-06-30', '2027-11-01', synthetic
       from coverage.filings
       where id = (select filing_id from published.sources where release_id = $1 and audience = 'public' and source = 'fcc')
       returning id`,
      [release],
    );
    await tx.run(
      `insert into coverage.service
       select shard, $1, cell, profile, locations, served_25_3, served_100_20, served_1000_100
       from coverage.service
       where filing_id = (select filing_id from published.sources where release_id = $2 and audience = 'public' and source = 'fcc')`,
      [filing, release],
    );
    await tx.run(
      `insert into coverage.offers (shard, filing_id, cell, provider_id, technology, brand_name, locations, locations_25_3, locations_100_20,
         locations_1000_100, max_download_mbps, max_upload_mbps)
       select shard, $1, cell, $2, 50, 'brand', locations, locations, locations, 0, 100, 20
       from coverage.service
       where filing_id = $1 and profile = 'any' and cell = any ($3::bigint[])`,
      [filing, provider, cells],
    );
    await tx.run(
      `update published.sources set filing_id = $1, as_of = '2027-06-30', revision = '2027-11-01'
       where release_id = $2 and audience = 'public' and source = 'fcc'`,
      [filing, release],
    );
  });
}
