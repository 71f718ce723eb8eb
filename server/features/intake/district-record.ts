import {
  enrollmentWarning,
  FEWEST_FOR_RATES,
  type FileFacts,
  responseRate,
  type Warning,
  warningsOf,
} from '../../domain/survey/quality.ts';
import { QUESTIONS } from '../../domain/survey.ts';
import type { Tx } from '../../platform/db.ts';
import { factsOf } from './facts.ts';
import type { CheckedFile } from './file-check.ts';

/** What a coordinator may know of a district's file: rates of enough students, and warnings. */
export interface DistrictRecord {
  /** With a home: beside a file's rows, all students would tell how many have none. */
  readonly students: number;
  /** With any answer. */
  readonly answered: number | null;
  readonly responseRate: number | null;
  readonly questionRates: Readonly<Record<string, number | null>>;
  readonly warnings: readonly Warning[];
}

/** What whoever sends the file may know besides. */
export interface SenderRecord extends DistrictRecord {
  /** Of all students, those without fixed residence too. A coordinator is told by those with a home, when reading. */
  readonly enrollment: readonly Warning[];
}

export async function recordOf(
  tx: Tx,
  file: CheckedFile,
  { collectionId, leaId }: { collectionId: number; leaId: string },
): Promise<SenderRecord> {
  const facts = await factsOf(tx, file, leaId);
  const before = await tx.maybe<{ rate: number | null }>(
    `select response_rate as rate
     from collect.districts
     where lea_id = $1
       and collection_id < $2
       and accepted_at is not null
     order by collection_id desc
     limit 1`,
    [leaId, collectionId],
  );
  const known = await tx.maybe<{ students: number }>(
    'select students from collect.enrolments where collection_id = $1 and lea_id = $2',
    [collectionId, leaId],
  );
  const answered = facts.homes < FEWEST_FOR_RATES ? null : facts.answered;
  const enrollment = enrollmentWarning({
    homes: facts.homes,
    noFixedResidence: file.unplaced.filter((student) => student.leaId === leaId).length,
    answered,
    enrolled: known?.students ?? null,
  });
  return {
    students: facts.homes,
    answered,
    responseRate: responseRate(facts),
    questionRates: ratesOf(facts),
    warnings: warningsOf(facts, before?.rate ?? null),
    enrollment: enrollment ? [enrollment] : [],
  };
}

/**
 * Writes that a file was accepted, and what it amounts to.
 *
 * @returns what a person would ask about it
 */
export async function recordAccepted(
  tx: Tx,
  file: CheckedFile,
  { collectionId, leaId, withNotes }: { collectionId: number; leaId: string; withNotes: boolean },
): Promise<readonly Warning[]> {
  const record = await recordOf(tx, file, { collectionId, leaId });
  await tx.run(
    `insert into collect.districts
       (collection_id, lea_id, accepted_at, accepted_with_notes, accepted_sha256, students,
        answered, response_rate, question_rates, warnings)
     values ($1, $2, now(), $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb)
     on conflict (collection_id, lea_id) do update set
       received_at = null,
       taken_back_at = null,
       accepted_at = excluded.accepted_at,
       accepted_with_notes = excluded.accepted_with_notes,
       accepted_sha256 = excluded.accepted_sha256,
       students = excluded.students,
       answered = excluded.answered,
       response_rate = excluded.response_rate,
       question_rates = excluded.question_rates,
       warnings = excluded.warnings`,
    [
      collectionId,
      leaId,
      withNotes || record.warnings.length > 0,
      file.sha256,
      record.students,
      record.answered,
      record.responseRate,
      JSON.stringify(record.questionRates),
      JSON.stringify(record.warnings),
    ],
  );
  return [...record.enrollment, ...record.warnings];
}

function ratesOf({ questions }: FileFacts): Record<string, number | null> {
  return Object.fromEntries(
    QUESTIONS.map((question) => {
      const { asked, answered } = questions[question];
      return [question, asked < FEWEST_FOR_RATES ? null : answered / asked];
    }),
  );
}
