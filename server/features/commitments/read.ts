/** Commitments as their parties see them. Row level security decides which. */
import { latenessTier, progressOn } from '../../domain/round/commitment.ts';
import type { CommitmentStanding } from '../../domain/round/standings.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import type { Commitment, CommitmentSummary, EvidenceKind, Found } from './contract.ts';
import type { Offer } from './sign.ts';

export interface CommitmentRow {
  readonly id: number;
  readonly lotId: number;
  readonly providerId: number;
  readonly name: string;
  readonly provider: string;
  readonly roundId: number;
  readonly title: string;
  readonly standing: CommitmentStanding;
  readonly homes: number;
  readonly students: number;
  readonly counties: readonly string[];
  readonly ask: bigint;
  readonly offer: Offer;
  readonly signedAt: Date;
  readonly signedBy: string;
  readonly reason: string | null;
  readonly seenAsOf: string | null;
  readonly seenPercent: number | null;
}

export interface MilestoneRow {
  readonly commitment: number;
  readonly number: number;
  readonly percent: number;
  readonly dueOn: string;
  readonly locations: number | null;
  readonly ofLocations: number | null;
  readonly countedAsOf: string | null;
  readonly countedRevision: string | null;
  readonly acceptedAt: Date | null;
}

/** What days have moved is written down before anybody reads. */
async function rowsNow(tx: Tx, id?: number): Promise<CommitmentRow[]> {
  await tx.run('select commitments.move_due()');
  return tx.rows(
    `select
       c.id, c.lot_id as "lotId", c.provider_id as "providerId", c.name, c.provider_name as provider, c.round_id as "roundId", r.title,
       c.standing, c.homes, c.students, c.counties, c.ask, c.offer, c.signed_at as "signedAt", c.signed_by as "signedBy", c.reason,
       c.seen_as_of::text as "seenAsOf", c.seen_percent as "seenPercent"
     from commitments.commitments c
     join rounds.rounds r on r.id = c.round_id
     where $1::integer is null or c.id = $1
     order by c.id desc`,
    [id ?? null],
  );
}

/** @throws Refusal 404 */
export async function rowNumbered(tx: Tx, id: number): Promise<CommitmentRow> {
  const [row] = await rowsNow(tx, id);
  if (!row) throw refusal('commitments.unknown', 404);
  return row;
}

export function milestoneRows(tx: Tx, ids: readonly number[]): Promise<MilestoneRow[]> {
  return tx.rows(
    `select commitment_id as commitment, number, percent, due_on::text as "dueOn", locations, of_locations as "ofLocations",
       counted_as_of::text as "countedAsOf", counted_revision::text as "countedRevision", accepted_at as "acceptedAt"
     from commitments.milestones
     where commitment_id = any ($1)
     order by commitment_id, number`,
    [ids],
  );
}

export function nextOf(milestones: readonly MilestoneRow[]): MilestoneRow | undefined {
  return milestones.find(({ acceptedAt }) => acceptedAt === null);
}

export async function commitmentsOf(tx: Tx): Promise<CommitmentSummary[]> {
  const rows = await rowsNow(tx);
  const milestones = Map.groupBy(
    await milestoneRows(
      tx,
      rows.map(({ id }) => id),
    ),
    ({ commitment }) => commitment,
  );
  return rows.map((row) => summaryOf(row, milestones.get(row.id) ?? []));
}

function summaryOf(row: CommitmentRow, milestones: readonly MilestoneRow[]): CommitmentSummary {
  const { id, name, provider, roundId, title, standing, homes, students, counties, signedAt } = row;
  const today = new Date().toISOString().slice(0, 10);
  const { due, accepted } = progressOn(
    today,
    milestones.map((one) => ({ ...one, isAccepted: one.acceptedAt !== null })),
  );
  return {
    id,
    name,
    provider,
    round: { id: roundId, title },
    standing,
    homes,
    students,
    counties: [...counties],
    percent: accepted,
    tier: latenessTier(due, accepted),
    nextDueOn: standing === 'default' ? null : (nextOf(milestones)?.dueOn ?? null),
    signedAt: signedAt.toISOString(),
  };
}

export async function commitmentNumbered(tx: Tx, id: number, party: Commitment['party']): Promise<Commitment> {
  const row = await rowNumbered(tx, id);
  const milestones = await milestoneRows(tx, [id]);
  const { offer, seenAsOf, seenPercent } = row;
  const evidence = await evidenceOf(tx, id);
  const reports = await reportsOf(tx, id);
  return {
    party,
    ...summaryOf(row, milestones),
    technology: offer.technology,
    downloadMbps: offer.downloadMbps,
    uploadMbps: offer.uploadMbps,
    pricePerMonth: offer.pricePerMonth,
    finish: offer.finish,
    ask: Number(row.ask),
    signedBy: row.signedBy,
    reason: row.reason,
    seen: seenAsOf === null || seenPercent === null ? null : { asOf: seenAsOf, percent: seenPercent },
    milestones: milestones.map(({ commitment: _, acceptedAt, ...one }) => ({
      ...one,
      acceptedAt: acceptedAt?.toISOString() ?? null,
      evidence: evidence.filter(({ number }) => number === one.number).map(({ number: __, ...own }) => own),
      reports: reports.filter(({ number }) => number === one.number).map(({ number: __, ...own }) => own),
    })),
    steps: await stepsOf(tx, id),
  };
}

async function evidenceOf(tx: Tx, id: number) {
  const rows = await tx.rows<{
    id: number;
    number: number;
    kind: EvidenceKind;
    name: string;
    bytes: number;
    sha256: string;
    found: Found;
    addedAt: Date;
    addedBy: string;
  }>(
    `select id, number, kind, name, bytes, sha256, found, added_at as "addedAt", added_by as "addedBy"
     from commitments.evidence
     where commitment_id = $1
     order by id`,
    [id],
  );
  return rows.map(({ addedAt, ...own }) => ({ ...own, addedAt: addedAt.toISOString() }));
}

async function reportsOf(tx: Tx, id: number) {
  const rows = await tx.rows<{
    id: number;
    number: number;
    words: string;
    reportedAt: Date;
    reportedBy: string;
    decision: 'accepted' | 'returned' | null;
    reason: string | null;
    decidedBy: string | null;
  }>(
    `select id, number, words, reported_at as "reportedAt", reported_by as "reportedBy", decision, reason, decided_by as "decidedBy"
     from commitments.reports
     where commitment_id = $1
     order by id`,
    [id],
  );
  return rows.map(({ reportedAt, ...own }) => ({ ...own, reportedAt: reportedAt.toISOString() }));
}

async function stepsOf(tx: Tx, id: number) {
  const rows = await tx.rows<{ move: string; to: string; at: Date; who: string; reason: string | null }>(
    `select move, to_standing as to, at, who, reason
     from commitments.steps
     where commitment_id = $1
     order by id`,
    [id],
  );
  return rows.map(({ at, ...own }) => ({ ...own, at: at.toISOString() }));
}
