/** A provider's moves before the deadline. Each holds the round open, so that closing waits, and is checked again at its commit. */
import type { Bidder } from '../../domain/actor.ts';
import { faultsOf, type Proposal } from '../../domain/round/proposal.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { sqlState } from '../../platform/db-failures.ts';
import { refusal } from '../../platform/problem.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { tellReceived } from '../rounds/index.ts';
import type { Receipt } from './contract.ts';
import { saveDraft } from './form.ts';
import { ensureSeal, type Keys } from './keys.ts';
import { receiptOf, signedOf } from './receipt.ts';
import { lotsOf, roundFor } from './round.ts';
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

export function keepDraft(db: Db, bidder: Bidder, { keys, round }: Asked, typed: Proposal): Promise<Date> {
  return inTime(db, bidder, async (tx) => saveDraft(tx, keys, await begun(tx, round), typed));
}

/** @throws Refusal 404, 409 closed, amended or not qualified, 422 incomplete */
export async function submit(
  db: Db,
  bidder: Bidder,
  { keys, round, doer }: Asked,
  { amendment, proposal }: { readonly amendment: number; readonly proposal: Proposal },
): Promise<Receipt> {
  return inTime(db, bidder, async (tx) => {
    await roundFor(tx, round);
    const lots = await lotsOf(tx, round, 'bidder');
    const [fault] = faultsOf(proposal, new Set(lots.map(({ id }) => id)));
    if (fault) throw refusal('proposals.incomplete', 422, { flaw: fault.fault, alternative: fault.alternative ?? 0 });
    await refuseUnqualified(tx);
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
    await roundFor(tx, round);
    if (to.wanted === 'confirmed') await refuseUnqualified(tx);
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

export async function isQualified(tx: Tx): Promise<boolean> {
  const row = await tx.maybe<{ good: boolean }>(
    `select good_until > clock_timestamp() as good
     from rounds.qualifications
     where provider_id = rounds.own_provider()
       and good_until is not null`,
  );
  return row?.good ?? false;
}

async function refuseUnqualified(tx: Tx): Promise<void> {
  if (!(await isQualified(tx))) throw refusal('proposals.not-qualified', 409);
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
