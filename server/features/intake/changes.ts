import { SURVEY_CODES } from '../../domain/survey.ts';
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

/** Compares a checked file with the homes of one district, in the database: no home leaves it. Students are matched by key only. */
export async function changesBy(
  tx: Tx,
  file: CheckedFile,
  { collectionId, leaId }: { collectionId: number; leaId: string },
): Promise<Changes> {
  const { homes, districts } = file;
  const district = districts.findIndex((each) => each.leaId === leaId);
  const records = Buffer.alloc(homes.count * RECORD_BYTES);
  let homesAfter = 0;
  for (let i = 0; i < homes.count; i++) {
    if (homes.lea[i] !== district) continue;
    const at = RECORD_BYTES * homesAfter++;
    homes.students.copy(records, at, i * KEY_BYTES, (i + 1) * KEY_BYTES);
    records.writeBigInt64BE(homes.cells[i] ?? 0n, at + CELL_AT);
    records.writeInt32BE(answersNumber(homes.answers, i * ANSWERS), at + ANSWERS_AT);
  }
  const found = await tx.one<{ before: number; kept: number; moved: number; answers_changed: number }>(
    'select before, kept, moved, answers_changed from intake.compare_sent($1, $2, $3, $4::jsonb)',
    [collectionId, leaId, records.subarray(0, homesAfter * RECORD_BYTES), JSON.stringify(SURVEY_CODES)],
  );
  return {
    homesBefore: found.before,
    homesAfter,
    added: homesAfter - found.kept,
    removed: found.before - found.kept,
    moved: found.moved,
    answersChanged: found.answers_changed,
  };
}

/** The record that `intake.compare_sent` reads. */
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
