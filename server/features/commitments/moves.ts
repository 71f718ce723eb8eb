/** What parties do to a commitment: each is a move of the one table of transitions. */

import type { Language } from '../../domain/messages/language.ts';
import type { CommitmentStanding } from '../../domain/round/standings.ts';
import { type Guard, type Move, TRANSITIONS, whyNot } from '../../domain/round/transitions.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { queueMail } from '../mail/index.ts';
import type { Commitment, DecisionBody } from './contract.ts';
import { type CommitmentRow, type MilestoneRow, milestoneRows, nextOf, rowNumbered } from './read.ts';

type MoveName = keyof typeof TRANSITIONS.commitment;

interface Asked {
  readonly by: Commitment['party'];
  readonly holds?: Readonly<Partial<Record<Guard, boolean>>>;
  readonly doer: Doer;
  readonly reason?: string | undefined;
}

/** @throws Refusal 409 where the move is not made from there */
async function move(tx: Tx, row: CommitmentRow, name: MoveName, { by, holds = {}, doer, reason }: Asked) {
  const asked: Move<CommitmentStanding> = TRANSITIONS.commitment[name];
  const hindrance = whyNot(asked, { by, from: row.standing, holds });
  if (hindrance === 'has-evidence') throw refusal('commitments.no-evidence', 409);
  if (hindrance === 'has-reason') throw refusal('commitments.no-reason', 422);
  if (hindrance !== undefined) throw refusal('commitments.standing', 409);
  const to = asked.to === 'same' ? row.standing : asked.to;
  if (to === 'default')
    await tx.run(
      'update commitments.commitments set standing = $2, ended_at = clock_timestamp(), reason = $3 where id = $1',
      [row.id, to, reason ?? null],
    );
  else await tx.run('update commitments.commitments set standing = $2 where id = $1', [row.id, to]);
  await tx.run(
    `insert into commitments.steps (commitment_id, move, from_standing, to_standing, who, reason)
     values ($1, $2, $3, $4, $5, $6)`,
    [row.id, name, row.standing, to, doer.who.slice(0, 200), reason ?? null],
  );
  await recordAct(tx, doer, {
    did: asked.did,
    thing: `commitment ${row.id}`,
    ...(reason === undefined ? {} : { note: reason }),
  });
}

/** The milestone that is next to be reported. @throws Refusal 404, or 409 where all are accepted */
export async function nextMilestone(
  tx: Tx,
  id: number,
): Promise<{ row: CommitmentRow; next: MilestoneRow; all: MilestoneRow[] }> {
  const row = await rowNumbered(tx, id);
  const all = await milestoneRows(tx, [id]);
  const next = nextOf(all);
  if (!next) throw refusal('commitments.standing', 409);
  return { row, next, all };
}

/** Reports the next milestone with the evidence that lies there. */
export async function report(tx: Tx, doer: Doer, id: number, words: string): Promise<void> {
  const { row, next } = await nextMilestone(tx, id);
  const { some } = await tx.one<{ some: boolean }>(
    'select exists (select from commitments.evidence where commitment_id = $1 and number = $2) as some',
    [id, next.number],
  );
  await move(tx, row, 'report', { by: 'provider', doer, holds: { 'has-evidence': some } });
  await tx.run('insert into commitments.reports (commitment_id, number, words, reported_by) values ($1, $2, $3, $4)', [
    id,
    next.number,
    words.trim(),
    doer.who.slice(0, 200),
  ]);
}

export async function decide(tx: Tx, doer: Doer, id: number, { ruling, reason }: DecisionBody): Promise<void> {
  const { row, next, all } = await nextMilestone(tx, id);
  const said = reason?.trim();
  const isLast = next.number === all.at(-1)?.number;
  const name = ruling === 'returned' ? 'return' : isLast ? 'complete' : 'accept';
  await move(tx, row, name, { by: 'staff', doer, reason: said, holds: { 'has-reason': said !== undefined } });
  await tx.run(
    `update commitments.reports
     set decision = $3, reason = $4, decided_at = clock_timestamp(), decided_by = $5
     where commitment_id = $1 and number = $2 and decision is null`,
    [id, next.number, ruling, said ?? null, doer.who.slice(0, 200)],
  );
  if (ruling === 'accepted')
    await tx.run(
      'update commitments.milestones set accepted_at = clock_timestamp() where commitment_id = $1 and number = $2',
      [id, next.number],
    );
  else await tellReturned(tx, row, next, said ?? '');
}

/** Its lot may be asked for again: no commitment stands for it. */
export async function declareFailed(tx: Tx, doer: Doer, id: number, reason: string): Promise<void> {
  const row = await rowNumbered(tx, id);
  await move(tx, row, 'default', { by: 'staff', doer, reason: reason.trim(), holds: { 'has-reason': true } });
}

async function tellReturned(
  tx: Tx,
  row: CommitmentRow,
  { percent, dueOn }: MilestoneRow,
  reason: string,
): Promise<void> {
  const people = await tx.rows<{ email: string; language: Language; state: string }>(
    `select
       btrim(person ->> 'email') as email,
       case person ->> 'language' when 'es' then 'es' else 'en' end as language,
       state_fips as state
     from rounds.qualifications
     cross join lateral jsonb_array_elements(contacts) as person
     where provider_id = $1
       and btrim(person ->> 'email') <> ''`,
    [row.providerId],
  );
  for (const { email, language, state } of people)
    await queueMail(tx, {
      to: email,
      template: 'evidenceReturned',
      facts: { commitmentName: row.name, percent, due: dueOn, reason },
      language,
      stateFips: state,
      page: `/commitments/${row.id}`,
    });
}
