/** Qualifications as their provider or staff read them; row level security decides which. */
import type { Tx } from '../../platform/db.ts';
import type { Document, Qualification } from './contract.ts';

type Row = Omit<Qualification, 'appliedAt' | 'goodUntil' | 'documents' | 'steps'> & {
  appliedAt: Date | null;
  goodUntil: Date | null;
};

/** Those that wait first, then by name. @param providerId undefined: all that the reader may read */
export async function qualifications(tx: Tx, providerId?: number): Promise<Qualification[]> {
  const rows = await tx.rows<Row>(
    `select q.provider_id as "providerId", coalesce(p.name, 'FCC ' || q.provider_id) as "providerName", q.standing, q.facts, q.contacts, q.reason,
       q.applied_at as "appliedAt", q.good_until as "goodUntil", ${IS_GOOD} as "isGood"
     from rounds.qualifications q
     left join coverage.providers p using (provider_id)
     where $1::integer is null
       or q.provider_id = $1
     order by q.standing <> 'applied', 2`,
    [providerId ?? null],
  );
  const of = rows.map((row) => row.providerId);
  const documents = await documentsOf(tx, of);
  const steps = await stepsOf(tx, of);
  return rows.map(({ appliedAt, goodUntil, ...row }) => ({
    ...row,
    appliedAt: appliedAt?.toISOString() ?? null,
    goodUntil: goodUntil?.toISOString() ?? null,
    documents: (documents.get(row.providerId) ?? []).map(({ of: _, addedAt, ...one }) => ({
      ...one,
      addedAt: addedAt.toISOString(),
    })),
    steps: (steps.get(row.providerId) ?? []).map(({ of: _, at, ...step }) => ({ ...step, at: at.toISOString() })),
  }));
}

/** A refusal ends it; a renewal that is asked or looked at does not. */
const IS_GOOD = "(q.standing <> 'refused' and coalesce(q.good_until > clock_timestamp(), false))";

/** Whether the provider of the transaction may answer rounds now. */
export async function isQualified(tx: Tx): Promise<boolean> {
  const row = await tx.maybe(
    `select from rounds.qualifications q where q.provider_id = rounds.own_provider() and ${IS_GOOD}`,
  );
  return row !== undefined;
}

type DocumentRow = Omit<Document, 'addedAt'> & { of: number; addedAt: Date };
type StepRow = Omit<Qualification['steps'][number], 'at'> & { of: number; at: Date };

async function documentsOf(tx: Tx, providers: readonly number[]): Promise<Map<number, DocumentRow[]>> {
  const rows = await tx.rows<DocumentRow>(
    `select provider_id as of, id, name, bytes, sha256, added_at as "addedAt"
     from rounds.documents
     where provider_id = any ($1::integer[])
     order by id`,
    [providers],
  );
  return Map.groupBy(rows, ({ of }) => of);
}

/** The newest first. */
async function stepsOf(tx: Tx, providers: readonly number[]): Promise<Map<number, StepRow[]>> {
  const rows = await tx.rows<StepRow>(
    `select provider_id as of, move, to_standing as to, at, reason
     from rounds.steps
     where provider_id = any ($1::integer[])
       and round_id is null
     order by id desc`,
    [providers],
  );
  return Map.groupBy(rows, ({ of }) => of);
}
