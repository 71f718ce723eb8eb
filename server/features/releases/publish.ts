/** Writes one audience's rows of `published`. Every number is a sum of whole patches, hidden row by row. */
import { type Audience, COARSEST_RESOLUTION, FINEST_RESOLUTION } from '../../domain/audience.ts';
import { shardOf } from '../../domain/cell.ts';
import { STATISTIC_COUNT, sumNumbers, sumRows } from '../../domain/counts.ts';
import { type Floors, hexesAt } from '../../domain/patch.ts';
import type { Tx } from '../../platform/db.ts';
import type { Column, ColumnBatch, Value } from '../../platform/load.ts';
import type { Content } from './content.ts';
import type { ReleaseFiling } from './ingredients.ts';
import { emptyRow, rowWriter } from './row-text.ts';

export interface Publication {
  readonly releaseId: number;
  readonly floors: Floors;
  /** Ids of the state's places by kind, so that one without a patch of its own is there and says nothing. */
  readonly knownPlaces: ReadonlyMap<string, readonly string[]>;
}

/** @returns rows written */
export async function publish(tx: Tx, publication: Publication, content: Content): Promise<number> {
  return (
    (await publishTotals(tx, publication, content)) +
    (await publishPatches(tx, publication, content)) +
    (await publishHexes(tx, publication, content)) +
    (await publishPlaces(tx, publication, content)) +
    (await publishPlacePatches(tx, publication, content))
  );
}

export function publishSources(
  tx: Tx,
  releaseId: number,
  filings: Record<Audience, readonly ReleaseFiling[]>,
): Promise<number> {
  const rows = Object.entries(filings).flatMap(([audience, own]) => own.map((filing) => ({ audience, ...filing })));
  const columns: readonly Column[] = [
    { name: 'release_id', type: 'integer' },
    { name: 'audience', type: 'text' },
    { name: 'filing_id', type: 'integer' },
    { name: 'source', type: 'text' },
    { name: 'publisher', type: 'text' },
    { name: 'title', type: 'text' },
    { name: 'as_of', type: 'date' },
    { name: 'revision', type: 'date' },
    { name: 'synthetic', type: 'boolean' },
  ];
  return tx.load(
    'published.sources',
    columns,
    inBatches(rows, (f) => [
      releaseId,
      f.audience,
      f.id,
      f.source,
      f.publisher,
      f.title,
      f.asOf,
      f.revision,
      f.synthetic,
    ]),
  );
}

const RELEASE: readonly Column[] = [
  { name: 'release_id', type: 'integer' },
  { name: 'audience', type: 'text' },
];
const COUNTED: readonly Column[] = [
  { name: 'students', type: 'integer' },
  { name: 'households', type: 'integer' },
  { name: 'counts', type: 'integer[]' },
  { name: 'hidden', type: 'text' },
];

/** Patches added up into rows, hidden and written out as text, one row at a time. */
function counted(content: Content, floors: Floors, rowOf: Int32Array, rows: number): (row: number) => Value[] {
  const counts = sumRows(content.counts, rowOf, rows);
  const students = sumNumbers(
    content.patches.map((patch) => patch.students),
    rowOf,
    rows,
  );
  const households = sumNumbers(
    content.patches.map((patch) => patch.households),
    rowOf,
    rows,
  );
  const write = rowWriter(STATISTIC_COUNT, floors.students);
  return (row) => {
    const text = write(counts, row * STATISTIC_COUNT, students[row] ?? 0);
    return [students[row] ?? 0, households[row] ?? 0, text.counts, text.hidden];
  };
}

function publishTotals(tx: Tx, { releaseId, floors }: Publication, content: Content): Promise<number> {
  const rowAt = counted(content, floors, new Int32Array(content.patches.length), 1);
  const rows = inBatches([content.audience], (audience) => [releaseId, audience, ...rowAt(0)]);
  return tx.load('published.totals', [...RELEASE, ...COUNTED], rows);
}

