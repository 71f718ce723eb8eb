import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../../server/domain/round/proposal.ts';
import { receiptOf, signedOf } from '../../../server/features/proposals/receipt.ts';
import { keyPairOf, newKeyPair, newSalt, openWith, sealTo } from '../../../server/platform/sealed-box.ts';

const BYTES = Buffer.from('Kestrel offers fiber');

describe('a sealed box', () => {
  it('opens with its private key, at its place, unchanged', () => {
    const pair = newKeyPair();
    const sealed = sealTo(pair.publicKey, 'proposal 1', BYTES);
    expect(sealed.includes(BYTES)).toBe(false);
    expect(openWith(pair, 'proposal 1', sealed)).toEqual(BYTES);
    expect(() => openWith(pair, 'proposal 2', sealed)).toThrow();
    expect(() => openWith(newKeyPair(), 'proposal 1', sealed)).toThrow();
    const changed = Buffer.from(sealed);
    changed[changed.length - 20] = (changed[changed.length - 20] ?? 0) ^ 1;
    expect(() => openWith(pair, 'proposal 1', changed)).toThrow();
  });

  it('is another one each time', () => {
    const { publicKey } = newKeyPair();
    expect(sealTo(publicKey, 'a', BYTES)).not.toEqual(sealTo(publicKey, 'a', BYTES));
  });

  it('opens with a passphrase and its salt, and with no other', async () => {
    const salt = newSalt();
    const { publicKey } = await keyPairOf('correct horse battery', salt);
    const sealed = sealTo(publicKey, 'a', BYTES);
    expect(openWith(await keyPairOf('correct horse battery', salt), 'a', sealed)).toEqual(BYTES);
    expect(() => openWith({ publicKey, privateKey: newKeyPair().privateKey }, 'a', sealed)).toThrow();
    const other = await keyPairOf('correct horse batterx', salt);
    expect(() => openWith(other, 'a', sealed)).toThrow();
    expect(other.publicKey).not.toEqual(publicKey);
  });
});

describe('a receipt', () => {
  const proposal = { words: 'b', partners: 'a' } as Proposal;

  it('is SHA-256 over the nonce’s bytes and the body', () => {
    const signed = signedOf(proposal);
    const { body, nonce } = signed;
    expect(nonce).toMatch(/^[0-9a-f]{64}$/);
    const byHand = createHash('sha256').update(Buffer.concat([Buffer.from(nonce, 'hex'), Buffer.from(body)]));
    expect(receiptOf(signed).toString('hex')).toBe(byHand.digest('hex'));
  });

  it('has a nonce of its own, over a body whose names are in order', () => {
    const one = signedOf(proposal);
    const other = signedOf({ partners: 'a', words: 'b' } as Proposal);
    expect(one.body).toBe('{"partners":"a","words":"b"}');
    expect(other.body).toBe(one.body);
    expect(receiptOf(other)).not.toEqual(receiptOf(one));
  });
});
