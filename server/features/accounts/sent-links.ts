/**
 * Links that messages hold. A token that is shown once cannot be sent by the worker later, nor sent a second time without ending the first. So the
 * token of such a link is derived from the data key and a seed of its own: whoever writes the message has both for a moment, and no table,
 * job or log holds the link. Chosen before sealing the link beside the message (2026-11-30): as safe, as both need the server's secret, and
 * nothing is left to delete. Given up: whoever has the secret and the database can open links that were sent and are still good.
 */
import { hkdfSync, randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/db.ts';
import type { Doer } from '../audit/index.ts';
import type { TokenRequest } from './token-request.ts';
import { addToken, secretHash, tokenOf } from './tokens.ts';

export interface DistrictLink {
  readonly id: number;
  readonly token: string;
}

export type LinkRequest = Extract<TokenRequest, { role: 'district' }> & { readonly collectionId: number };

/** @param key the data key */
export function sentToken(key: Buffer, seed: string): string {
  return tokenOf(Buffer.from(hkdfSync('sha256', key, seed, 'gapmap link that is sent', 32)));
}

/**
 * Gives each district's link, as the role `issuer` in the transaction of its message: the link sent before if it is good until
 * `goodUntil`, else a new one, which ends the earlier one.
 */
export async function linksToSend(
  tx: Tx,
  requests: readonly LinkRequest[],
  { key, goodUntil, doer }: { key: Buffer; goodUntil: Date; doer: Doer },
): Promise<Map<string, DistrictLink>> {
  const links = new Map<string, DistrictLink>();
  const [first] = requests;
  if (!first) return links;
  const sent = await tx.rows<{ id: number; lea_id: string; seed: string; expires_at: Date }>(
    'select id, lea_id, seed, expires_at from accounts.sent_links($1)',
    [first.collectionId],
  );
  for (const request of requests) {
    const before = sent.find(({ lea_id, expires_at }) => lea_id === request.leaId && expires_at >= goodUntil);
    const again = before && { id: before.id, token: sentToken(key, before.seed) };
    if (again && (await opens(tx, again))) links.set(request.leaId, again);
    else {
      const seed = randomUUID();
      const token = sentToken(key, seed);
      const { id } = await addToken(tx, request, { token, seed }, doer);
      links.set(request.leaId, { id, token });
    }
  }
  return links;
}

/** Whether it opens that link now: another data key derives another token. */
export async function opens(tx: Tx, { id, token }: DistrictLink): Promise<boolean> {
  const { good } = await tx.one<{ good: boolean }>('select accounts.link_opens($1, $2) as good', [
    id,
    secretHash(token),
  ]);
  return good;
}
