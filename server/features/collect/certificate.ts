/** Attests what was received, what became of it and when its bytes were deleted. Signed, so that a copy can be checked. */

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '../../config.ts';
import { type Collector, type Coordinator, stateOfLeaId } from '../../domain/actor.ts';
import { momentInWords } from '../../domain/words.ts';
import type { Db, Tx } from '../../platform/db.ts';
import type { Certificate } from './contract-uploads.ts';
import { districtName } from './districts.ts';
import { collectErrors } from './errors.ts';

const METHOD =
  'Deleted from the server’s database, together with what its encryption key was made from. Copies that the database’s log or backups may still hold cannot be read without that.';
const VERIFY =
  'Whoever runs the server checks the JSON form of this certificate with "npx gapmap certificate verify FILE"; a program sends it to POST /api/v1/collect/certificates/verify.';

type Signer = { readonly secret: Buffer };
type Issuer = Signer & { readonly config: Pick<Config, 'publicUrl' | 'host' | 'port'> };

/** @throws Refusal collect.no-certificate when there is none that the caller may see */
export async function certificateOf(
  db: Db,
  caller: Coordinator | Collector,
  id: string,
  { secret, config }: Issuer,
): Promise<Certificate> {
  const { row, name, state } = await db.as(caller, async (tx) => {
    const found = await tx.maybe<CertificateRow>(CERTIFICATE, [id]);
    if (!found) throw collectErrors.noCertificate();
    return { row: found, name: await districtName(tx, found.lea_id), state: await stateName(tx, found.lea_id) };
  });
  const unsigned: Omit<Certificate, 'signature'> = {
    id: row.id,
    statement: statementOf(row, name),
    issuer: issuerOf(config, state),
    collection: row.collection,
    leaId: row.lea_id,
    districtName: name,
    outcome: row.outcome,
    sha256: row.sha256,
    // The size of two files of a district tells how many rows they differ by.
    bytes: caller.role === 'coordinator' ? null : Number(row.bytes),
    rows: row.row_count,
    startedAt: row.started_at.toISOString(),
    decidedAt: row.decided_at.toISOString(),
    deletedAt: row.deleted_at?.toISOString() ?? null,
    deleteAfter: row.delete_after?.toISOString() ?? null,
    takenBackAt: row.taken_back_at?.toISOString() ?? null,
    method: METHOD,
    synthetic: row.synthetic,
    verify: VERIFY,
  };
  return { ...unsigned, signature: signatureOf(unsigned, secret).toString('hex') };
}

/** Whether a certificate is one that this server issued, to the letter. */
export function isGenuine({ signature, ...rest }: Readonly<Record<string, unknown>>, { secret }: Signer): boolean {
  if (typeof signature !== 'string' || !/^[0-9a-f]{64}$/.test(signature)) return false;
  return timingSafeEqual(Buffer.from(signature, 'hex'), signatureOf(rest, secret));
}

/** Fields by name in order, so that it does not matter how a copy was written down. */
function signatureOf(unsigned: Readonly<Record<string, unknown>>, secret: Buffer): Buffer {
  const key = createHmac('sha256', secret).update('gapmap certificate').digest();
  const entries = Object.entries(unsigned).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHmac('sha256', key).update(JSON.stringify(entries)).digest();
}

const BECAME: Record<Certificate['outcome'], string> = {
  accepted: 'it was checked and accepted',
  accepted_with_notes: 'it was checked and accepted, with notes',
  refused: 'it was checked and refused, and nothing of it was taken in',
  discarded: 'the district discarded it, and nothing of it was taken in',
  abandoned: 'nobody went on with it, so it was given up, and nothing of it was taken in',
};

function statementOf(row: CertificateRow, name: string): string {
  const received = `${name} (${row.lea_id}) sent a file for the collection “${row.collection}” on ${momentInWords(row.started_at)}; ${BECAME[row.outcome]}.${takenBackInWords(row)}`;
  if (row.deleted_at)
    return `${received} The file itself was deleted from the server on ${momentInWords(row.deleted_at)}.`;
  const until = row.delete_after ? momentInWords(row.delete_after) : 'further notice';
  return `${received} The file itself is kept on the server until ${until}, and then deleted.`;
}

function takenBackInWords({ taken_back_at: at }: CertificateRow): string {
  if (at === null) return '';
  return ` The district took back what had been taken in on ${momentInWords(at)}; no release made after that counts it.`;
}

/** Nothing of the request is in it: a Host header of anybody's choosing would be signed. */
function issuerOf({ publicUrl, host, port }: Issuer['config'], state: string | undefined): string {
  if (!state) return `Gapmap at ${publicUrl ?? `http://${host}:${port}`}`;
  return `Gapmap of ${state}${publicUrl ? `, ${publicUrl}` : ''}`;
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
  /** The district's to know: a coordinator sees no upload. */
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
