/** Drafts of rounds, and what staff set of them before they open. */
import { isDay } from '../../domain/day.ts';
import type { Terms } from '../../domain/round/terms.ts';
import { NO_TERMS } from '../../domain/round/terms.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { releaseNamed } from '../releases/index.ts';
import type { DraftBody, RoundBody } from './contract.ts';
import { lockRound, refuseFrozen } from './move.ts';

/** Of the state's current release. @throws Refusal as releaseNamed */
export async function draftRound(tx: Tx, doer: Doer, { title, measure }: DraftBody): Promise<number> {
  const release = await releaseNamed(tx, 'current');
  const { id } = await tx.one<{ id: number }>(
    `insert into rounds.rounds (title, release_id, measure, terms, scoring, made_by)
     values ($1, $2, $3, $4::jsonb, '[]', $5)
     returning id`,
    [title.trim(), release.id, measure, JSON.stringify(NO_TERMS), doer.who.slice(0, 200)],
  );
  await recordAct(tx, doer, { did: 'rounds.draft', thing: `round ${id}` });
  return id;
}

/** @throws Refusal 404, 409 once it has opened, 400 for a day or a time that is none */
export async function changeRound(tx: Tx, doer: Doer, id: number, body: RoundBody): Promise<void> {
  const times = { questions: momentOf(body.questionsCloseAt), closes: momentOf(body.closesAt) };
  refuseNoDay(body.terms);
  refuseFrozen(await lockRound(tx, id));
  await tx.run(
    `update rounds.rounds
     set title = $2, terms = $3::jsonb, scoring = $4::jsonb, budget = $5, shows_reference = $6, allows_repair = $7, margin_seconds = $8,
       protest_seconds = $9, questions_close_at = $10, closes_at = $11, changed_at = clock_timestamp()
     where id = $1`,
    [
      id,
      body.title.trim(),
      JSON.stringify(body.terms),
      JSON.stringify(body.scoring),
      body.budget,
      body.showsReference,
      body.allowsRepair,
      body.marginSeconds,
      body.protestSeconds,
      times.questions,
      times.closes,
    ],
  );
  await recordAct(tx, doer, { did: 'rounds.change', thing: `round ${id}` });
}

/** @throws Refusal 400 */
export function refuseNoDay({ startBy, finishBy }: Terms): void {
  for (const day of [startBy, finishBy]) if (day !== null && !isDay(day)) throw refusal('rounds.day', 400, { day });
}

const YEARS = { first: 2000, last: 2200 };

/** @throws Refusal 400 for a time that the database cannot hold, or far from any round */
export function momentOf(text: string | null): Date | null {
  if (text === null) return null;
  const time = new Date(text);
  const year = time.getUTCFullYear();
  if (!(year >= YEARS.first && year <= YEARS.last)) throw refusal('rounds.time', 400);
  return time;
}
