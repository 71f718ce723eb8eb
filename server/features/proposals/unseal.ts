/** Two different people open a closed round. Each step is logged; the second makes the proposals readable for staff. */
import type { Buyer } from '../../domain/actor.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import type { KeyPair } from '../../platform/sealed-box.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { lockRound, moveRound } from '../rounds/index.ts';
import { ensureSeal, type Keys, type RoundSeal, wrapPrivate } from './keys.ts';
import { openInner, openOuter, ownOpener, pairOf } from './openers.ts';
import { roundFor } from './round.ts';

interface Step {
  readonly keys: Keys;
  readonly round: number;
  readonly passphrase: string | undefined;
  readonly doer: Doer;
}

type Opener = NonNullable<Awaited<ReturnType<typeof ownOpener>>>;

/** @throws Refusal 404, 403 for a wrong passphrase or one who is no opener, 409 when it is not waiting or both would be one person */
export async function unseal(db: Db, buyer: Buyer, step: Step): Promise<void> {
  const { keys, round, doer } = step;
  const { seal, opener } = await db.as(buyer, async (tx) => {
    const { standing } = await roundFor(tx, round);
    if (standing !== 'closed') throw refusal('proposals.unseal-closed', 409);
    return { seal: await ensureSeal(tx, keys, round), opener: await ownOpener(tx, round, doer) };
  });
  const pair = seal.heldBy === 'openers' ? await openersPair(opener, step) : undefined;
  await db.as(buyer, async (tx) => {
    const opened = opener && pair ? await keyOpened(tx, step, { opener, pair }) : null;
    const outcome = await writeStep(tx, step, { seal, opener, opened });
    await recordAct(tx, doer, { did: 'rounds.unseal-step', thing: `round ${round}, ${outcome} of two` });
    if (outcome === 'second')
      await moveRound(tx, doer, await lockRound(tx, round), { move: 'unseal', by: 'two-staff' });
  });
}

/** @throws Refusal 403 */
function openersPair(opener: Opener | undefined, { passphrase }: Step): Promise<KeyPair> {
  if (!opener) throw refusal('proposals.not-opener', 403);
  if (!passphrase) throw refusal('proposals.passphrase', 403);
  return pairOf(opener, passphrase);
}

/** Null at the first step; at the second the private key under the server's data key. */
async function keyOpened(
  tx: Tx,
  { keys, round }: Step,
  { opener, pair }: { opener: Opener; pair: KeyPair },
): Promise<Buffer | null> {
  const first = await tx.maybe<{ opener: number }>(
    'select opener_id as opener from proposals.unsealings where round_id = $1',
    [round],
  );
  if (!first) {
    await openOuter(tx, round, opener, pair);
    return null;
  }
  if (first.opener === opener.id) throw refusal('proposals.unseal-same', 409);
  return wrapPrivate(keys, round, await openInner(tx, round, { first: first.opener, opener, pair }));
}

async function writeStep(
  tx: Tx,
  { round, doer }: Step,
  { seal, opener, opened }: { seal: RoundSeal; opener: Opener | undefined; opened: Buffer | null },
): Promise<'first' | 'second'> {
  const { outcome } = await tx.one<{ outcome: string }>('select proposals.unseal($1, $2, $3, $4, $5, $6) as outcome', [
    round,
    doer.who.slice(0, 200),
    doer.personId ?? null,
    doer.personId ? null : (doer.tokenId ?? null),
    seal.heldBy === 'openers' ? (opener?.id ?? null) : null,
    opened,
  ]);
  if (outcome === 'first' || outcome === 'second') return outcome;
  throw refusal(outcome === 'same' ? 'proposals.unseal-same' : 'proposals.unseal-closed', 409);
}