function publishPatches(tx: Tx, { releaseId, floors }: Publication, content: Content): Promise<number> {
  const { audience, patches, leaIds } = content;
  const rowAt = counted(content, floors, Int32Array.from(patches.keys()), patches.length);
  const columns: readonly Column[] = [
    ...RELEASE,
    { name: 'shard', type: 'bigint' },
    { name: 'patch', type: 'integer' },
    { name: 'cell', type: 'bigint' },
    { name: 'resolution', type: 'smallint' },
    { name: 'rest', type: 'boolean' },
    { name: 'lea_ids', type: 'text[]' },
    ...COUNTED,
  ];
  return tx.load(
    'published.patches',
    columns,
    inBatches(patches, ({ cell, resolution, rest, districts }, patch) => [
      releaseId,
      audience,
      shardOf(cell),
      patch,
      cell,
      resolution,
      rest,
      `{${districts.map((district) => leaIds[district]).join()}}`,
      ...rowAt(patch),
    ]),
  );
}

async function publishHexes(tx: Tx, { releaseId, floors }: Publication, content: Content): Promise<number> {
  const { audience, patches } = content;
  const columns: readonly Column[] = [
    ...RELEASE,
    { name: 'level', type: 'smallint' },
    { name: 'shard', type: 'bigint' },
    { name: 'cell', type: 'bigint' },
    { name: 'resolution', type: 'smallint' },
    { name: 'rest', type: 'boolean' },
    ...COUNTED,
  ];
  let written = 0;
  for (let level = COARSEST_RESOLUTION; level <= FINEST_RESOLUTION[audience]; level++) {
    const { hexes, hexOf } = hexesAt(patches, level);
    const rowAt = counted(content, floors, hexOf, hexes.length);
    written += await tx.load(
      'published.hexes',
      columns,
      inBatches(hexes, ({ cell, resolution, rest }, hex) => [
        releaseId,
        audience,
        level,
        shardOf(cell),
        cell,
        resolution,
        rest,
        ...rowAt(hex),
      ]),
    );
  }
  return written;
}

async function publishPlaces(
  tx: Tx,
  { releaseId, floors, knownPlaces }: Publication,
  content: Content,
): Promise<number> {
  const rows: Value[][] = [];
  const nothing = emptyRow(STATISTIC_COUNT);
  for (const { kind, groups, groupOf } of content.places) {
    const rowAt = counted(content, floors, groupOf, groups.length);
    for (const [group, ids] of groups.entries())
      for (const id of ids) {
        const others = ids.filter((other) => other !== id);
        rows.push([releaseId, content.audience, kind, id, `{${others.join()}}`, ...rowAt(group)]);
      }
    const placed = new Set(groups.flat());
    for (const id of knownPlaces.get(kind) ?? [])
      if (!placed.has(id))
        rows.push([releaseId, content.audience, kind, id, '{}', null, null, nothing.counts, nothing.hidden]);
  }
  const columns: readonly Column[] = [
    ...RELEASE,
    { name: 'kind', type: 'text' },
    { name: 'id', type: 'text' },
    { name: 'together_with', type: 'text[]' },
    ...COUNTED,
  ];
  return tx.load(
    'published.place_totals',
    columns,
    inBatches(rows, (row) => row),
  );
}

function publishPlacePatches(tx: Tx, { releaseId }: Publication, { audience, places }: Content): Promise<number> {
  const rows = places.flatMap(({ kind, groups, groupOf }) =>
    [...groupOf].flatMap((group, patch) =>
      (groups[group] ?? []).map((id): Value[] => [releaseId, audience, kind, id, patch]),
    ),
  );
  const columns: readonly Column[] = [
    ...RELEASE,
    { name: 'kind', type: 'text' },
    { name: 'id', type: 'text' },
    { name: 'patch', type: 'integer' },
  ];
  return tx.load(
    'published.place_patches',
    columns,
    inBatches(rows, (row) => row),
  );
}

/** Rows of counts are some 1,200 characters of text: this many at a time keep a statement to a few megabytes. */
const BATCH_ROWS = 4_000;

function* inBatches<Row>(
  rows: readonly Row[],
  values: (row: Row, position: number) => readonly Value[],
): Generator<ColumnBatch> {
  for (let from = 0; from < rows.length; from += BATCH_ROWS) {
    const columns: Value[][] = [];
    for (const [i, row] of rows.slice(from, from + BATCH_ROWS).entries())
      for (const [column, value] of values(row, from + i).entries()) {
        const own = columns[column];
        if (own) own.push(value);
        else columns.push([value]);
      }
    yield columns;
  }
}
