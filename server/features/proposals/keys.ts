/**
 * The key pair of a round. Everything is sealed to its public key; its private key lies under the server's data key, or, until two of
 * three openers have given their passphrases, is in nobody's reach.
 */
import { hkdfSync } from 'node:crypto';
import type { Db, Tx } from '../../platform/db.ts';
import { seal, unseal } from '../../platform/seal.ts';
import { type KeyPair, newKeyPair } from '../../platform/sealed-box.ts';
import { dataKey } from '../intake/index.ts';

type DataKeyOf = Parameters<typeof dataKey>[0];

export interface RoundSeal {
  readonly heldBy: 'server' | 'openers';
  readonly publicKey: Buffer;
  /** Null: only openers open it. */
  readonly wrapped: Buffer | null;
  readonly unsealedAt: Date | null;
}

/** Keys of this feature, derived from the data key. */
export interface Keys {
  readonly rounds: Buffer;
  readonly drafts: Buffer;
}

/** @throws Refusal when the server's secret does not open this database's key */
export async function keysOf(of: DataKeyOf & { db: Db }): Promise<Keys> {
  return keysUnder(await dataKey(of));
}

export function keysUnder(data: Buffer): Keys {
  const derived = (what: string) => Buffer.from(hkdfSync('sha256', data, '', `gapmap ${what}`, 32));
  return { rounds: derived('round keys'), drafts: derived('proposal drafts') };
}

export function sealOf(tx: Tx, round: number): Promise<RoundSeal | undefined> {
  return tx.maybe<RoundSeal>(
    `select held_by as "heldBy", public_key as "publicKey", wrapped, unsealed_at as "unsealedAt"
     from proposals.seals
     where round_id = $1`,
    [round],
  );
}

/** The seal of an open round: the server makes one where no openers did. */
export async function ensureSeal(tx: Tx, keys: Keys, round: number): Promise<RoundSeal> {
  const known = await sealOf(tx, round);
  if (known) return known;
  const { publicKey, privateKey } = newKeyPair();
  await tx.run('select proposals.make_seal($1, $2, $3, $4)', [
    round,
    'server',
    publicKey,
    wrapPrivate(keys, round, privateKey),
  ]);
  const made = await sealOf(tx, round);
  if (!made) throw new Error('a round that is open has a seal');
  return made;
}

export function wrapPrivate(keys: Keys, round: number, privateKey: Buffer): Buffer {
  return seal(keys.rounds, `round ${round}`, privateKey);
}

/** Undefined while only openers open it. */
export function keyPairIn(keys: Keys, round: number, { publicKey, wrapped }: RoundSeal): KeyPair | undefined {
  return wrapped ? { publicKey, privateKey: unseal(keys.rounds, `round ${round}`, wrapped) } : undefined;
}
