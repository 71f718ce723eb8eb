import { shardOf } from '../../domain/cell.ts';
import { GRADES } from '../../domain/survey/grade.ts';
import { QUESTIONS, SURVEY_CODES } from '../../domain/survey.ts';
import type { Tx } from '../../platform/db.ts';
import type { Column, ColumnBatch, Value } from '../../platform/load.ts';
import type { CheckedFile } from './file-check.ts';
import { ANSWERS } from './homes-table.ts';
import { KEY_BYTES } from './pseudonym.ts';

export interface Upload {
  readonly lea_id: string;
  readonly sha256: string;
  readonly row_count: number;
  readonly synthetic: boolean;
  readonly shards: readonly bigint[];
}

/** The collection's number; made on first mention. Held until the end of the transaction, so that imports take turns. */
export async function holdCollection(tx: Tx, name: string): Promise<number> {
  await tx.run('insert into intake.collections (name) values ($1) on conflict ((lower(name))) do nothing', [name]);
  const { id } = await tx.one<{ id: number }>(
    'select id from intake.collections where lower(name) = lower($1) for update',
    [name],
  );
  return id;
}

/** What districts have sent for a collection so far. */
export function uploadsOf(tx: Tx, collectionId: number, leaIds: readonly string[]): Promise<Upload[]> {
  return tx.rows<Upload>(
    `select lea_id, sha256, row_count, synthetic, shards
     from intake.uploads
     where collection_id = $1
       and lea_id = any ($2::text[])
     order by lea_id`,
    [collectionId, leaIds],
  );
}

/** Removes uploads with all their rows; the shards say where those are. */
export async function removeUploads(tx: Tx, collectionId: number, uploads: readonly Upload[]): Promise<void> {
  const leaIds = uploads.map((upload) => upload.lea_id);
  const shards = [...new Set(uploads.flatMap((upload) => upload.shards))];
  for (const table of ['intake.homes', 'intake.answers'])
    await tx.run(
      `delete from ${table}
       where shard = any ($1::bigint[])
         and collection_id = $2
         and lea_id = any ($3::text[])`,
      [shards, collectionId, leaIds],
    );
  await tx.run('delete from intake.uploads where collection_id = $1 and lea_id = any ($2::text[])', [
    collectionId,
    leaIds,
  ]);
}

/** Writes a checked file: an upload for each district, its homes and its answers. */
export async function writeUploads(tx: Tx, collectionId: number, file: CheckedFile, synthetic: boolean): Promise<void> {
  const shards = shardsOf(file);
  for (const [index, { leaId, badRows }] of file.districts.entries()) {
    await tx.run(
      `insert into intake.uploads
         (collection_id, lea_id, sha256, state, row_count, bad_row_count, spellings, shards, synthetic)
       values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::bigint[], $9)`,
      [
        collectionId,
        leaId,
        file.sha256,
        badRows > 0 || file.notes.length > 0 ? 'accepted_with_notes' : 'accepted',
        shards[index]?.homes ?? 0,
        badRows,
        JSON.stringify(file.spellings),
        [...(shards[index]?.shards ?? [])],
        synthetic,
      ],
    );
  }
  await tx.load('intake.homes', HOME_COLUMNS, homeBatches(collectionId, file));
  await tx.load('intake.answers', ANSWER_COLUMNS, answerBatches(collectionId, file));
}

function shardsOf({ homes, districts }: CheckedFile): { homes: number; shards: Set<bigint> }[] {
  const found = districts.map(() => ({ homes: 0, shards: new Set<bigint>() }));
  for (let i = 0; i < homes.count; i++) {
    const district = found[homes.lea[i] ?? 0];
    if (!district) continue;
    district.homes++;
    district.shards.add(shardOf(homes.cells[i] ?? 0n));
  }
  return found;
}

const BATCH_ROWS = 20_000;

const ID_COLUMNS: readonly Column[] = [
  { name: 'shard', type: 'bigint' },
  { name: 'collection_id', type: 'integer' },
  { name: 'lea_id', type: 'text' },
  { name: 'student_key', type: 'bytea' },
];

const HOME_COLUMNS: readonly Column[] = [
  ...ID_COLUMNS,
  { name: 'household_key', type: 'bytea' },
  { name: 'cell', type: 'bigint' },
  { name: 'grade_level', type: 'text' },
];

const ANSWER_COLUMNS: readonly Column[] = [
  ...ID_COLUMNS,
  ...QUESTIONS.map((name): Column => ({ name, type: name === 'internet_access' ? 'boolean' : 'text' })),
];

function* homeBatches(collectionId: number, { homes, districts }: CheckedFile): Generator<ColumnBatch> {
  for (let from = 0; from < homes.count; from += BATCH_ROWS) {
    const places = range(from, Math.min(homes.count, from + BATCH_ROWS));
    yield [
      places.map((i) => shardOf(homes.cells[i] ?? 0n)),
      places.map(() => collectionId),
      places.map((i) => districts[homes.lea[i] ?? 0]?.leaId ?? null),
      places.map((i) => keyAt(homes.students, i)),
      places.map((i) => keyAt(homes.households, i)),
      places.map((i) => homes.cells[i] ?? null),
      places.map((i) => GRADES[(homes.grade[i] ?? 0) - 1] ?? null),
    ];
  }
}

/** Only students who answered anything: no row means no answer at all. */
function* answerBatches(collectionId: number, { homes, districts }: CheckedFile): Generator<ColumnBatch> {
  for (let from = 0; from < homes.count; from += BATCH_ROWS) {
    const places = range(from, Math.min(homes.count, from + BATCH_ROWS)).filter((i) => answered(homes.answers, i));
    yield [
      places.map((i) => shardOf(homes.cells[i] ?? 0n)),
      places.map(() => collectionId),
      places.map((i) => districts[homes.lea[i] ?? 0]?.leaId ?? null),
      places.map((i) => keyAt(homes.students, i)),
      ...QUESTIONS.map((question, q) =>
        places.map((i): Value => SURVEY_CODES[question][(homes.answers[i * ANSWERS + q] ?? 0) - 1] ?? null),
      ),
    ];
  }
}

function answered(answers: Uint8Array, i: number): boolean {
  for (let at = i * ANSWERS; at < (i + 1) * ANSWERS; at++) if (answers[at] !== 0) return true;
  return false;
}

function keyAt(keys: Buffer, i: number): Buffer {
  return keys.subarray(i * KEY_BYTES, (i + 1) * KEY_BYTES);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
