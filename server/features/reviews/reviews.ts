/** Districts' reviews of a collection, and what is taken up of them, under the caller's own role. */
import { proseSays } from '../../domain/identifying-prose.ts';
import type { ReviewAnswers } from '../../domain/review.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { collectionFor, detailOf } from '../collect/index.ts';
import type { Change, OwnReview, ReviewBody, Reviews } from './contract.ts';

/** @throws Refusal 422 naming what the words look like, without repeating them */
export function refuseStudents(texts: readonly string[]): void {
  const findings = [...new Set(texts.flatMap((text) => proseSays(text)))];
  if (findings.length > 0) throw refusal('review.identifying', 422, { findings });
}

/** @throws Refusal collect.unknown */
export async function ownReview(tx: Tx, collectionId: number, leaId: string): Promise<OwnReview> {
  const mayAnswer = await isAccepted(tx, collectionId, leaId);
  const row = await tx.maybe<{ answers: ReviewAnswers; words: string }>(
    'select answers, words from reviews.answers where collection_id = $1 and lea_id = $2',
    [collectionId, leaId],
  );
  const rows = await tx.rows<Change & { name: string }>(
    `-- one row: something taken up of the last collection of which anything was
     select c.name, r.about, r.what
     from reviews.changes r
     join intake.collections c on c.id = r.collection_id
     where r.collection_id = (select max(collection_id) from reviews.changes where collection_id < $1)
     order by r.position`,
    [collectionId],
  );
  return {
    mayAnswer,
    review: row ? { review: row.answers, remarks: row.words } : null,
    changed: rows[0] ? { collection: rows[0].name, changes: rows.map(({ about, what }) => ({ about, what })) } : null,
  };
}

/** @throws Refusal collect.unknown; 409 before a file is accepted */
export async function keepReview(
  tx: Tx,
  { collectionId, leaId }: { readonly collectionId: number; readonly leaId: string },
  { review, remarks }: ReviewBody,
): Promise<void> {
  if (!(await isAccepted(tx, collectionId, leaId))) throw refusal('review.nothing-accepted', 409);
  await tx.run(
    `insert into reviews.answers (collection_id, lea_id, answers, words)
     values ($1, $2, $3::jsonb, $4)
     on conflict (collection_id, lea_id) do update
       set answers = excluded.answers, words = excluded.words, answered_at = now()`,
    [collectionId, leaId, JSON.stringify(review), remarks.trim()],
  );
}

/** All districts' answers together. @throws Refusal collect.unknown */
export async function reviewsOf(tx: Tx, collectionId: number): Promise<Reviews> {
  const { districts } = await collectionFor(tx, collectionId);
  const counted = await tx.rows<{ question: string; code: string; count: number }>(
    `-- one row: an answer to a question
     select key as question, value as code, count(*)::integer as count
     from reviews.answers
     cross join lateral jsonb_each_text(answers)
     where collection_id = $1
     group by key, value`,
    [collectionId],
  );
  const counts: Record<string, Record<string, number>> = {};
  for (const { question, code, count } of counted) counts[question] = { ...counts[question], [code]: count };
  const written = await tx.rows<{ words: string }>(
    `-- one row: what a district wrote; in an order that says nothing of the district
     select words from reviews.answers where collection_id = $1 order by md5(words || lea_id)`,
    [collectionId],
  );
  return {
    districts: written.length,
    accepted: districts.accepted,
    counts,
    words: written.map(({ words }) => words).filter((words) => words !== ''),
    changes: await tx.rows<Change>(
      'select about, what from reviews.changes where collection_id = $1 order by position',
      [collectionId],
    ),
  };
}

/** In place of those before. */
export async function keepChanges(tx: Tx, id: number, changes: readonly Change[], by: string): Promise<void> {
  await collectionFor(tx, id);
  await tx.run('delete from reviews.changes where collection_id = $1', [id]);
  for (const [at, { about, what }] of changes.entries())
    await tx.run(
      'insert into reviews.changes (collection_id, position, about, what, written_by) values ($1, $2, $3, $4, $5)',
      [id, at + 1, about, what.trim(), by],
    );
}

async function isAccepted(tx: Tx, collectionId: number, leaId: string): Promise<boolean> {
  const { districtStates } = await detailOf(tx, await collectionFor(tx, collectionId));
  const own = districtStates.find((one) => one.leaId === leaId);
  return own?.acceptedAt != null && own.state !== 'taken_back';
}
