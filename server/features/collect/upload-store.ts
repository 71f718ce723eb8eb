import type { Receiver } from '../../domain/actor.ts';
import type { Tx } from '../../platform/db.ts';
import type { Replaces, Upload, UploadReport } from './contract-uploads.ts';
import { collectErrors } from './errors.ts';

/** A stored upload. */
export interface UploadRow {
  readonly id: string;
  readonly collection_id: number;
  readonly lea_id: string;
  readonly sha256: string;
  readonly bytes: bigint;
  readonly received: bigint;
  /** Null once the bytes are deleted. */
  readonly salt: Buffer | null;
  readonly state: Upload['state'];
  readonly started_at: Date;
  readonly row_count: number | null;
  readonly refusal: { code: string; detail: string } | null;
  readonly report: UploadReport | null;
  readonly replaces: Replaces | null;
}

export const UPLOAD = `
  select id, collection_id, lea_id, sha256, bytes, received, salt, state, started_at, row_count, refusal, report, replaces
  from collect.uploads`;

/** @throws Refusal collect.unknown-upload when the caller may see no such upload */
export async function uploadOf(tx: Tx, id: string, lock: '' | 'for update' = ''): Promise<UploadRow> {
  const row = await tx.maybe<UploadRow>(`${UPLOAD} where id = $1 ${lock}`, [id]);
  if (!row) throw collectErrors.unknownUpload();
  return row;
}

/** Who decides what becomes of an upload: within its district alone. */
export function receiverOf({ lea_id: leaId }: Pick<UploadRow, 'lea_id'>): Receiver {
  return { role: 'receiver', leaId };
}

const FINDINGS_SHOWN = 500;
/** States of an upload whose bytes are here or arriving. */
export const UNDECIDED: ReadonlySet<Upload['state']> = new Set(['receiving', 'received', 'checked']);

export function uploadInWords(row: UploadRow): Upload {
  return {
    id: row.id,
    collectionId: row.collection_id,
    leaId: row.lea_id,
    state: row.state,
    bytes: Number(row.bytes),
    received: Number(row.received),
    sha256: row.sha256,
    startedAt: row.started_at.toISOString(),
    refusal: row.refusal,
    report: row.report && { ...row.report, findings: row.report.findings.slice(0, FINDINGS_SHOWN) },
    replaces: row.replaces,
    certificateId: UNDECIDED.has(row.state) ? null : row.id,
  };
}
