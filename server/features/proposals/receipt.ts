/** A receipt: SHA-256 over a nonce and the body as it was submitted. Without the nonce a short body could be guessed from its hash. */
import { createHash, randomBytes } from 'node:crypto';
import type { Proposal } from '../../domain/round/proposal.ts';

const NONCE_BYTES = 32;

export interface Signed {
  /** JSON with names in order, so that the same proposal is the same bytes. */
  readonly body: string;
  /** 32 bytes, hexadecimal. */
  readonly nonce: string;
}

export function signedOf(proposal: Proposal): Signed {
  return { body: canonical(proposal), nonce: randomBytes(NONCE_BYTES).toString('hex') };
}

/** Over the nonce's bytes and the body in UTF-8. */
export function receiptOf({ body, nonce }: Signed): Buffer {
  return createHash('sha256').update(Buffer.from(nonce, 'hex')).update(body).digest();
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, held: unknown) =>
    held && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
