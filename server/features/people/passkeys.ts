/** Passkeys (WebAuthn level 3): one made with an invitation, where there is no issuer to sign in at, and signing in with it. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Db } from '../../platform/db.ts';
import { refusal, refusalBecause } from '../../platform/problem.ts';
import type { Arrival } from './doors.ts';

/** Where a passkey is good: the address of this server. */
export interface Party {
  readonly origin: string;
  readonly host: string;
}

/** A device unlocks the key before it signs: the key alone lets nobody in. */
const UNLOCKED = 'required';

/** @param label of the invitation, shown by the device beside the key */
export function makingOptions({ host }: Party, label: string) {
  return generateRegistrationOptions({
    rpName: 'Gapmap',
    rpID: host,
    userName: label,
    userDisplayName: label,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: UNLOCKED },
  });
}

export function usingOptions({ host }: Party) {
  return generateAuthenticationOptions({ rpID: host, userVerification: UNLOCKED });
}

interface Signed extends Party {
  /** What the browser sent, as JSON. */
  readonly credential: string;
  readonly challenge: string;
}

type AtDoor = Pick<Arrival, 'find' | 'tie' | 'name' | 'issuer' | 'claimed'>;
const NOBODY_YET = { name: '', issuer: undefined, claimed: undefined } as const;

/** A new person with a new passkey. @throws Refusal 403 when it is not as asked for */
export async function madePasskey({ credential, challenge, origin, host }: Signed): Promise<AtDoor> {
  const made = await verifyRegistrationResponse({
    response: parsed<RegistrationResponseJSON>(credential),
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: host,
  }).catch(notConfirmed);
  if (!made.verified) throw refusal('passkey.refused', 403);
  const { id, publicKey, counter, transports = [] } = made.registrationInfo.credential;
  return {
    ...NOBODY_YET,
    find: async () => undefined,
    tie: async (tx, personId) => {
      await tx.run(
        'insert into accounts.passkeys (id, person_id, public_key, counter, transports) values ($1, $2, $3, $4, $5)',
        [id, personId, Buffer.from(publicKey), counter, transports],
      );
    },
  };
}

/** The person whose passkey it is. @throws Refusal 403 when it is unknown or not as asked for */
export async function usedPasskey(db: Db, { credential, challenge, origin, host }: Signed): Promise<AtDoor> {
  const response = parsed<AuthenticationResponseJSON>(credential);
  const known = await passkeyNamed(db, response.id);
  const used = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: host,
    credential: { id: response.id, publicKey: new Uint8Array(known.public_key), counter: Number(known.counter) },
  }).catch(notConfirmed);
  if (!used.verified) throw refusal('passkey.refused', 403);
  return {
    ...NOBODY_YET,
    find: async (tx) => {
      await tx.run('update accounts.passkeys set counter = $1 where id = $2', [
        used.authenticationInfo.newCounter,
        response.id,
      ]);
      return known.person_id;
    },
    tie: async () => undefined,
  };
}

async function passkeyNamed(db: Db, id: unknown) {
  const known = await db.as({ role: 'doorkeeper' }, (tx) =>
    tx.maybe<{ person_id: number; public_key: Buffer; counter: bigint }>(
      'select person_id, public_key, counter from accounts.passkeys where id = $1',
      [typeof id === 'string' && /^[\w-]{1,1400}$/.test(id) ? id : ''],
    ),
  );
  if (!known) throw refusal('passkey.refused', 403);
  return known;
}

function parsed<R>(credential: string): R {
  try {
    const found: unknown = JSON.parse(credential);
    if (typeof found === 'object' && found !== null) return found as R;
  } catch (error) {
    notConfirmed(error);
  }
  throw refusal('passkey.refused', 403);
}

function notConfirmed(error: unknown): never {
  throw refusalBecause(error, 'passkey.refused', 403);
}
