import {
  enrollmentWarning,
  FEWEST_FOR_RATES,
  type FileFacts,
  responseRate,
  type Warning,
  warningsOf,
} from '../../domain/survey/quality.ts';
import { differsByTen, type ShownFigures, shownOf } from '../../domain/survey/shown-figures.ts';
import { QUESTIONS } from '../../domain/survey.ts';
import type { Tx } from '../../platform/db.ts';
import type { CountedFile } from './facts.ts';

/** What a district may know of its file. A coordinator sees less; see shown-figures.ts. */
export interface DistrictRecord {
  /** With a home. The count of all students, compared with the file's rows, would reveal how many have none. */
  readonly students: number;
  /** With any answer. */
  readonly answered: number | null;
  readonly responseRate: number | null;
  readonly questionRates: Readonly<Record<string, number | null>>;
  readonly warnings: readonly Warning[];
}

export interface SenderRecord extends DistrictRecord {
  /** Compares all students, those without fixed residence too. A coordinator's warning uses those with a home and is computed on read. */
  readonly enrollment: readonly Warning[];
  readonly facts: FileFacts;
}

export async function recordOf(
  tx: Tx,
  file: CountedFile,
  { collectionId, leaId }: { collectionId: number; leaId: string },
): Promise<SenderRecord> {
  const facts = file.facts.get(leaId);
  if (!facts) throw new Error('a district that the file does not hold');
  const before = await tx.maybe<{ rate: number | null }>(
    `select response_rate as rate
     from collect.figures
     where lea_id = $1
       and collection_id < $2
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
    facts,
  };
}

/**
 * Records that a file was accepted, with its figures.
 *
 * @returns what a person should be asked about it
 */
export async function recordAccepted(
  tx: Tx,
  file: CountedFile,
  { collectionId, leaId, withNotes }: { collectionId: number; leaId: string; withNotes: boolean },
): Promise<readonly Warning[]> {
  const record = await recordOf(tx, file, { collectionId, leaId });
  const shown = await figuresToShow(tx, record.facts, { collectionId, leaId });
  await tx.run(
    `insert into collect.districts
       (collection_id, lea_id, accepted_at, accepted_with_notes, accepted_sha256, shown)
     values ($1, $2, now(), $3, $4, $5::jsonb)
     on conflict (collection_id, lea_id) do update set
       received_at = null,
       taken_back_at = null,
       accepted_at = excluded.accepted_at,
       accepted_with_notes = excluded.accepted_with_notes,
       accepted_sha256 = excluded.accepted_sha256,
       shown = excluded.shown`,
    [collectionId, leaId, withNotes || record.warnings.length > 0, file.sha256, JSON.stringify(shown)],
  );
  await tx.run(
    `insert into collect.figures (collection_id, lea_id, students, answered, response_rate, question_rates, warnings)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb)
     on conflict (collection_id, lea_id) do update set
       students = excluded.students,
       answered = excluded.answered,
       response_rate = excluded.response_rate,
       question_rates = excluded.question_rates,
       warnings = excluded.warnings`,
    [
      collectionId,
      leaId,
      record.students,
      record.answered,
      record.responseRate,
      JSON.stringify(record.questionRates),
      JSON.stringify(record.warnings),
    ],
  );
  return [...record.enrollment, ...record.warnings];
}

/** Figures of the file, or of the one last shown if they differ by fewer than ten students. */
async function figuresToShow(
  tx: Tx,
  facts: FileFacts,
  { collectionId, leaId }: { collectionId: number; leaId: string },
): Promise<ShownFigures> {
  const last = await tx.maybe<{ facts: FileFacts }>(
    'select facts from intake.shown_facts where collection_id = $1 and lea_id = $2',
    [collectionId, leaId],
  );
  const toShow = last && !differsByTen(facts, last.facts) ? last.facts : facts;
  await tx.run(
    `insert into intake.shown_facts (collection_id, lea_id, facts)
     values ($1, $2, $3::jsonb)
     on conflict (collection_id, lea_id) do update set facts = excluded.facts`,
    [collectionId, leaId, JSON.stringify(toShow)],
  );
  const previous = await tx.maybe<{ shown: ShownFigures }>(
    `select shown
     from collect.districts
     where lea_id = $1
       and collection_id < $2
       and shown is not null
     order by collection_id desc
     limit 1`,
    [leaId, collectionId],
  );
  return shownOf(toShow, previous?.shown.answered ?? null);
}

function ratesOf({ questions }: FileFacts): Record<string, number | null> {
  return Object.fromEntries(
    QUESTIONS.map((question) => {
      const { asked, answered } = questions[question];
      return [question, asked < FEWEST_FOR_RATES ? null : answered / asked];
    }),
  );
}
