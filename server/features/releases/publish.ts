/** Writes one audience's rows of `published`. Every number is a sum of whole patches, hidden row by row. */
import { COARSEST_RESOLUTION, FINEST_RESOLUTION } from '../../domain/audience.ts';
import { shardOf } from '../../domain/cell.ts';
import { STATISTIC_COUNT, sumNumbers, sumRows } from '../../domain/counts.ts';
import { hexesAt } from '../../domain/patch.ts';
import type { Tx } from '../../platform/db.ts';
import type { Column } from '../../platform/load.ts';
import type { Content } from './content.ts';
import type { Group } from './distinct-rows.ts';
import type { CountedRow, RowStore } from './row-store.ts';

export interface Publication {
  readonly releaseId: number;
  /** Ids of the state's places by kind, so that one without a patch of its own is there and says nothing. */
  readonly knownPlaces: ReadonlyMap<string, readonly string[]>;
}

/** @returns rows written */
export async function publish(tx: Tx, store: RowStore, publication: Publication, content: Content): Promise<number> {
  return (
    (await publishTotals(store, publication, content)) +
    (await publishPatches(store, publication, content)) +
    (await publishHexes(store, publication, content)) +
    (await publishPlaces(store, publication, content)) +
    (await publishPlacePatches(tx, publication, content))
  );
}

const RELEASE: readonly Column[] = [
  { name: 'release_id', type: 'integer' },
  { name: 'audience', type: 'text' },
];
const SIZE: readonly Column[] = [
  { name: 'students', type: 'integer' },
  { name: 'households', type: 'integer' },
];
const HEX: readonly Column[] = [
  { name: 'shard', type: 'bigint' },
  { name: 'cell', type: 'bigint' },
  { name: 'resolution', type: 'smallint' },
  { name: 'rest', type: 'boolean' },
];

/** Patches added up into rows: size and true counts of each. */
function summed(
  { patches, counts }: Content,
  rowOf: Int32Array,
  rows: number,
): (row: number) => { size: [students: number, households: number]; group: Group } {
  const sums = sumRows(counts, rowOf, rows);
  const students = sumNumbers(
    patches.map((patch) => patch.students),
    rowOf,
    rows,
  );
  const households = sumNumbers(
    patches.map((patch) => patch.households),
    rowOf,
    rows,
  );
  return (row) => ({
    size: [students[row] ?? 0, households[row] ?? 0],
    group: { counts: sums, from: row * STATISTIC_COUNT, students: students[row] ?? 0 },
  });
}

function publishTotals(store: RowStore, { releaseId }: Publication, content: Content): Promise<number> {
  const { size, group } = summed(content, new Int32Array(content.patches.length), 1)(0);
  return store.load(
    'published.totals',
    [...RELEASE, ...SIZE],
    [{ values: [releaseId, content.audience, ...size], group }],
  );
}

function publishPatches(store: RowStore, { releaseId }: Publication, content: Content): Promise<number> {
  const { audience, patches, leaIds } = content;
  const columns: readonly Column[] = [
    ...RELEASE,
    ...HEX,
    { name: 'patch', type: 'integer' },
    { name: 'lea_ids', type: 'text[]' },
    ...SIZE,
  ];
  const rows = patches.map(({ cell, resolution, rest, districts, students, households }, patch): CountedRow => {
    const ids = `{${districts.map((district) => leaIds[district]).join()}}`;
    return {
      values: [releaseId, audience, shardOf(cell), cell, resolution, rest, patch, ids, students, households],
      group: { counts: content.counts, from: patch * STATISTIC_COUNT, students },
    };
  });
  return store.load('published.patches', columns, rows);
}

async function publishHexes(store: RowStore, { releaseId }: Publication, content: Content): Promise<number> {
  const { audience, patches } = content;
  let written = 0;
  for (let level = COARSEST_RESOLUTION; level <= FINEST_RESOLUTION[audience]; level++) {
    const { hexes, hexOf } = hexesAt(patches, level);
    const rowAt = summed(content, hexOf, hexes.length);
    const rows = hexes.map(({ cell, resolution, rest }, hex): CountedRow => {
      const { size, group } = rowAt(hex);
      return { values: [releaseId, audience, shardOf(cell), cell, resolution, rest, level, ...size], group };
    });
    const columns: readonly Column[] = [...RELEASE, ...HEX, { name: 'level', type: 'smallint' }, ...SIZE];
    written += await store.load('published.hexes', columns, rows);
  }
  return written;
}

function publishPlaces(store: RowStore, publication: Publication, content: Content): Promise<number> {
  const { releaseId, knownPlaces } = publication;
  const rows: CountedRow[] = [];
  for (const { kind, groups, groupOf } of content.places) {
    const key = (id: string) => [releaseId, content.audience, kind, id];
    const rowAt = summed(content, groupOf, groups.length);
    for (const [place, ids] of groups.entries()) {
      const { size, group } = rowAt(place);
      for (const id of ids)
        rows.push({ values: [...key(id), `{${ids.filter((other) => other !== id).join()}}`, ...size], group });
    }
    const placed = new Set(groups.flat());
    for (const id of knownPlaces.get(kind) ?? [])
      if (!placed.has(id)) rows.push({ values: [...key(id), '{}', null, null], group: undefined });
  }
  const columns: readonly Column[] = [
    ...RELEASE,
    { name: 'kind', type: 'text' },
    { name: 'id', type: 'text' },
    { name: 'together_with', type: 'text[]' },
    ...SIZE,
  ];
  return store.load('published.place_totals', columns, rows);
}

async function publishPlacePatches(tx: Tx, { releaseId }: Publication, { audience, places }: Content): Promise<number> {
  const rows = places.flatMap(({ kind, groups, groupOf }) => {
    const members: number[][] = groups.map(() => []);
    for (const [patch, group] of groupOf.entries()) members[group]?.push(patch);
    return groups.flatMap((ids, group) => ids.map((id) => ({ kind, id, patches: `{${members[group]?.join()}}` })));
  });
  return tx.run(
    `insert into published.place_patches (release_id, audience, kind, id, patches)
     select $1, $2, kind, id, patches::integer[]
     from unnest($3::text[], $4::text[], $5::text[]) as places (kind, id, patches)`,
    [releaseId, audience, rows.map(({ kind }) => kind), rows.map(({ id }) => id), rows.map(({ patches }) => patches)],
  );
}
