/** Moves of a round that follow its closing, as the table of transitions has them. */
import { type Guard, type Party, standingAfter, TRANSITIONS, whyNot } from '../../domain/round/transitions.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { roundFor } from './round.ts';

const MOVES = ['unseal', 'evaluate', 'intend', 'reconsider', 'award', 'repair'] as const;
type MoveName = (typeof MOVES)[number];

interface MoveAsked {
  readonly round: number;
  readonly move: MoveName;
  readonly by: Party;
  readonly reason?: string;
  readonly holds?: Readonly<Partial<Record<Guard, boolean>>>;
}

/** What a move writes beside the standing. */
const WRITES: Partial<Record<MoveName, string>> = {
  unseal: 'unsealed_at = clock_timestamp()',
  intend: "intended_at = clock_timestamp(), protest_until = clock_timestamp() + protest_seconds * interval '1 second'",
  reconsider: 'intended_at = null, protest_until = null',
  award: 'ended_at = clock_timestamp()',
};

/** @throws Refusal 404, 409 with what hinders it */
export async function moveRound(tx: Tx, doer: Doer, { round, move, by, reason, holds = {} }: MoveAsked): Promise<void> {
  await tx.run('select 1 from rounds.rounds where id = $1 for update', [round]);
  const { standing, protestUntil, now, allowsRepair } = await roundFor(tx, round);
  const rule = TRANSITIONS.round[move];
  const hindrance = whyNot(rule, {
    by,
    from: standing,
    holds: {
      'has-reason': reason !== undefined && reason.trim() !== '',
      'after-protest': protestUntil !== null && now >= protestUntil,
      'allows-repair': allowsRepair,
      ...holds,
    },
  });
  if (hindrance) throw refusal('proposals.hindered', 409, { hindrance });
  const to = standingAfter(rule, standing);
  await tx.run(
    `update rounds.rounds
     set standing = $2, changed_at = clock_timestamp()${WRITES[move] ? `, ${WRITES[move]}` : ''}
     where id = $1`,
    [round, to],
  );
  await tx.run(
    `insert into rounds.steps (round_id, move, from_standing, to_standing, who, reason)
     values ($1, $2, $3, $4, $5, $6)`,
    [round, move, standing, to, doer.who.slice(0, 200), reason ?? null],
  );
  await recordAct(tx, doer, { did: rule.did, thing: `round ${round}`, ...(reason ? { note: reason } : {}) });
}
