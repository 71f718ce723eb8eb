/** What providers say and ask before a round closes: which lots they would bid on, and questions, whose answers are public. */
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { tellOfAnswer } from './tell.ts';

interface Standing {
  readonly standing: string;
  readonly mayAsk: boolean;
}

/** @throws Refusal 404 for a round that the reader is not shown */
async function shownRound(tx: Tx, id: number): Promise<Standing> {
  const row = await tx.maybe<Standing>(
    `select rounds.standing_now(standing, closes_at) as standing,
       rounds.standing_now(standing, closes_at) in ('shared', 'open') and coalesce(questions_close_at > clock_timestamp(), true) as "mayAsk"
     from rounds.rounds
     where id = $1`,
    [id],
  );
  if (!row) throw refusal('rounds.unknown', 404);
  return row;
}

/** All lots of the draft that the provider would bid on, in place of what it said before. @throws Refusal 404, 409 */
export async function sayInterests(tx: Tx, doer: Doer, id: number, lots: readonly number[]): Promise<void> {
  const { standing } = await shownRound(tx, id);
  if (standing !== 'shared') throw refusal('rounds.interest-over', 409);
  const known = await tx.rows('select from rounds.lots where round_id = $1 and id = any ($2::integer[])', [id, lots]);
  if (known.length < lots.length) throw refusal('rounds.lot-unknown', 404);
  await tx.run('delete from rounds.interests where lot_id in (select id from rounds.lots where round_id = $1)', [id]);
  await tx.run('insert into rounds.interests (lot_id) select unnest($1::integer[])', [lots]);
  await recordAct(tx, doer, { did: 'rounds.interest', thing: `round ${id}` });
}

/** @throws Refusal 404, 409 when the time for questions is over */
export async function askQuestion(tx: Tx, doer: Doer, id: number, question: string): Promise<void> {
  const { mayAsk } = await shownRound(tx, id);
  if (!mayAsk) throw refusal('rounds.questions-over', 409);
  await tx.run('insert into rounds.questions (round_id, question) values ($1, $2)', [id, question.trim()]);
  await recordAct(tx, doer, { did: 'rounds.question', thing: `round ${id}` });
}

/** Question and answer are public from then on. @throws Refusal 404, 409 when it is answered */
export async function answerQuestion(
  tx: Tx,
  doer: Doer,
  { round, question, answer }: { round: number; question: number; answer: string },
): Promise<void> {
  const known = await tx.maybe<{ answer: string | null }>(
    'select answer from rounds.questions where round_id = $1 and id = $2 for update',
    [round, question],
  );
  if (!known) throw refusal('rounds.question-unknown', 404);
  if (known.answer !== null) throw refusal('rounds.question-answered', 409);
  await tx.run('update rounds.questions set answer = $2, answered_at = clock_timestamp() where id = $1', [
    question,
    answer.trim(),
  ]);
  await recordAct(tx, doer, { did: 'rounds.answered', thing: `round ${round}, question ${question}` });
  await tellOfAnswer(tx, round);
}
