import { GRADES } from '../../domain/survey/grades.ts';
import type { Warning } from '../../domain/survey/quality.ts';
import { QUESTIONS, SURVEY_CODES } from '../../domain/survey.ts';
import type { Tx } from '../../platform/db.ts';
import type { Column, ColumnBatch, Value } from '../../platform/load.ts';
import { joined } from '../../platform/load-parts.ts';
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

export interface FileWarning {
  readonly file: CountedFile;
  readonly leaId: string;
  readonly warning: Warning;
}

/**
 * Writes checked files of one collection: an upload per district, their homes and their answers.
 *
 * @returns what a person should be asked about their districts
 */
export async function writeUploads(
  tx: Tx,
  collectionId: number,
  files: readonly CountedFile[],
  synthetic: boolean,
): Promise<FileWarning[]> {
  const loads = files.map((file) => ({ file, groups: inLoadOrder(file) }));
  const sent = loads.flatMap(({ file, groups }) =>
    file.districts.map(({ leaId, badRows }) => {
      const own = groups.filter((group) => group.leaId === leaId);
      return { file, leaId, badRows, own, withNotes: badRows > 0 || file.notes.length > 0 };
    }),
  );
  await tx.run(
    `insert into intake.uploads
       (collection_id, lea_id, sha256, state, row_count, bad_row_count, spellings, shards, synthetic)
     select $1, lea_id, sha256, state, row_count, bad_row_count, spellings::jsonb, shards::bigint[], $8
     from unnest($2::text[], $3::text[], $4::text[], $5::integer[], $6::integer[], $7::text[], $9::text[])
       as sent (lea_id, sha256, state, row_count, bad_row_count, spellings, shards)`,
    [
      collectionId,
      sent.map(({ leaId }) => leaId),
      sent.map(({ file }) => file.sha256),
      sent.map(({ withNotes }) => (withNotes ? 'accepted_with_notes' : 'accepted')),
      sent.map(({ own }) => own.reduce((homes, { places }) => homes + places.length, 0)),
      sent.map(({ badRows }) => badRows),
      sent.map(({ file }) => JSON.stringify(file.spellings)),
      synthetic,
      sent.map(({ own }) => `{${own.map(({ shard }) => shard).join()}}`),
    ],
  );
  const asked = await recordAccepted(tx, collectionId, sent);
  const each = function* (batches: (file: CountedFile, groups: readonly HomeGroup[]) => Iterable<ColumnBatch>) {
    for (const { file, groups } of loads) yield* batches(file, groups);
  };
  const homes = each((file, groups) => homeBatches(collectionId, file, groups));
  await tx.load('intake.homes', HOME_COLUMNS, joined(homes, BATCH_ROWS));
  const answers = each((file, groups) => answerBatches(collectionId, file, groups));
  await tx.load('intake.answers', ANSWER_COLUMNS, joined(answers, BATCH_ROWS));
  const unplaced = files.flatMap((file) => file.unplaced);
  if (unplaced.length > 0)
    await tx.load('intake.no_fixed_residence', UNPLACED_COLUMNS, [
      [unplaced.map(() => collectionId), unplaced.map(({ leaId }) => leaId), unplaced.map(({ key }) => key)],
    ]);
  return sent.flatMap(({ file, leaId }, i) => (asked[i] ?? []).map((warning) => ({ file, leaId, warning })));
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
