import { QUESTIONS, SURVEY_CODES } from '../../domain/survey.ts';
import type { Tx } from '../../platform/db.ts';
import type { CheckedFile } from './file-check.ts';
import { ANSWERS } from './homes-table.ts';
import { KEY_BYTES } from './pseudonym.ts';

/** How a file differs from what its district had accepted before, in students. */
export interface Changes {
  readonly homesBefore: number;
  readonly homesAfter: number;
  readonly added: number;
  readonly removed: number;
  /** In another res-8 cell than before. */
  readonly moved: number;
  readonly answersChanged: number;
}

/** Compares a checked file with the homes of one district. Students are matched by key only. */
export async function changesBy(
  tx: Tx,
  file: CheckedFile,
  { collectionId, leaId }: { collectionId: number; leaId: string },
): Promise<Changes> {
  const { homes, districts } = file;
  const district = districts.findIndex((each) => each.leaId === leaId);
  const { records } = await tx.one<{ records: Buffer | null }>(RECORDS, [
    collectionId,
    leaId,
    ...QUESTIONS.map((question) => SURVEY_CODES[question].map(String)),
  ]);
  const before = new Map<string, number>();
  const bytes = records ?? Buffer.alloc(0);
  for (let at = 0; at < bytes.length; at += RECORD_BYTES) before.set(bytes.toString('latin1', at, at + KEY_BYTES), at);
  const changes = { homesBefore: before.size, homesAfter: 0, added: 0, removed: 0, moved: 0, answersChanged: 0 };
  let kept = 0;
  for (let i = 0; i < homes.count; i++) {
    if (homes.lea[i] !== district) continue;
    changes.homesAfter++;
    const at = before.get(homes.students.toString('latin1', i * KEY_BYTES, (i + 1) * KEY_BYTES));
    if (at === undefined) {
      changes.added++;
      continue;
    }
    kept++;
    if (bytes.readBigInt64BE(at + CELL_AT) !== homes.cells[i]) changes.moved++;
    if (bytes.readInt32BE(at + ANSWERS_AT) !== answersNumber(homes.answers, i * ANSWERS)) changes.answersChanged++;
  }
  return { ...changes, removed: before.size - kept };
}

const CELL_AT = KEY_BYTES;
const ANSWERS_AT = CELL_AT + 8;
const RECORD_BYTES = ANSWERS_AT + 4;

/** One more than the largest code of any question; 0 = not answered. Seven digits fit an integer. */
const BASE = 10;

function answersNumber(answers: Uint8Array, at: number): number {
  let number = 0;
  for (let q = 0; q < ANSWERS; q++) number = number * BASE + (answers[at + q] ?? 0);
  return number;
}

const ANSWERS_NUMBER = QUESTIONS.reduce(
  (sum, question, i) => `(${sum}) * ${BASE} + coalesce(array_position($${i + 3}::text[], ${question}::text), 0)`,
  '0',
);

const RECORDS = `
  select string_agg(h.student_key || int8send(h.cell) || int4send((${ANSWERS_NUMBER})::integer), ''::bytea) as records
  from intake.homes h
  left join intake.answers a using (shard, collection_id, lea_id, student_key)
  where h.shard = any ((select shards from intake.uploads where collection_id = $1 and lea_id = $2)::bigint[])
    and h.collection_id = $1
    and h.lea_id = $2`;
