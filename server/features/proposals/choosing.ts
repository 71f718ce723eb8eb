/** Trying choices, and deciding one. */
import type { Buyer } from '../../domain/actor.ts';
import {
  type Bid,
  brokenRules,
  type Choice,
  type ChoiceRules,
  choiceOf,
  greedyChoice,
} from '../../domain/round/choice.ts';
import { bidsOf, studentsReached } from '../../domain/round/proposal.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { inThread } from '../../platform/thread.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { hindered, lockRound, moveRound } from '../rounds/index.ts';
import type { DecideBody, Rules, Tried, TryBody } from './contract-staff.ts';
import type { Keys } from './keys.ts';
import { type OpenedProposal, openedOf } from './opened.ts';
import { lotsOf, roundFor } from './round.ts';
import type { Solved } from './solve.ts';

interface Asked {
  readonly keys: Keys;
  readonly round: number;
}

interface Table {
  readonly opened: readonly OpenedProposal[];
  readonly bids: readonly Bid[];
}

/** Bids that may be chosen: of proposals that are neither stale nor excluded. @throws Refusal 404, 409 before it is unsealed */
async function tableOf(tx: Tx, { keys, round }: Asked, { excluded }: Rules): Promise<Table> {
  const { standing } = await roundFor(tx, round);
  if (['draft', 'shared', 'open', 'closed', 'cancelled'].includes(standing))
    throw refusal('proposals.not-unsealed', 409);
  const lots = await lotsOf(tx, round, 'buyer');
  const out = new Set(excluded.map(({ proposal }) => proposal));
  const opened = (await openedOf(tx, keys, round)).filter(({ id, isStale }) => !isStale && !out.has(id));
  const students = new Map(lots.map((lot) => [lot.id, lot.students]));
  return {
    opened,
    bids: opened.flatMap(({ id, providerId, proposal }) =>
      bidsOf(proposal, { proposal: id, provider: String(providerId) }, students),
    ),
  };
}

/** @throws Refusal 400 for a bid that is not there, 404, 409 */
export async function tryChoice(
  db: Db,
  buyer: Buyer,
  asked: Asked,
  { rules, byHand, signal }: TryBody & { readonly signal: AbortSignal },
): Promise<Tried> {
  const { bids } = await db.as(buyer, (tx) => tableOf(tx, asked, rules));
  refuseUnknown(bids, byHand);
  return triedOf(bids, rules, byHand, await solveApart(bids, rules, signal));
}

function solveApart(bids: readonly Bid[], rules: ChoiceRules, signal: AbortSignal): Promise<Solved> {
  return inThread(new URL('./worker.ts', import.meta.url), { bids, rules }, signal);
}

function triedOf(bids: readonly Bid[], rules: ChoiceRules, byHand: readonly string[], { best, forced }: Solved): Tried {
  const judged = (choice: Choice) => ({
    ...shown(choice),
    broken: brokenRules(bids, new Set(choice.chosen), rules),
  });
  return {
    best: best ? { ...shown(best), isProven: best.isProven } : null,
    forced: Object.entries(forced).map(([bid, choice]) => ({
      bid,
      choice: choice ? shown(choice) : null,
      fewerStudents: best && choice ? best.students - choice.students : null,
      moreMoney: best && choice ? choice.cost - best.cost : null,
    })),
    greedy: judged(greedyChoice(bids, rules)),
    byHand: judged(choiceOf(bids, new Set(byHand))),
  };
}

function shown({ chosen, students, cost, finish }: Choice) {
  return { chosen: [...chosen], students, cost, ...(finish === undefined ? {} : { finish }) };
}

function refuseUnknown(bids: readonly Bid[], wanted: readonly string[]): void {
  const known = new Set(bids.map(({ id }) => id));
  if (wanted.some((id) => !known.has(id))) throw refusal('proposals.bid-unknown', 400);
}

/** Records the decision with what the solver said, and who is to serve which lot. @throws Refusal 400, 404, 409 */
export async function decide(
  db: Db,
  buyer: Buyer,
  asked: Asked,
  { rules, chosen, reason, doer, signal }: DecideBody & { readonly doer: Doer; readonly signal: AbortSignal },
): Promise<void> {
  const { bids } = await db.as(buyer, (tx) => tableOf(tx, asked, rules));
  refuseUnknown(bids, chosen);
  const [broken] = brokenRules(bids, new Set(chosen), rules);
  if (broken) throw refusal('proposals.choice-broken', 409, { brokenRule: broken });
  const shownThen = triedOf(bids, rules, chosen, await solveApart(bids, rules, signal));
  const { round } = asked;
  await db.as(buyer, async (tx) => {
    const locked = await lockRound(tx, round);
    if (locked.standing === 'unsealed') await moveRound(tx, doer, locked, { move: 'evaluate', by: 'staff' });
    else if (locked.standing !== 'evaluation') throw hindered('standing');
    const { id } = await tx.one<{ id: number }>(
      `insert into proposals.choices (round_id, rules, shown, chosen, reason, decided_by)
       values ($1, $2, $3, $4, $5, $6)
       returning id`,
      [round, JSON.stringify(rules), JSON.stringify(shownThen), chosen, reason.trim(), doer.who.slice(0, 200)],
    );
    await writeAwards(tx, asked, { choice: id, chosen, rules });
    for (const { proposal, reason } of rules.excluded)
      await recordAct(tx, doer, {
        did: 'proposals.exclude',
        thing: `proposal ${proposal} of round ${round}`,
        note: reason,
      });
    await recordAct(tx, doer, { did: 'rounds.decide', thing: `round ${round}, choice ${id}`, note: reason.trim() });
  });
}

async function writeAwards(
  tx: Tx,
  asked: Asked,
  { choice, chosen, rules }: { choice: number; chosen: readonly string[]; rules: Rules },
): Promise<void> {
  const { opened, bids } = await tableOf(tx, asked, rules);
  const students = new Map((await lotsOf(tx, asked.round, 'buyer')).map((lot) => [lot.id, lot.students]));
  await tx.run('delete from proposals.awards where round_id = $1', [asked.round]);
  for (const bid of bids.filter(({ id }) => chosen.includes(id))) {
    const [proposal = 0, alternative = 0] = bid.alternative.split('.').map(Number);
    const of = opened.find(({ id }) => id === proposal);
    const offered = of?.proposal.alternatives[alternative - 1];
    if (!of || !offered) throw new Error('a bid is of an alternative that was opened');
    const { lots, bundle: _, ...offer } = offered;
    for (const { lot, subsidy } of lots.filter((one) => bid.lots.includes(one.lot)))
      await tx.run(
        `insert into proposals.awards (lot_id, round_id, choice_id, proposal_id, provider_id, alternative, ask, students, offer)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          lot,
          asked.round,
          choice,
          proposal,
          of.providerId,
          alternative,
          subsidy,
          studentsReached(students.get(lot) ?? 0, offered.share),
          JSON.stringify(offer),
        ],
      );
  }
}
