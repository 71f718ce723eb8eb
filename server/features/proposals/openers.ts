/**
 * Three people whose passphrases, two of three, open a round. Each gives its own when it likes: it stands for a key pair, and only
 * the public key stays. The round's private key is sealed to each two of them, in both orders, and then forgotten.
 */
import type { Buyer } from '../../domain/actor.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { type KeyPair, keyPairOf, newKeyPair, newSalt, openWith, sealTo } from '../../platform/sealed-box.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { roundFor } from './round.ts';

const OPENERS = 3;

interface Opener {
  readonly id: number;
  readonly salt: Buffer;
  readonly publicKey: Buffer;
}

const innerPlace = (round: number) => `key of round ${round}, inner`;
const outerPlace = (round: number) => `key of round ${round}, outer`;

/** @throws Refusal 404, 409 when the round has opened, there are three, or the asker is one of them */
export async function addOpener(
  db: Db,
  buyer: Buyer,
  round: number,
  { passphrase, doer }: { readonly passphrase: string; readonly doer: Doer },
): Promise<void> {
  const salt = newSalt();
  const { publicKey } = await keyPairOf(passphrase, salt);
  await db.as(buyer, async (tx) => {
    await tx.run('select 1 from rounds.rounds where id = $1 for update', [round]);
    const { standing } = await roundFor(tx, round);
    const known = await openersOf(tx, round);
    if ((standing !== 'draft' && standing !== 'shared') || known.length >= OPENERS)
      throw refusal('proposals.openers-closed', 409);
    if (await ownOpener(tx, round, doer)) throw refusal('proposals.opener-twice', 409);
    const { id } = await tx.one<{ id: number }>(
      `insert into proposals.openers (round_id, salt, public_key, who, person_id, token_id)
       values ($1, $2, $3, $4, $5, $6)
       returning id`,
      [
        round,
        salt,
        publicKey,
        doer.who.slice(0, 200),
        doer.personId ?? null,
        doer.personId ? null : (doer.tokenId ?? null),
      ],
    );
    const openers = [...known, { id, salt, publicKey }];
    if (openers.length === OPENERS) await sealToPairs(tx, round, openers);
    await recordAct(tx, doer, { did: 'rounds.opener', thing: `round ${round}` });
  });
}

function openersOf(tx: Tx, round: number): Promise<Opener[]> {
  return tx.rows('select id, salt, public_key as "publicKey" from proposals.openers where round_id = $1 order by id', [
    round,
  ]);
}

async function sealToPairs(tx: Tx, round: number, openers: readonly Opener[]): Promise<void> {
  const { publicKey, privateKey } = newKeyPair();
  await tx.run('select proposals.make_seal($1, $2, $3, null)', [round, 'openers', publicKey]);
  for (const outer of openers)
    for (const inner of openers)
      if (outer !== inner)
        await tx.run(
          'insert into proposals.wraps (round_id, outer_opener, inner_opener, wrapped) values ($1, $2, $3, $4)',
          [
            round,
            outer.id,
            inner.id,
            sealTo(outer.publicKey, outerPlace(round), sealTo(inner.publicKey, innerPlace(round), privateKey)),
          ],
        );
}

export function ownOpener(tx: Tx, round: number, { personId, tokenId }: Doer): Promise<Opener | undefined> {
  return tx.maybe(
    `select id, salt, public_key as "publicKey"
     from proposals.openers
     where round_id = $1
       and (person_id = $2 or ($2::integer is null and token_id = $3))`,
    [round, personId ?? null, tokenId ?? null],
  );
}

/** The opener's key pair. @throws Refusal 403 for another passphrase */
export async function pairOf({ salt, publicKey }: Opener, passphrase: string): Promise<KeyPair> {
  const pair = await keyPairOf(passphrase, salt);
  if (!pair.publicKey.equals(publicKey)) throw refusal('proposals.passphrase', 403);
  return pair;
}

/** The first of two: takes the outer layer off for whoever comes second. */
export async function openOuter(tx: Tx, round: number, opener: Opener, pair: KeyPair): Promise<void> {
  const rows = await tx.rows<{ inner: number; wrapped: Buffer }>(
    'select inner_opener as inner, wrapped from proposals.wraps where round_id = $1 and outer_opener = $2',
    [round, opener.id],
  );
  for (const { inner, wrapped } of rows)
    await tx.run('select proposals.keep_half($1, $2, $3, $4)', [
      round,
      opener.id,
      inner,
      openWith(pair, outerPlace(round), wrapped),
    ]);
}

/** The second of two: the round's private key. @param first id of the opener before */
export async function openInner(
  tx: Tx,
  round: number,
  { first, opener, pair }: { readonly first: number; readonly opener: Opener; readonly pair: KeyPair },
): Promise<Buffer> {
  const { wrapped } = await tx.one<{ wrapped: Buffer }>(
    'select wrapped from proposals.wraps where round_id = $1 and outer_opener = $2 and inner_opener = $3',
    [round, first, opener.id],
  );
  return openWith(pair, innerPlace(round), wrapped);
}
