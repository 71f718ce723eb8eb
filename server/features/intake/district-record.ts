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
import type { Reader } from '../../platform/reader.ts';
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

/** A district of a file. */
export interface Sent {
  readonly file: CountedFile;
  readonly leaId: string;
}

export async function recordOf(
  reader: Reader,
  file: CountedFile,
  { collectionId, leaId }: { collectionId: number; leaId: string },
): Promise<SenderRecord> {
  const [record] = await recordsOf(reader, collectionId, [{ file, leaId }]);
  if (!record) throw new Error('no record of a district');
  return record;
}

/** In the order of `sent`. */
async function recordsOf(reader: Reader, collectionId: number, sent: readonly Sent[]): Promise<SenderRecord[]> {
  const leaIds = sent.map(({ leaId }) => leaId);
  const before = await reader.rows<{ leaId: string; rate: number | null }>(
    `-- one row: the response rate of a district's collection before this one
     select distinct on (lea_id) lea_id as "leaId", response_rate as rate
     from collect.figures
     where lea_id = any($1::text[])
       and collection_id < $2
     order by lea_id, collection_id desc`,
    [leaIds, collectionId],
  );
  const enrollments = await reader.rows<{ leaId: string; students: number }>(
    `select lea_id as "leaId", students
     from collect.enrollments
     where collection_id = $1
       and lea_id = any($2::text[])`,
    [collectionId, leaIds],
  );
  const rates = new Map(before.map(({ leaId, rate }) => [leaId, rate]));
  const enrolled = new Map(enrollments.map(({ leaId, students }) => [leaId, students]));
  return sent.map(({ file, leaId }) => {
    const facts = file.facts.get(leaId);
    if (!facts) throw new Error('a district that the file does not hold');
    const answered = facts.homes < FEWEST_FOR_RATES ? null : facts.answered;
    const enrollment = enrollmentWarning({
      homes: facts.homes,
      noFixedResidence: file.unplaced.filter((student) => student.leaId === leaId).length,
      answered,
      enrolled: enrolled.get(leaId) ?? null,
    });
    return {
      students: facts.homes,
      answered,
      responseRate: responseRate(facts),
      questionRates: ratesOf(facts),
      warnings: warningsOf(facts, rates.get(leaId) ?? null),
      enrollment: enrollment ? [enrollment] : [],
      facts,
    };
  });
}

/**
 * Records that files were accepted, with their figures: all districts in a few statements, since a state sends some hundred files and
 * readers of the embedded database wait meanwhile.
 *
 * @returns by district, in the order of `sent`, what a person should be asked about it
 */
export async function recordAccepted(
  tx: Tx,
  collectionId: number,
  sent: readonly (Sent & { readonly withNotes: boolean })[],
): Promise<(readonly Warning[])[]> {
  const records = await recordsOf(tx, collectionId, sent);
  const shown = await figuresToShow(tx, collectionId, sent, records);
  const leaIds = sent.map(({ leaId }) => leaId);
  await tx.run(
    `insert into collect.districts
       (collection_id, lea_id, accepted_at, accepted_with_notes, accepted_sha256, shown)
     select $1, lea_id, now(), with_notes, sha256, shown::jsonb
     from unnest($2::text[], $3::boolean[], $4::text[], $5::text[]) as sent (lea_id, with_notes, sha256, shown)
     on conflict (collection_id, lea_id) do update set
       received_at = null,
       taken_back_at = null,
       accepted_at = excluded.accepted_at,
       accepted_with_notes = excluded.accepted_with_notes,
       accepted_sha256 = excluded.accepted_sha256,
       shown = excluded.shown`,
    [
      collectionId,
      leaIds,
      sent.map(({ withNotes }, i) => String(withNotes || (records[i]?.warnings.length ?? 0) > 0)),
      sent.map(({ file }) => file.sha256),
      shown.map((figures) => JSON.stringify(figures)),
    ],
  );
  await tx.run(
    `insert into collect.figures (collection_id, lea_id, students, answered, response_rate, question_rates, warnings)
     select $1, lea_id, students, answered, response_rate, question_rates::jsonb, warnings::jsonb
     from unnest($2::text[], $3::integer[], $4::integer[], $5::double precision[], $6::text[], $7::text[])
       as sent (lea_id, students, answered, response_rate, question_rates, warnings)
     on conflict (collection_id, lea_id) do update set
       students = excluded.students,
       answered = excluded.answered,
       response_rate = excluded.response_rate,
       question_rates = excluded.question_rates,
       warnings = excluded.warnings`,
    [
      collectionId,
      leaIds,
      records.map(({ students }) => students),
      records.map(({ answered }) => answered),
      records.map(({ responseRate: rate }) => rate),
      records.map(({ questionRates }) => JSON.stringify(questionRates)),
      records.map(({ warnings }) => JSON.stringify(warnings)),
    ],
  );
  return records.map(({ enrollment, warnings }) => [...enrollment, ...warnings]);
}

/** Figures of each file, or of the one last shown if they differ by fewer than ten students. */
async function figuresToShow(
  tx: Tx,
  collectionId: number,
  sent: readonly Sent[],
  records: readonly SenderRecord[],
): Promise<ShownFigures[]> {
  const leaIds = sent.map(({ leaId }) => leaId);
  const last = await tx.rows<{ leaId: string; facts: FileFacts }>(
    `select lea_id as "leaId", facts
     from intake.shown_facts
     where collection_id = $1
       and lea_id = any($2::text[])`,
    [collectionId, leaIds],
  );
  const lastOf = new Map(last.map(({ leaId, facts }) => [leaId, facts]));
  const toShow = records.map(({ facts }, i) => {
    const before = lastOf.get(leaIds[i] ?? '');
    return before && !differsByTen(facts, before) ? before : facts;
  });
  await tx.run(
    `insert into intake.shown_facts (collection_id, lea_id, facts)
     select $1, lea_id, facts::jsonb
     from unnest($2::text[], $3::text[]) as sent (lea_id, facts)
     on conflict (collection_id, lea_id) do update set facts = excluded.facts`,
    [collectionId, leaIds, toShow.map((facts) => JSON.stringify(facts))],
  );
  const previous = await tx.rows<{ leaId: string; shown: ShownFigures }>(
    `-- one row: what is shown of a district's collection before this one
     select distinct on (lea_id) lea_id as "leaId", shown
     from collect.districts
     where lea_id = any($1::text[])
       and collection_id < $2
       and shown is not null
     order by lea_id, collection_id desc`,
    [leaIds, collectionId],
  );
  const previousOf = new Map(previous.map(({ leaId, shown }) => [leaId, shown]));
  return toShow.map((facts, i) => shownOf(facts, previousOf.get(leaIds[i] ?? '')?.answered ?? null));
}

function ratesOf({ questions }: FileFacts): Record<string, number | null> {
  return Object.fromEntries(
    QUESTIONS.map((question) => {
      const { asked, answered } = questions[question];
      return [question, asked < FEWEST_FOR_RATES ? null : answered / asked];
    }),
  );
}
