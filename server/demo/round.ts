/** A made-up round that is open, so that each person of the demo finds something in it. Each part is made once, by the features' own moves. */

import type { Deps } from '../deps.ts';
import type { Bidder, Buyer } from '../domain/actor.ts';
import { DAY_MS } from '../domain/day.ts';
import type { Alternative, Proposal } from '../domain/round/proposal.ts';
import type { QualificationFacts } from '../domain/round/qualification.ts';
import { NO_TERMS } from '../domain/round/terms.ts';
import { COMMAND_LINE, type Doer } from '../features/audit/index.ts';
import { estimateReader } from '../features/estimates/index.ts';
import { keepDraft, keysOf } from '../features/proposals/index.ts';
import { apply, decide } from '../features/qualifications/index.ts';
import {
  askQuestion,
  beginShaping,
  candidates,
  changeRound,
  draftRound,
  lockRound,
  makeLots,
  moveRound,
  roundFor,
} from '../features/rounds/index.ts';
import type { Tx } from '../platform/db.ts';
import { STATE_FIPS } from './load.ts';

const TITLE = 'Ridge round of the demo (made up)';
const WORDS =
  'This round is made up, as all data of this demo: nobody asks for anything, and nobody is bound. Open access for others is welcome.';
const MOST_LOTS = 5;
const QUESTIONS_DAYS = 14;
const OPEN_DAYS = 28;
/** Of the reference amounts, in per cent: not all lots can be paid for. */
const BUDGET_PERCENT = 70;

const BUYER: Buyer = { role: 'buyer', stateFips: STATE_FIPS };
const DEMO: Doer = { ...COMMAND_LINE(STATE_FIPS), who: 'the demo (made up)' };

/** Of the providers of the demo's persons the first has begun its answer and the second asked; the third waits to be qualified. */
export async function loadDemoRound(deps: Deps): Promise<void> {
  const providers = await deps.db.as({ role: 'public' }, (tx) =>
    tx.rows<{ id: number; name: string }>(
      'select provider_id as id, name from coverage.providers order by provider_id limit 3',
    ),
  );
  for (const [at, provider] of providers.entries()) await qualify(deps, provider, at < 2);
  const [drafting, asking] = providers;
  const { id: round, standing } = (await roundThere(deps)) ?? (await openRound(deps));
  if (standing !== 'open') return;
  if (drafting) await beginAnswer(deps, bidder(drafting.id), round);
  if (asking) await ask(deps, bidder(asking.id), round);
}

interface DemoRound {
  readonly id: number;
  readonly standing: string;
}

function roundThere({ db }: Deps): Promise<DemoRound | undefined> {
  return db.as(BUYER, (tx) =>
    tx.maybe('select id, rounds.standing_now(standing, closes_at) as standing from rounds.rounds where title = $1', [
      TITLE,
    ]),
  );
}

function bidder(providerId: number): Bidder {
  return { role: 'bidder', stateFips: STATE_FIPS, providerId };
}

interface Named {
  readonly id: number;
  readonly name: string;
}

async function qualify({ db }: Deps, { id, name }: Named, isDecided: boolean): Promise<void> {
  const isNew = await db.as(bidder(id), async (tx) => {
    if (await tx.maybe('select from rounds.qualifications where provider_id = $1', [id])) return false;
    const contacts = [
      { name: 'Robin Vale (made up)', part: 'may sign', email: `rounds@provider-${id}.example`, phone: '' },
    ];
    await apply(tx, DEMO, { facts: factsOf(id, name), contacts });
    return true;
  });
  if (isNew && isDecided)
    await db.as(BUYER, (tx) => decide(tx, DEMO, { providerId: id, move: 'qualify', reason: undefined }));
}

function factsOf(id: number, name: string): QualificationFacts & { technologies: number[] } {
  return {
    legalName: name,
    frn: String(id).padStart(10, '0'),
    uei: '',
    address: '1 Example Street, Charleston, WV (made up)',
    website: '',
    yearsInService: 12,
    subscribers: 8_400,
    technologies: [50, 71],
    experience: 'Made up: 310 miles of fiber in three counties, on time.',
    finances: 'Made up: from income, and a line of credit.',
  };
}

