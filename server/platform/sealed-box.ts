/**
 * Sealing to a public key: anybody seals, the private key opens. X25519 (RFC 7748) with a key pair for each box, HKDF-SHA-256
 * (RFC 5869), AES-256-GCM.
 */
import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  scrypt,
} from 'node:crypto';
import { seal, unseal } from './seal.ts';

export interface KeyPair {
  /** SPKI. */
  readonly publicKey: Buffer;
  /** PKCS #8. */
  readonly privateKey: Buffer;
}

const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** Bytes of an X25519 key's SPKI. */
const SPKI_BYTES = 44;
/** What stands before the 32 bytes of a private key (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex');
/** A guess takes 128 MB. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 } as const;

export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return { publicKey: spkiOf(publicKey), privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }) };
}

export function newSalt(): Buffer {
  return randomBytes(SALT_BYTES);
}

/** The key pair that a passphrase stands for, by scrypt (RFC 7914). */
export async function keyPairOf(passphrase: string, salt: Buffer): Promise<KeyPair> {
  const seed = await new Promise<Buffer>((resolve, reject) =>
    scrypt(passphrase.normalize('NFKC'), salt, KEY_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key))),
  );
  const privateKey = Buffer.concat([PKCS8_HEAD, seed]);
  return { publicKey: spkiOf(createPublicKey(privateOf(privateKey))), privateKey };
}

/** @param place what the bytes are, such as round and proposal; opening needs the same */
export function sealTo(publicKey: Buffer, place: string, bytes: Buffer): Buffer {
  const { publicKey: own, privateKey } = generateKeyPairSync('x25519');
  const sender = spkiOf(own);
  return Buffer.concat([sender, seal(keyBetween(privateKey, publicOf(publicKey), sender, publicKey), place, bytes)]);
}

/** @throws Error when the bytes were changed, or sealed for another place or key */
export function openWith({ publicKey, privateKey }: KeyPair, place: string, sealed: Buffer): Buffer {
  const sender = sealed.subarray(0, SPKI_BYTES);
  const key = keyBetween(privateOf(privateKey), publicOf(sender), sender, publicKey);
  return unseal(key, place, sealed.subarray(SPKI_BYTES));
}

function keyBetween(privateKey: KeyObject, publicKey: KeyObject, sender: Buffer, recipient: Buffer): Buffer {
  const shared = diffieHellman({ privateKey, publicKey });
  return Buffer.from(hkdfSync('sha256', shared, Buffer.concat([sender, recipient]), 'gapmap sealed box', KEY_BYTES));
}

function publicOf(spki: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
}

function privateOf(pkcs8: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
}

function spkiOf(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' });
}
