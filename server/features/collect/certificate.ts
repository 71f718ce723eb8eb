/** Attests what was received, what became of it and when its bytes were deleted. Signed, so that a copy can be checked. */

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '../../config.ts';
import { type Collector, type Coordinator, stateOfLeaId } from '../../domain/actor.ts';
import type { CertificateMessages } from '../../domain/messages/en/certificate.ts';
import type { Db, Tx } from '../../platform/db.ts';
import type { Certificate } from './contract-uploads.ts';
import { districtName } from './districts.ts';
import { collectErrors } from './errors.ts';

type Signer = { readonly secret: Buffer };
type Issuer = Signer & { readonly config: Pick<Config, 'publicUrl' | 'host' | 'port'> };

/**
 * Written and signed in the language of `messages`.
 *
 * @throws Refusal collect.no-certificate when the caller may see none
 */
export async function certificateOf(
  db: Db,
  caller: Coordinator | Collector,
  id: string,
  { secret, config, messages }: Issuer & { readonly messages: CertificateMessages },
): Promise<Certificate> {
  const { row, name, state } = await db.as(caller, async (tx) => {
    const found = await tx.maybe<CertificateRow>(CERTIFICATE, [id]);
    if (!found) throw collectErrors.noCertificate();
    return { row: found, name: await districtName(tx, found.lea_id), state: await stateName(tx, found.lea_id) };
  });
  const unsigned: Omit<Certificate, 'signature'> = {
    id: row.id,
    statement: statementOf(messages, row, name),
    issuer: issuerOf(messages, config, state),
    collection: row.collection,
    leaId: row.lea_id,
    districtName: name,
    outcome: row.outcome,
    sha256: row.sha256,
    // Two file sizes of one district reveal by how many rows the files differ.
    bytes: caller.role === 'coordinator' ? null : Number(row.bytes),
    rows: row.row_count,
    startedAt: row.started_at.toISOString(),
    decidedAt: row.decided_at.toISOString(),
    deletedAt: row.deleted_at?.toISOString() ?? null,
    deleteAfter: row.delete_after?.toISOString() ?? null,
    takenBackAt: row.taken_back_at?.toISOString() ?? null,
    method: messages.method,
    synthetic: row.synthetic,
    verify: messages.verify,
  };
  return signed(unsigned, secret);
}

/** With a signature over all of its fields. */
export function signed<T extends Readonly<Record<string, unknown>>>(
  unsigned: T,
  secret: Buffer,
): T & { signature: string } {
  return { ...unsigned, signature: signatureOf(unsigned, secret).toString('hex') };
}

/** Whether this server issued exactly this certificate. */
export function isGenuine({ signature, ...rest }: Readonly<Record<string, unknown>>, { secret }: Signer): boolean {
  if (typeof signature !== 'string' || !/^[0-9a-f]{64}$/.test(signature)) return false;
  return timingSafeEqual(Buffer.from(signature, 'hex'), signatureOf(rest, secret));
}

/** Fields sorted by name, so that formatting and field order of a copy do not matter. */
function signatureOf(unsigned: Readonly<Record<string, unknown>>, secret: Buffer): Buffer {
  const key = createHmac('sha256', secret).update('gapmap certificate').digest();
  const entries = Object.entries(unsigned).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHmac('sha256', key).update(JSON.stringify(entries)).digest();
}

function statementOf(messages: CertificateMessages, row: CertificateRow, districtName: string): string {
  const { lea_id, collection, started_at, outcome, taken_back_at, deleted_at, delete_after } = row;
  return [
    messages.received({ districtName, leaId: lea_id, collection, startedAt: started_at.toISOString(), outcome }),
    ...(taken_back_at ? [messages.takenBack({ takenBackAt: taken_back_at.toISOString() })] : []),
    deleted_at
      ? messages.deleted({ deletedAt: deleted_at.toISOString() })
      : delete_after
        ? messages.keptUntil({ deleteAfter: delete_after.toISOString() })
        : messages.keptOn,
  ].join(' ');
}

/** Never derived from the request: that would sign an arbitrary Host header. */
export function issuerOf(
  messages: CertificateMessages,
  { publicUrl, host, port }: Issuer['config'],
  stateName: string | undefined,
): string {
  if (!stateName) return messages.issuerAt({ address: publicUrl ?? `http://${host}:${port}` });
  return messages.issuerOf({ stateName, address: publicUrl ?? '' });
}

/** The district's state; undefined where its outline was never loaded. */
async function stateName(tx: Tx, leaId: string): Promise<string | undefined> {
  const state = await tx.maybe<{ name: string }>("select name from places.places where kind = 'state' and id = $1", [
    stateOfLeaId(leaId),
  ]);
  return state?.name;
}

interface CertificateRow {
  id: string;
  collection: string;
  lea_id: string;
  outcome: Certificate['outcome'];
  sha256: string;
  bytes: bigint;
  /** Null for a coordinator, who sees no upload: only the district may know it. */
  row_count: number | null;
  started_at: Date;
  decided_at: Date;
  deleted_at: Date | null;
  delete_after: Date | null;
  taken_back_at: Date | null;
  synthetic: boolean;
}

const CERTIFICATE = `
  select
    k.id, c.name as collection, k.lea_id, k.outcome, k.sha256, k.bytes, u.row_count,
    k.started_at, k.decided_at, k.deleted_at, k.delete_after, k.taken_back_at, c.synthetic
  from collect.certificates k
  join intake.collections c on c.id = k.collection_id
  left join collect.uploads u on u.id = k.id
  where k.id = $1`;
