/** Attests what was received, what became of it and when its bytes were deleted. Signed, so that a copy can be checked. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Db } from '../../platform/db.ts';
import type { Certificate } from './contract-uploads.ts';
import { districtName } from './districts.ts';
import { collectErrors } from './errors.ts';

const METHOD =
  'Deleted from the database of the server, with the salt of the key they were sealed under (AES-256-GCM). Copies in the database’s log and backups cannot be read without that key.';
const VERIFY =
  'Send this certificate as JSON to POST /api/v1/collect/certificates/verify of the server that issued it.';

type Signer = { readonly secret: Buffer };

/** @throws Refusal collect.no-certificate when there is none that the caller may see */
export async function certificateOf(
  db: Db,
  caller: { role: 'coordinator' } | { role: 'collector'; leaId: string },
  id: string,
  { secret }: Signer,
): Promise<Certificate> {
  const { row, name } = await db.as(caller, async (tx) => {
    const found = await tx.maybe<CertificateRow>(CERTIFICATE, [id]);
    if (!found) throw collectErrors.noCertificate();
    return { row: found, name: await districtName(tx, found.lea_id) };
  });
  const unsigned: Omit<Certificate, 'signature'> = {
    id: row.id,
    statement: statementOf(row, name),
    collection: row.collection,
    leaId: row.lea_id,
    districtName: name,
    outcome: row.outcome,
    sha256: row.sha256,
    bytes: Number(row.bytes),
    rows: row.row_count,
    startedAt: row.started_at.toISOString(),
    decidedAt: row.decided_at.toISOString(),
    deletedAt: row.deleted_at?.toISOString() ?? null,
    deleteAfter: row.delete_after?.toISOString() ?? null,
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
  accepted: 'was checked and accepted; what it said of homes was loaded without names, addresses or coordinates',
  accepted_with_notes:
    'was checked and accepted with notes; what it said of homes was loaded without names, addresses or coordinates',
  refused: 'was checked and refused; nothing of it was loaded',
  discarded: 'was discarded by the district; nothing of it was loaded',
  abandoned: 'was left alone and given up; nothing of it was loaded',
};

function statementOf(row: CertificateRow, name: string): string {
  const rows = row.row_count === null ? '' : ` and ${row.row_count} rows`;
  const deleted = row.deleted_at
    ? `Its raw bytes were deleted on ${inWords(row.deleted_at)}.`
    : `Its raw bytes are kept until ${row.delete_after ? inWords(row.delete_after) : 'further notice'} and then deleted.`;
  return `A file of ${row.bytes} bytes${rows} that ${name} (${row.lea_id}) sent for the collection "${row.collection}" from ${inWords(row.started_at)} on ${BECAME[row.outcome]} on ${inWords(row.decided_at)}. ${deleted}`;
}

/** "2026-11-25 16:02 UTC" */
function inWords(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
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
  synthetic: boolean;
}

const CERTIFICATE = `
  select
    k.id, c.name as collection, k.lea_id, k.outcome, k.sha256, k.bytes, u.row_count,
    k.started_at, k.decided_at, k.deleted_at, k.delete_after, c.synthetic
  from collect.certificates k
  join intake.collections c on c.id = k.collection_id
  left join collect.uploads u on u.id = k.id
  where k.id = $1`;
