/**
 * What staff ask a bidder about its opened proposal, and what it answers in its room by a time. Kept with the proposal, which stays as it
 * was submitted; nobody else is told.
 */
import { TRANSITIONS, whyNot } from '../../domain/round/transitions.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { lockRound, momentOf, tellToClarify } from '../rounds/index.ts';
import type { Clarification, ClarifyBody } from './contract-judging.ts';
import { refuseUnlessChoosing } from './judging.ts';

type Row = Omit<Clarification, 'askedAt' | 'answerBy' | 'answeredAt'> & {
  readonly of: number;
  readonly askedAt: Date;
  readonly answerBy: Date;
  readonly answeredAt: Date | null;
};

/** Those the reader may know of, by proposal. @param names whether who asked is told */
export async function clarificationsOf(
  tx: Tx,
  round: number,
  names: 'with-names' | 'without-names',
): Promise<Map<number, Clarification[]>> {
  const rows = await tx.rows<Row>(
    `select c.proposal_id as of, c.id, c.question, c.asked_at as "askedAt", c.asked_by as "askedBy", c.answer_by as "answerBy",
       c.answer is null and clock_timestamp() < c.answer_by as "isWaiting", c.answer, c.answered_at as "answeredAt", c.answered_by as "answeredBy"
     from proposals.clarifications c
     join proposals.proposals p on p.id = c.proposal_id
     where p.round_id = $1
     order by c.id`,
    [round],
  );
  const said = rows.map(({ askedAt, answerBy, answeredAt, askedBy, ...row }) => ({
    ...row,
    askedAt: askedAt.toISOString(),
    askedBy: names === 'with-names' ? askedBy : null,
    answerBy: answerBy.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  }));
  return new Map(
    [...Map.groupBy(said, ({ of }) => of)].map(([proposal, own]) => [proposal, own.map(({ of: _, ...one }) => one)]),
  );
}

/** @throws Refusal 404, 409 while one waits or unless staff are choosing, 422 for a time that has passed */
export async function askToClarify(
  tx: Tx,
  doer: Doer,
  { round, proposal, question, answerBy }: ClarifyBody & { readonly round: number; readonly proposal: number },
): Promise<void> {
  const locked = await lockRound(tx, round);
  await refuseUnlessChoosing(tx, locked);
  const known = await tx.maybe<{ provider: number; waits: boolean }>(
    `select provider_id as provider, ${WAITS} as waits from proposals.proposals p where p.round_id = $1 and p.id = $2`,
    [round, proposal],
  );
  if (!known) throw refusal('proposals.unknown', 404);
  const from = known.waits ? 'clarification' : 'opened';
  if (whyNot(TRANSITIONS.proposal.clarify, { by: 'staff', from, holds: { 'has-reason': true } }))
    throw refusal('proposals.clarification-waits', 409);
  const until = momentOf(answerBy);
  if (!until || until <= locked.now) throw refusal('proposals.clarification-past', 422);
  const { id } = await tx.one<{ id: number }>(
    `insert into proposals.clarifications (proposal_id, question, asked_by, answer_by)
     values ($1, $2, $3, $4)
     returning id`,
    [proposal, question.trim(), doer.who.slice(0, 200), until],
  );
  await recordAct(tx, doer, {
    did: TRANSITIONS.proposal.clarify.did,
    thing: `proposal ${proposal} of round ${round}, clarification ${id}`,
  });
  await tellToClarify(tx, round, { provider: known.provider, answerBy: until });
}

/** A proposal `p` that may be clarified now. */
const WAITS = `exists (
  select from proposals.clarifications c where c.proposal_id = p.id and c.answer is null and clock_timestamp() < c.answer_by
)`;

/** @throws Refusal 409 while a bidder that is to be awarded may still answer */
export async function refuseWhileAsked(tx: Tx, round: number): Promise<void> {
  const asked = await tx.maybe(
    `select from proposals.awards a join proposals.proposals p on p.id = a.proposal_id where a.round_id = $1 and ${WAITS} limit 1`,
    [round],
  );
  if (asked) throw refusal('proposals.clarification-waits', 409);
}

/** @throws Refusal 404, 409 when it is answered, or its time is over */
export async function answerToClarify(
  tx: Tx,
  doer: Doer,
  { round, clarification, answer }: { readonly round: number; readonly clarification: number; readonly answer: string },
): Promise<void> {
  const known = await tx.maybe<{ proposal: number; isAnswered: boolean }>(
    `select c.proposal_id as proposal, c.answer is not null as "isAnswered"
     from proposals.clarifications c
     join proposals.proposals p on p.id = c.proposal_id
     where p.round_id = $1
       and c.id = $2`,
    [round, clarification],
  );
  if (!known) throw refusal('proposals.clarification-unknown', 404);
  if (known.isAnswered) throw refusal('proposals.clarification-answered', 409);
  const kept = await tx.run(
    `update proposals.clarifications
     set answer = $2, answered_at = clock_timestamp(), answered_by = $3
     where id = $1
       and answer is null
       and clock_timestamp() < answer_by`,
    [clarification, answer.trim(), doer.who.slice(0, 200)],
  );
  if (kept === 0) throw refusal('proposals.clarification-over', 409);
  await recordAct(tx, doer, {
    did: TRANSITIONS.proposal.answer.did,
    thing: `proposal ${known.proposal} of round ${round}, clarification ${clarification}`,
  });
}
