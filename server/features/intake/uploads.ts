import { GRADES } from '../../domain/survey/grades.ts';
import type { Warning } from '../../domain/survey/quality.ts';
import { QUESTIONS, SURVEY_CODES } from '../../domain/survey.ts';
import type { Tx } from '../../platform/db.ts';
import type { Column, ColumnBatch, Value } from '../../platform/load.ts';
import { recordAccepted } from './district-record.ts';
import type { CountedFile } from './facts.ts';
import type { CheckedFile } from './file-check.ts';
import { ANSWERS, type HomesTable } from './homes-table.ts';
import { type HomeGroup, inLoadOrder } from './load-order.ts';
import { KEY_BYTES } from './pseudonym.ts';

export interface Upload {
  readonly lea_id: string;
  readonly sha256: string;
  readonly row_count: number;
  readonly synthetic: boolean;
  readonly shards: readonly bigint[];
}

/** The state's collection, created on first mention. Locked until the transaction ends, so that imports take turns. */
export async function holdCollection(
  tx: Tx,
  { name, stateFips }: { name: string; stateFips: string },
): Promise<{ id: number; synthetic: boolean }> {
  await tx.run(
    'insert into intake.collections (name, state_fips) values ($1, $2) on conflict (state_fips, (lower(name))) do nothing',
    [name, stateFips],
  );
  return tx.one<{ id: number; synthetic: boolean }>(
    'select id, synthetic from intake.collections where lower(name) = lower($1) and state_fips = $2 for update',
    [name, stateFips],
  );
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

/** Removes uploads with all their rows, in the shards that hold them. */
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
  await tx.run('delete from intake.no_fixed_residence where collection_id = $1 and lea_id = any ($2::text[])', [
    collectionId,
    leaIds,
  ]);
  await tx.run('delete from intake.uploads where collection_id = $1 and lea_id = any ($2::text[])', [
    collectionId,
    leaIds,
  ]);
}

/**
 * Writes a checked file: an upload per district, its homes and its answers.
 *
 * @returns what a person should be asked about its districts
 */
export async function writeUploads(
  tx: Tx,
  collectionId: number,
  file: CountedFile,
  synthetic: boolean,
): Promise<{ leaId: string; warning: Warning }[]> {
  const warnings: { leaId: string; warning: Warning }[] = [];
  const groups = inLoadOrder(file);
  for (const { leaId, badRows } of file.districts) {
    const withNotes = badRows > 0 || file.notes.length > 0;
    const own = groups.filter((group) => group.leaId === leaId);
    await tx.run(
      `insert into intake.uploads
         (collection_id, lea_id, sha256, state, row_count, bad_row_count, spellings, shards, synthetic)
       values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::bigint[], $9)`,
      [
        collectionId,
        leaId,
        file.sha256,
        withNotes ? 'accepted_with_notes' : 'accepted',
        own.reduce((homes, { places }) => homes + places.length, 0),
        badRows,
        JSON.stringify(file.spellings),
        own.map(({ shard }) => shard),
        synthetic,
      ],
    );
    const asked = await recordAccepted(tx, file, { collectionId, leaId, withNotes });
    warnings.push(...asked.map((warning) => ({ leaId, warning })));
  }
  await tx.load('intake.homes', HOME_COLUMNS, homeBatches(collectionId, file, groups));
  await tx.load('intake.answers', ANSWER_COLUMNS, answerBatches(collectionId, file, groups));
  if (file.unplaced.length > 0)
    await tx.load('intake.no_fixed_residence', UNPLACED_COLUMNS, [
      [
        file.unplaced.map(() => collectionId),
        file.unplaced.map(({ leaId }) => leaId),
        file.unplaced.map(({ key }) => key),
      ],
    ]);
  return warnings;
}

const BATCH_ROWS = 20_000;

const ID_COLUMNS: readonly Column[] = [
  { name: 'shard', type: 'bigint' },
  { name: 'collection_id', type: 'integer' },
  { name: 'lea_id', type: 'text' },
  { name: 'student_key', type: 'bytea' },
];

const UNPLACED_COLUMNS: readonly Column[] = ID_COLUMNS.filter(({ name }) => name !== 'shard');

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

function* homeBatches(
  collectionId: number,
  { homes }: CheckedFile,
  groups: readonly HomeGroup[],
): Generator<ColumnBatch> {
  for (const batch of batchesOf(groups)) {
    yield [
      ...idValues(collectionId, homes, batch),
      batch.places.map((i) => keyAt(homes.households, i)),
      batch.places.map((i) => homes.cells[i] ?? null),
      batch.places.map((i) => GRADES[(homes.grade[i] ?? 0) - 1] ?? null),
    ];
  }
}

/** Only students who answered anything: no row means no answers. */
function* answerBatches(
  collectionId: number,
  { homes }: CheckedFile,
  groups: readonly HomeGroup[],
): Generator<ColumnBatch> {
  for (const batch of batchesOf(groups, (i) => answered(homes.answers, i))) {
    yield [
      ...idValues(collectionId, homes, batch),
      ...QUESTIONS.map((question, q) =>
        batch.places.map((i): Value => SURVEY_CODES[question][(homes.answers[i * ANSWERS + q] ?? 0) - 1] ?? null),
      ),
    ];
  }
}

interface Batch {
  readonly shards: bigint[];
  readonly leaIds: string[];
  readonly places: number[];
}

/** Groups merged into batches of a good size for bulk loading. */
function* batchesOf(groups: readonly HomeGroup[], isWanted: (place: number) => boolean = () => true): Generator<Batch> {
  let batch: Batch = { shards: [], leaIds: [], places: [] };
  for (const { shard, leaId, places } of groups)
    for (const place of places) {
      if (!isWanted(place)) continue;
      batch.shards.push(shard);
      batch.leaIds.push(leaId);
      if (batch.places.push(place) < BATCH_ROWS) continue;
      yield batch;
      batch = { shards: [], leaIds: [], places: [] };
    }
  if (batch.places.length > 0) yield batch;
}

function idValues(collectionId: number, homes: HomesTable, { shards, leaIds, places }: Batch): Value[][] {
  return [shards, places.map(() => collectionId), leaIds, places.map((i) => keyAt(homes.students, i))];
}

function answered(answers: Uint8Array, i: number): boolean {
  for (let at = i * ANSWERS; at < (i + 1) * ANSWERS; at++) if (answers[at] !== 0) return true;
  return false;
}

function keyAt(keys: Buffer, i: number): Buffer {
  return keys.subarray(i * KEY_BYTES, (i + 1) * KEY_BYTES);
}
