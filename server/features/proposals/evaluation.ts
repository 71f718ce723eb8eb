/** All that the staff's page of opening, comparing and choosing shows. */
import { offersOf } from '../../domain/round/compare.ts';
import type { Tx } from '../../platform/db.ts';
import type { Doer } from '../audit/index.ts';
import { clarificationsOf } from './clarify.ts';
import type { Decision, Evaluation, Rules } from './contract-staff.ts';
import { scoresOf } from './judging.ts';
import type { Keys } from './keys.ts';
import { openedOf, sealInWords } from './opened.ts';
import { awardsOf } from './room.ts';
import { headOf, lotsOf, roundFor } from './round.ts';

/** @param doer who reads: what points are its own */
export async function evaluationOf(tx: Tx, keys: Keys, id: number, doer: Doer): Promise<Evaluation> {
  const round = await roundFor(tx, id);
  const lots = await lotsOf(tx, id, 'buyer');
  const opened = await openedOf(tx, keys, id);
  const clarifications = await clarificationsOf(tx, id, 'with-names');
  const { budget } = await tx.one<{ budget: bigint | null }>('select budget from rounds.rounds where id = $1', [id]);
  const repairedBy = await tx.maybe<{ id: number; title: string }>(
    'select id, title from rounds.rounds where repairs = $1 order by id desc limit 1',
    [id],
  );
  return {
    round: headOf(round),
    budget: budget === null ? null : Number(budget),
    allowsRepair: round.allowsRepair,
    repairedBy: repairedBy ?? null,
    seal: await sealInWords(tx, id, doer),
    lots,
    opened: opened.map(({ providerId: _, ...one }) => ({ ...one, clarifications: clarifications.get(one.id) ?? [] })),
    offers: offersOf(opened, lots, round.terms),
    scores: await scoresOf(tx, doer, { round: id, criteria: round.scoring, opened }),
    decision: (await lastDecision(tx, id)) ?? null,
    awards: await awardsOf(tx, id),
  };
}

async function lastDecision(tx: Tx, round: number): Promise<Decision | undefined> {
  const row = await tx.maybe<Omit<Decision, 'decidedAt' | 'rules'> & { decidedAt: Date; rules: Rules }>(
    `select chosen, reason, decided_at as "decidedAt", decided_by as "decidedBy", rules
     from proposals.choices
     where round_id = $1
     order by id desc
     limit 1`,
    [round],
  );
  return row && { ...row, decidedAt: row.decidedAt.toISOString() };
}
