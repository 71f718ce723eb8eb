/** What was submitted: sealed to the round's key, each version with its receipt. */
import type { Proposal } from '../../domain/round/proposal.ts';
import type { Tx } from '../../platform/db.ts';
import { openWith, sealTo } from '../../platform/sealed-box.ts';
import { type Keys, keyPairIn, type RoundSeal, sealOf } from './keys.ts';
import type { Signed } from './receipt.ts';

/** Bound to round and receipt, so that no version stands in for another. */
const place = (round: number, hash: Buffer) => `proposal of round ${round}, ${hash.toString('hex')}`;

export function sealVersion({ publicKey }: RoundSeal, round: number, hash: Buffer, signed: Signed): Buffer {
  return sealTo(publicKey, place(round, hash), Buffer.from(JSON.stringify(signed)));
}

export interface VersionRow {
  readonly hash: Buffer;
  readonly sealed: Buffer;
}

/** Undefined while only openers open it. */
export function openVersion(
  keys: Keys,
  round: number,
  seal: RoundSeal,
  { hash, sealed }: VersionRow,
): Signed | undefined {
  const pair = keyPairIn(keys, round, seal);
  return pair && (JSON.parse(openWith(pair, place(round, hash), sealed).toString()) as Signed);
}

/** The last version that the asking provider submitted; undefined: none, or only openers open it. */
export async function ownVersion(tx: Tx, keys: Keys, round: number): Promise<Proposal | undefined> {
  const seal = await sealOf(tx, round);
  const row = await tx.maybe<VersionRow>(
    `select v.hash, v.sealed
     from proposals.versions v
     join proposals.proposals p on p.id = v.proposal_id and p.version = v.version
     where p.round_id = $1
       and p.provider_id = rounds.own_provider()`,
    [round],
  );
  const signed = seal && row && openVersion(keys, round, seal, row);
  return signed && (JSON.parse(signed.body) as Proposal);
}
