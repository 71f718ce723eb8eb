/** Amendments of an open round: each is numbered, says what it changed, and moves a deadline that is too near. */
import { isDeepStrictEqual } from 'node:util';
import { type Criterion, deadlineAfter, missingTerms, sumOfWeights } from '../../domain/round/terms.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import type { Doer } from '../audit/index.ts';
import type { AmendBody } from './contract.ts';
import { type LockedRound, lockRound, moveRound } from './move.ts';
import { momentOf, refuseNoDay } from './settings.ts';
import { tellOfAmendment } from './tell.ts';

interface Amended {
  readonly terms: AmendBody['terms'];
  readonly scoring: readonly Criterion[];
  readonly questionsCloseAt: string | null;
  readonly closesAt: string | null;
}

/** Makes the proposals submitted so far stale. @throws Refusal 400, 404, 409 */
export async function amendRound(tx: Tx, doer: Doer, id: number, body: AmendBody): Promise<void> {
  refuseNoDay(body.terms);
  const [questions, asked] = [momentOf(body.questionsCloseAt), momentOf(body.closesAt)];
  const round = await lockRound(tx, id);
  const closes = asked && deadlineAfter(asked, { now: round.now, marginSeconds: round.margin_seconds });
  const before = ofRow(round);
  const after: Amended = {
    terms: body.terms,
    scoring: body.scoring,
    questionsCloseAt: questions?.toISOString() ?? null,
    closesAt: closes?.toISOString() ?? null,
  };
  const changed = (Object.keys(after) as (keyof Amended)[]).filter(
    (key) => !isDeepStrictEqual(before[key], after[key]),
  );
  const holds = {
    'weights-100': sumOfWeights(after.scoring) === 100,
    'terms-complete': missingTerms(after.terms).length === 0,
    'window-ahead': asked !== null && asked > round.now,
    'questions-within': questions === null || (closes !== null && questions <= closes),
  };
  await moveRound(tx, doer, round, { move: 'amend', by: 'staff', reason: body.reason, holds });
  if (changed.length === 0) throw refusal('rounds.nothing-changed', 409);
  await tx.run(
    `update rounds.rounds
     set terms = $2::jsonb, scoring = $3::jsonb, questions_close_at = $4, closes_at = $5, amendment = amendment + 1
     where id = $1`,
    [id, JSON.stringify(after.terms), JSON.stringify(after.scoring), questions, closes],
  );
  await tx.run(
    `insert into rounds.amendments (round_id, number, reason, before, after)
     values ($1, $2, $3, $4::jsonb, $5::jsonb)`,
    [
      id,
      round.amendment + 1,
      body.reason.trim(),
      JSON.stringify(changesOf(changed, before)),
      JSON.stringify(changesOf(changed, after)),
    ],
  );
  await tellOfAmendment(tx, id, { note: body.reason.trim(), amendedParts: changed });
}

function ofRow({ terms, scoring, questions_close_at: questions, closes_at: closes }: LockedRound): Amended {
  return {
    terms,
    scoring,
    questionsCloseAt: questions?.toISOString() ?? null,
    closesAt: closes?.toISOString() ?? null,
  };
}

function changesOf(keys: readonly (keyof Amended)[], of: Amended): Partial<Amended> {
  return Object.fromEntries(keys.map((key) => [key, of[key]]));
}
