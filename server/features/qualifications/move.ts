/** What a provider applies with, and what staff decide, by the one table of transitions. */
import { GOOD_FOR_DAYS, isComplete } from '../../domain/round/qualification.ts';
import type { QualificationStanding } from '../../domain/round/standings.ts';
import { type MoveAsked, standingAfter, TRANSITIONS, whyNot } from '../../domain/round/transitions.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { hindered } from '../rounds/index.ts';
import type { ApplicationBody } from './contract.ts';

type QualificationMove = keyof typeof TRANSITIONS.qualification;

interface Locked {
  readonly standing: QualificationStanding;
}

/** Kept as typed; only the provider reads it. @throws Refusal 409 once it has been sent */
export async function saveApplication(tx: Tx, doer: Doer, body: ApplicationBody): Promise<void> {
  const known = await lockOwn(tx);
  refuseUnless('save', { by: 'provider', from: known?.standing ?? 'draft', holds: {} });
  await write(tx, body, known);
  await recordAct(tx, doer, { did: 'qualifications.save', thing: 'own application' });
}

/** @throws Refusal 409 while it is looked at, or when something is missing */
export async function apply(tx: Tx, doer: Doer, body: ApplicationBody): Promise<void> {
  const known = await lockOwn(tx);
  const from = known?.standing ?? 'draft';
  refuseUnless('apply', {
    by: 'provider',
    from,
    holds: { 'is-complete': isComplete(body.facts, body.contacts) },
  });
  await write(tx, body, known);
  await tx.run(
    "update rounds.qualifications set standing = 'applied', applied_at = clock_timestamp() where provider_id = rounds.own_provider()",
  );
  await tx.run(
    `insert into rounds.steps (provider_id, move, from_standing, to_standing, who)
     values (rounds.own_provider(), 'apply', $1, 'applied', $2)`,
    [from, doer.who.slice(0, 200)],
  );
  await recordAct(tx, doer, { did: 'qualifications.apply', thing: 'own application' });
}

export interface Decision {
  readonly providerId: number;
  readonly move: Extract<QualificationMove, 'ask' | 'qualify' | 'refuse'>;
  readonly reason: string | undefined;
}

/** @throws Refusal 404, 409, 422 without a reason where one is needed */
export async function decide(tx: Tx, doer: Doer, { providerId, move, reason: said }: Decision): Promise<void> {
  const reason = said?.trim() || undefined;
  const row = TRANSITIONS.qualification[move];
  const known = await tx.maybe<Locked>('select standing from rounds.qualifications where provider_id = $1 for update', [
    providerId,
  ]);
  if (!known) throw refusal('qualifications.none', 404);
  refuseUnless(move, { by: 'staff', from: known.standing, holds: { 'has-reason': reason !== undefined } });
  const to = standingAfter<QualificationStanding>(row, known.standing);
  await tx.run(
    `update rounds.qualifications
     set standing = $2, decided_at = clock_timestamp(), reason = $3,
       good_until = case
         when $2 = 'qualified' then clock_timestamp() + $4 * interval '1 day'
         when $2 = 'refused' then null
         else good_until
       end
     where provider_id = $1`,
    [providerId, to, reason ?? null, GOOD_FOR_DAYS],
  );
  await tx.run(
    'insert into rounds.steps (provider_id, move, from_standing, to_standing, who, reason) values ($1, $2, $3, $4, $5, $6)',
    [providerId, move, known.standing, to, doer.who.slice(0, 200), reason ?? null],
  );
  await recordAct(tx, doer, { did: row.did, thing: `provider ${providerId}`, ...(reason && { note: reason }) });
}

function refuseUnless(move: QualificationMove, asked: MoveAsked): void {
  const why = whyNot(TRANSITIONS.qualification[move], asked);
  if (why) throw hindered(why);
}

function lockOwn(tx: Tx): Promise<Locked | undefined> {
  return tx.maybe('select standing from rounds.qualifications where provider_id = rounds.own_provider() for update');
}

/** What is being looked at again is a draft until it is sent: the row may be the provider's alone or staff's, never both. */
async function write(tx: Tx, { facts, contacts }: ApplicationBody, known: Locked | undefined): Promise<void> {
  const values = [JSON.stringify(facts), JSON.stringify(contacts)];
  if (!known) await tx.run('insert into rounds.qualifications (facts, contacts) values ($1::jsonb, $2::jsonb)', values);
  else
    await tx.run(
      `update rounds.qualifications
       set facts = $1::jsonb, contacts = $2::jsonb, saved_at = clock_timestamp(), standing = case when standing = 'draft' then 'draft' else 'applied' end
       where provider_id = rounds.own_provider()`,
      values,
    );
}
