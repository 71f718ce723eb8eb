/** Moves of a round, by the one table of transitions: the row is locked, every guard asked, the step and the act written. */

import type { RoundStanding } from '../../domain/round/standings.ts';
import { type Criterion, missingTerms, sumOfWeights, type Terms } from '../../domain/round/terms.ts';
import {
  type Guard,
  type Hindrance,
  type Party,
  standingAfter,
  TRANSITIONS,
  whyNot,
} from '../../domain/round/transitions.ts';
import type { Tx } from '../../platform/db.ts';
import { type Refusal, refusal } from '../../platform/problem.ts';
import { type Doer, recordAct } from '../audit/index.ts';

export type RoundMove = keyof typeof TRANSITIONS.round;

export interface LockedRound {
  readonly id: number;
  readonly title: string;
  readonly standing: RoundStanding;
  readonly release_id: number;
  readonly measure: 'unserved' | 'underserved';
  readonly terms: Terms;
  readonly scoring: readonly Criterion[];
  readonly allows_repair: boolean;
  readonly margin_seconds: number;
  readonly questions_close_at: Date | null;
  readonly closes_at: Date | null;
  readonly protest_until: Date | null;
  readonly amendment: number;
  readonly lots: number;
  /** The database's, after the lock. */
  readonly now: Date;
}

/**
 * Locks a round until the transaction ends, and closes it first where its deadline has passed.
 *
 * @throws Refusal 404
 */
export async function lockRound(tx: Tx, id: number): Promise<LockedRound> {
  await tx.run('select rounds.close_due($1)', [id]);
  const locked = await tx.maybe('select from rounds.rounds where id = $1 for update', [id]);
  if (!locked) throw refusal('rounds.unknown', 404);
  return tx.one<LockedRound>(
    `select id, title, rounds.standing_now(standing, closes_at) as standing, release_id, measure, terms, scoring, allows_repair, margin_seconds,
       questions_close_at, closes_at, protest_until, amendment,
       (select count(*)::integer from rounds.lots l where l.round_id = r.id) as lots,
       clock_timestamp() as now
     from rounds.rounds r
     where id = $1`,
    [id],
  );
}

/** The guards that follow from the row. */
function holdsOf(round: LockedRound): Partial<Record<Guard, boolean>> {
  const { closes_at: closes, questions_close_at: questions, protest_until: protest, now } = round;
  return {
    'has-lots': round.lots > 0,
    'weights-100': sumOfWeights(round.scoring) === 100,
    'terms-complete': missingTerms(round.terms).length === 0,
    'window-ahead': closes !== null && closes > now,
    'questions-within': questions === null || (closes !== null && questions <= closes),
    'before-deadline': closes !== null && now < closes,
    'after-deadline': closes !== null && now >= closes,
    'after-protest': protest !== null && now >= protest,
    'allows-repair': round.allows_repair,
  };
}

/** @param why of `whyNot` */
export function hindered(why: Hindrance): Refusal {
  if (why === 'party') return refusal('rounds.party', 403);
  return refusal(`rounds.${why}`, why === 'has-reason' ? 422 : 409);
}

export interface MoveMade {
  readonly move: RoundMove;
  readonly by: Party;
  readonly reason?: string | undefined;
  /** Guards that the mover vouches for, such as `has-decision`. */
  readonly holds?: Partial<Record<Guard, boolean>>;
}

/** The column that keeps the time of a move. */
const STAMPS: Partial<Record<RoundMove, string>> = {
  share: 'shared_at = clock_timestamp()',
  open: 'opened_at = clock_timestamp()',
  unseal: 'unsealed_at = clock_timestamp()',
  intend: "intended_at = clock_timestamp(), protest_until = clock_timestamp() + protest_seconds * interval '1 second'",
  reconsider: 'intended_at = null, protest_until = null',
  award: 'ended_at = clock_timestamp()',
  fail: 'ended_at = clock_timestamp()',
  cancel: 'ended_at = clock_timestamp()',
};

/** @param round locked in this transaction. @throws Refusal as `hindered` */
export async function moveRound(
  tx: Tx,
  doer: Doer,
  round: LockedRound,
  { move, by, reason: said, holds }: MoveMade,
): Promise<RoundStanding> {
  const reason = said?.trim() || undefined;
  const row = TRANSITIONS.round[move];
  const why = whyNot(row, {
    by,
    from: round.standing,
    holds: { ...holdsOf(round), 'has-reason': reason !== undefined, ...holds },
  });
  if (why) throw hindered(why);
  const to = standingAfter<RoundStanding>(row, round.standing);
  await tx.run(
    `update rounds.rounds
     set standing = $2, reason = $3, changed_at = clock_timestamp()${STAMPS[move] ? `, ${STAMPS[move]}` : ''}
     where id = $1`,
    [round.id, to, to === 'cancelled' || to === 'unsuccessful' ? (reason ?? null) : null],
  );
  await tx.run(
    'insert into rounds.steps (round_id, move, from_standing, to_standing, who, reason) values ($1, $2, $3, $4, $5, $6)',
    [round.id, move, round.standing, to, doer.who.slice(0, 200), reason ?? null],
  );
  await recordAct(tx, doer, { did: row.did, thing: `round ${round.id}`, ...(reason && { note: reason }) });
  return to;
}

/** Shapes and drafts are in the log, not among the steps. @throws Refusal 409 once the round has opened */
export function refuseFrozen({ standing }: LockedRound): void {
  const why = whyNot(TRANSITIONS.round.change, { by: 'staff', from: standing, holds: {} });
  if (why) throw refusal('rounds.frozen', 409);
}