/** Canceled where the release has nothing to shape lots from. */
function openRound({ db }: Deps): Promise<DemoRound> {
  return db.as(BUYER, async (tx) => {
    const id = await draftRound(tx, DEMO, { title: TITLE, measure: 'unserved' });
    const shaping = await beginShaping(tx, id, { estimates: estimateReader(), doer: DEMO });
    const { clusters } = await candidates(tx, shaping);
    // Clusters that areas lie in whole share none of them.
    const whole = clusters.filter(({ isWhole }) => isWhole).slice(0, MOST_LOTS);
    const chosen = whole.length > 0 ? whole : clusters.slice(0, 1);
    if (chosen.length > 0) await makeLots(tx, shaping, { clusters: chosen.map((cluster) => cluster.id) });
    const { lots } = await roundFor(tx, BUYER, id);
    if (lots.length === 0) {
      const reason = 'There is no cluster to shape a lot from.';
      return {
        id,
        standing: await moveRound(tx, DEMO, await lockRound(tx, id), { move: 'cancel', by: 'staff', reason }),
      };
    }
    const reference = lots.reduce((sum, { referenceAmount }) => sum + (referenceAmount ?? 0), 0);
    await changeRound(tx, DEMO, id, {
      title: TITLE,
      terms: {
        ...NO_TERMS,
        pricePerMonth: 60,
        install: 100,
        termMonths: 24,
        lowCostPlan: 30,
        finishBy: dayIn(1_100),
        words: WORDS,
      },
      scoring: [
        { name: 'Price for a household', weight: 40 },
        { name: 'Time to the last home', weight: 35 },
        { name: 'Experience', weight: 25 },
      ],
      budget: Math.round((reference * BUDGET_PERCENT) / 100),
      showsReference: true,
      allowsRepair: true,
      marginSeconds: 259_200,
      protestSeconds: 864_000,
      questionsCloseAt: momentIn(QUESTIONS_DAYS),
      closesAt: momentIn(OPEN_DAYS),
    });
    return { id, standing: await moveRound(tx, DEMO, await lockRound(tx, id), { move: 'open', by: 'staff' }) };
  });
}

/** A draft for the first two lots, which only its provider reads, unless it has begun. */
async function beginAnswer(deps: Deps, provider: Bidder, round: number): Promise<void> {
  const lots = await deps.db.as(provider, async (tx) => {
    if (await tx.maybe('select from proposals.proposals where round_id = $1', [round])) return [];
    return (await lotsOf(tx, provider, round)).slice(0, 2);
  });
  if (lots.length === 0) return;
  await keepDraft(deps.db, provider, { keys: await keysOf(deps), round, doer: DEMO }, answer(lots));
}

/** One question, while questions are open. */
function ask({ db }: Deps, provider: Bidder, round: number): Promise<void> {
  return db.as(provider, async (tx) => {
    const { mayAsk } = await tx.one<{ mayAsk: boolean }>(
      `select questions_close_at > clock_timestamp() and not exists (select from rounds.questions q where q.round_id = r.id) as "mayAsk"
       from rounds.rounds r
       where id = $1`,
      [round],
    );
    const question = 'May a lot be served partly by fixed wireless, if the speed holds? (made up)';
    if (mayAsk) await askQuestion(tx, DEMO, round, question);
  });
}

async function lotsOf(tx: Tx, provider: Bidder, round: number) {
  return (await roundFor(tx, provider, round)).lots;
}

type AskedLot = Awaited<ReturnType<typeof lotsOf>>[number];

const UNKNOWN_REFERENCE = 400_000;
const SUBSIDY_SHARE = 0.62;
const CAPITAL_SHARE = 0.95;

function answer(lots: readonly AskedLot[]): Proposal {
  const thousands = (amount: number) => 1000 * Math.round(amount / 1000);
  const alternative: Alternative = {
    lots: lots.map(({ id, referenceAmount }) => ({
      lot: id,
      subsidy: thousands(SUBSIDY_SHARE * (referenceAmount ?? UNKNOWN_REFERENCE)),
      capital: thousands(CAPITAL_SHARE * (referenceAmount ?? UNKNOWN_REFERENCE)),
    })),
    bundle: 'all',
    technology: 50,
    downloadMbps: 500,
    uploadMbps: 100,
    latencyMs: 20,
    share: 95,
    pricePerMonth: 55,
    install: 0,
    termMonths: 24,
    start: dayIn(150),
    finish: dayIn(900),
    milestones: [],
  };
  return {
    alternatives: [alternative],
    partners: '',
    otherMoney: '',
    words: 'A made-up draft of the demo: fiber along the state roads.',
    signer: { name: 'Robin Vale (made up)', title: 'may sign', email: '' },
    attachments: [],
    confidential: [],
  };
}

function momentIn(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString();
}

function dayIn(days: number): string {
  return momentIn(days).slice(0, 10);
}
