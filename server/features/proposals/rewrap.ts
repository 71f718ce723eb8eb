/** Re-encrypts round keys and drafts under a new data key, in the transaction that replaces the old one. */
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { seal, unseal } from '../../platform/seal.ts';
import { draftPlace } from './form.ts';
import { keyPairIn, keysUnder, type RoundSeal, wrapPrivate } from './keys.ts';

/**
 * @param tx the owner's
 * @param from undefined: the old key is lost. Then drafts begin anew.
 * @throws Refusal 409 where the old key is lost, and a round that is not over would be lost with it
 */
export async function rewrapRounds(tx: Tx, { from, to }: { readonly from: Buffer | undefined; readonly to: Buffer }) {
  await tx.run('lock table proposals.seals, proposals.drafts in exclusive mode');
  if (!from) return loseKey(tx);
  const [before, now] = [keysUnder(from), keysUnder(to)];
  const seals = await tx.rows<RoundSeal & { readonly round: number }>(
    `select round_id as round, held_by as "heldBy", public_key as "publicKey", wrapped, unsealed_at as "unsealedAt"
     from proposals.seals
     where wrapped is not null`,
  );
  for (const one of seals) {
    const pair = keyPairIn(before, one.round, one);
    if (pair)
      await tx.run('update proposals.seals set wrapped = $2 where round_id = $1', [
        one.round,
        wrapPrivate(now, one.round, pair.privateKey),
      ]);
  }
  const drafts = await tx.rows<{ proposal: number; sealed: Buffer }>(
    'select proposal_id as proposal, sealed from proposals.drafts',
  );
  for (const { proposal, sealed } of drafts)
    await tx.run('update proposals.drafts set sealed = $2 where proposal_id = $1', [
      proposal,
      seal(now.drafts, draftPlace(proposal), unseal(before.drafts, draftPlace(proposal), sealed)),
    ]);
}

async function loseKey(tx: Tx): Promise<void> {
  const kept = await tx.rows<{ round: number }>(
    `select s.round_id as round
     from proposals.seals s
     join rounds.rounds r on r.id = s.round_id
     where s.wrapped is not null
       and r.standing not in ('awarded', 'unsuccessful', 'cancelled')
     order by s.round_id`,
  );
  if (kept.length > 0) throw refusal('proposals.key-lost', 409, { rounds: kept.map(({ round }) => String(round)) });
  await tx.run('delete from proposals.drafts');
}
