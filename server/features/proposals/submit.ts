/** A provider's moves before the deadline. Each holds the round open, so that closing waits, and is checked again at its commit. */
import type { Bidder } from '../../domain/actor.ts';
import { faultsOf, type Proposal } from '../../domain/round/proposal.ts';
import type { ProposalStanding } from '../../domain/round/standings.ts';
import { TRANSITIONS, whyNot } from '../../domain/round/transitions.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { sqlState } from '../../platform/db-failures.ts';
import { refusal } from '../../platform/problem.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { isQualified } from '../qualifications/index.ts';
import { hindered, tellReceived } from '../rounds/index.ts';
import type { Receipt } from './contract.ts';
import { saveDraft } from './form.ts';
import { ensureSeal, type Keys } from './keys.ts';
import { receiptOf, signedOf } from './receipt.ts';
import { lotsOf, type RoundRead, roundFor } from './round.ts';
import { sealVersion } from './versions.ts';

interface Asked {
  readonly keys: Keys;
  readonly round: number;
  readonly doer: Doer;
}

/** As proposals.in_time raises it at the commit. */
const TOO_LATE = 'GM001';

/** @throws Refusal 409 when the deadline passed before the commit */
async function inTime<T>(db: Db, bidder: Bidder, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.as(bidder, work);
  } catch (error) {
    if (sqlState(error) === TOO_LATE) throw refusal('proposals.closed', 409);
    throw error;
  }
}

/** The provider's proposal in an open round, begun where there is none. @throws Refusal 404, 409 */
export async function begun(tx: Tx, round: number): Promise<number> {
  await roundFor(tx, round);
  const { id } = await tx.one<{ id: number | null }>('select proposals.begin($1) as id', [round]);
  if (id === null) throw refusal('proposals.closed', 409);
  return id;
}

/** The log says when a draft is begun, not each time it is saved. */
export function keepDraft(db: Db, bidder: Bidder, { keys, round, doer }: Asked, typed: Proposal): Promise<Date> {
  return inTime(db, bidder, async (tx) => {
    const id = await begun(tx, round);
    const known = await tx.maybe('select 1 from proposals.drafts where proposal_id = $1', [id]);
    if (!known) await recordAct(tx, doer, { did: 'proposals.save', thing: `proposal ${id} of round ${round}` });
    return saveDraft(tx, keys, id, typed);
  });
}

/** As the table of transitions has it; undefined: nothing is begun. */
async function standingOf(tx: Tx, { id, amendment }: RoundRead): Promise<ProposalStanding | undefined> {
  const own = await tx.maybe<{ standing: 'draft' | 'submitted' | 'withdrawn'; confirmed: number; submitted: number }>(
    `select p.standing, p.confirmed_amendment as confirmed, coalesce(v.amendment, 0) as submitted
     from proposals.proposals p
     left join proposals.versions v on v.proposal_id = p.id and v.version = p.version
     where p.round_id = $1
       and p.provider_id = rounds.own_provider()`,
    [id],
  );
  if (own?.standing !== 'submitted') return own?.standing;
  if (own.confirmed < amendment) return 'stale';
  return own.confirmed > own.submitted ? 'confirmed' : 'submitted';
}

/** @throws Refusal 409 where the table of transitions does not have the move */
async function refuseMove(tx: Tx, round: RoundRead, move: 'submit' | 'confirm' | 'withdraw'): Promise<void> {
  if (round.standing !== 'open') throw refusal('proposals.closed', 409);
  const why = whyNot(TRANSITIONS.proposal[move], {
    by: 'provider',
    from: (await standingOf(tx, round)) ?? 'draft',
    holds: { 'before-deadline': true, 'is-complete': true, 'is-qualified': await isQualified(tx) },
  });
  if (why === 'standing') throw refusal('proposals.none', 409);
  if (why === 'is-qualified') throw refusal('proposals.not-qualified', 409);
  if (why) throw hindered(why);
}

/** @throws Refusal 404, 409 closed, amended or not qualified, 422 incomplete */
export async function submit(
  db: Db,
  bidder: Bidder,
  { keys, round, doer }: Asked,
  { amendment, proposal }: { readonly amendment: number; readonly proposal: Proposal },
): Promise<Receipt> {
  return inTime(db, bidder, async (tx) => {
    const read = await roundFor(tx, round);
    const lots = await lotsOf(tx, round, 'bidder');
    const [fault] = faultsOf(proposal, new Set(lots.map(({ id }) => id)));
    if (fault) throw refusal('proposals.incomplete', 422, { flaw: fault.fault, alternative: fault.alternative ?? 0 });
    await refuseMove(tx, read, 'submit');
    await refuseForeignFiles(tx, round, proposal);
    const id = await begun(tx, round);
    const seal = await ensureSeal(tx, keys, round);
    const signed = signedOf(proposal);
    const hash = receiptOf(signed);
    const { outcome, version, at } = await tx.one<{ outcome: string; version: number; at: Date }>(
      'select outcome, version, submitted_at as at from proposals.submit($1, $2, $3, $4, $5)',
      [round, amendment, hash, sealVersion(seal, round, hash, signed), doer.who.slice(0, 200)],
    );
    refuseOutcome(outcome);
    // What openers alone may open is nowhere else: the provider's own copy is in its receipt.
    if (seal.heldBy === 'openers') await tx.run('delete from proposals.drafts where proposal_id = $1', [id]);
    await recordAct(tx, doer, {
      did: 'proposals.submit',
      thing: `proposal ${id} of round ${round}, version ${version}`,
    });
    const receipt = { version, receivedAt: at.toISOString(), sha256: hash.toString('hex') };
    await tellReceived(tx, round, receipt);
    return { round, version, submittedAt: receipt.receivedAt, hash: receipt.sha256, ...signed };
  });
}

/** @throws Refusal 404, 409 closed, amended, not qualified, or nothing is submitted */
export async function move(
  db: Db,
  bidder: Bidder,
  { round, doer }: Asked,
  to: { readonly wanted: 'withdrawn' } | { readonly wanted: 'confirmed'; readonly amendment: number },
): Promise<void> {
  await inTime(db, bidder, async (tx) => {
    await refuseMove(tx, await roundFor(tx, round), to.wanted === 'confirmed' ? 'confirm' : 'withdraw');
    const { outcome } = await tx.one<{ outcome: string }>('select proposals.set_standing($1, $2, $3) as outcome', [
      round,
      to.wanted,
      to.wanted === 'confirmed' ? to.amendment : 0,
    ]);
    refuseOutcome(outcome);
    const did = to.wanted === 'confirmed' ? 'proposals.confirm' : 'proposals.withdraw';
    await recordAct(tx, doer, { did, thing: `proposal of provider ${bidder.providerId} in round ${round}` });
  });
}

function refuseOutcome(outcome: string): void {
  if (outcome === 'closed') throw refusal('proposals.closed', 409);
  if (outcome === 'amended') throw refusal('proposals.amended', 409);
  if (outcome === 'none') throw refusal('proposals.none', 409);
}

/** Files that are sealed for this proposal, and no others. */
async function refuseForeignFiles(tx: Tx, round: number, { attachments }: Proposal): Promise<void> {
  const { known } = await tx.one<{ known: number }>(
    `select count(*)::integer as known
     from proposals.attachments a
     join proposals.proposals p on p.id = a.proposal_id
     where p.round_id = $1
       and p.provider_id = rounds.own_provider()
       and a.id = any($2::uuid[])`,
    [round, attachments.map(({ id }) => id)],
  );
  if (known < new Set(attachments.map(({ id }) => id)).size) throw refusal('proposals.attachment-unknown', 404);
}
