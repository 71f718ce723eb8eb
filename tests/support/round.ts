/** A round with lots, staff and providers, written as its own tables have it, and the API as each of them. */
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Deps } from '../../server/deps.ts';
import type { Alternative, Proposal } from '../../server/domain/round/proposal.ts';
import { type Criterion, NO_TERMS } from '../../server/domain/round/terms.ts';
import { createToken } from '../../server/features/accounts/index.ts';

const FIPS = '54';

/** As often as a test likes. */
const MANY = 1_000_000;
export const NO_LIMITS = { api: MANY, tiles: MANY, files: MANY, seldom: MANY, enter: MANY };

export interface RoundWanted {
  readonly standing?: 'draft' | 'shared' | 'open';
  /** From now. */
  readonly closesInMs?: number;
  /** Students of each lot; half as many households. */
  readonly lots?: readonly number[];
  readonly protestSeconds?: number;
  readonly budget?: number;
  readonly scoring?: readonly Criterion[];
}

/** @returns ids of the round and its lots */
export function aRound(
  { db }: Deps,
  {
    standing = 'open',
    closesInMs = 3_600_000,
    lots = [40, 60, 20],
    protestSeconds = 0,
    budget = 500_000,
    scoring = [],
  }: RoundWanted = {},
): Promise<{ round: number; lots: number[] }> {
  return db.asOwner(async (tx) => {
    const { id } = await tx.one<{ id: number }>(
      `insert into rounds.rounds (state_fips, title, standing, release_id, measure, terms, scoring, budget, protest_seconds,
         closes_at, opened_at, shared_at, made_by)
       values ($1, 'Round of the hills', $2, 1, 'unserved', $3, $7, $4, $5,
         clock_timestamp() + $6 * interval '1 millisecond', case when $2 = 'open' then now() end, now(), 'Ada')
       returning id`,
      [
        FIPS,
        standing,
        JSON.stringify({ ...NO_TERMS, pricePerMonth: 60, finishBy: '2028-12-31' }),
        budget,
        protestSeconds,
        closesInMs,
        JSON.stringify(scoring),
      ],
    );
    const made: number[] = [];
    for (const [at, students] of lots.entries()) {
      const lot = await tx.one<{ id: number }>(
        `insert into rounds.lots (round_id, state_fips, name, facts, students, households, counties, cells, estimate, reference_amount)
         values ($1, $2, $3, '{}', $4, $5, '{54015}', '{}', '{}', 100000)
         returning id`,
        [id, FIPS, `Lot ${at + 1}`, students, students / 2],
      );
      made.push(lot.id);
    }
    return { round: id, lots: made };
  });
}

/** Ends a round's window, as time would. */
export function passDeadline({ db }: Deps, round: number): Promise<number> {
  return db.asOwner((tx) =>
    tx.run("update rounds.rounds set closes_at = clock_timestamp() - interval '1 second' where id = $1", [round]),
  );
}

export async function qualify({ db }: Deps, providerId: number): Promise<void> {
  await db.asOwner((tx) =>
    tx.run(
      `insert into rounds.qualifications (state_fips, provider_id, standing, facts, contacts, good_until)
       values ($1, $2, 'qualified', '{}', '[{"name": "Eve Signer", "part": "may sign", "email": "eve@kestrel.example"}]',
         now() + interval '1 year')
       on conflict do nothing`,
      [FIPS, providerId],
    ),
  );
}

export async function tokenOf(deps: Deps, role: 'agency' | 'provider', providerId = 1): Promise<string> {
  const to = { role, stateFips: FIPS, providerId, label: `${role} ${providerId}`, days: 1 };
  return (await createToken(deps, to as Parameters<typeof createToken>[1])).token;
}

export function apiOf(app: FastifyInstance, token: string | undefined) {
  return (method: 'GET' | 'POST' | 'PUT', url: string, payload?: InjectOptions['payload']) =>
    app.inject({
      method,
      url,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {}),
      },
      ...(payload === undefined ? {} : { payload }),
    });
}

export function anAlternative(lots: readonly number[], more: Partial<Alternative> = {}): Alternative {
  return {
    lots: lots.map((lot) => ({ lot, subsidy: 50_000, capital: 90_000 })),
    bundle: 'all',
    technology: 50,
    downloadMbps: 500,
    uploadMbps: 100,
    latencyMs: 20,
    share: 100,
    pricePerMonth: 55,
    install: 0,
    termMonths: 24,
    start: '2027-03-01',
    finish: '2028-06-30',
    milestones: [
      { percent: 40, day: '2027-12-31' },
      { percent: 100, day: '2028-06-30' },
    ],
    ...more,
  };
}

export function aProposal(alternatives: readonly Alternative[], more: Partial<Proposal> = {}): Proposal {
  return {
    alternatives,
    partners: '',
    otherMoney: '',
    words: '',
    signer: { name: 'Eve Signer', title: 'CEO', email: 'eve@kestrel.example' },
    attachments: [],
    confidential: [],
    ...more,
  };
}
