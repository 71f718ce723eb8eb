/** Writes one audience's rows of `published`. Every number is of whole patches, and protected. */
import { shardOf } from '../../domain/cell.ts';
import type { Tx } from '../../platform/db.ts';
import type { Column } from '../../platform/load.ts';
import type { Content } from './content.ts';
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

function publishTotals(store: RowStore, { releaseId }: Publication, content: Content): Promise<number> {
  const { numbers, stateSet } = content;
  const size = numbers.size(stateSet);
  return store.load(
    'published.totals',
    [...RELEASE, ...SIZE],
    [{ values: [releaseId, content.audience, ...size], codes: numbers.codes(stateSet) }],
  );
}

function publishPatches(store: RowStore, { releaseId }: Publication, content: Content): Promise<number> {
  const { audience, patches, leaIds, patchSets, numbers } = content;
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
      codes: numbers.codes(patchSets[patch] ?? -1),
    };
  });
  return store.load('published.patches', columns, rows);
}

async function publishHexes(store: RowStore, { releaseId }: Publication, content: Content): Promise<number> {
  const { audience, numbers } = content;
  let written = 0;
  for (const { level, hexes, sets } of content.hexes) {
    const rows = hexes.map(({ cell, resolution, rest }, hex): CountedRow => {
      const set = sets[hex] ?? -1;
      const size = numbers.size(set);
      const values = [releaseId, audience, shardOf(cell), cell, resolution, rest, level, ...size];
      return { values, codes: numbers.codes(set) };
    });
    const columns: readonly Column[] = [...RELEASE, ...HEX, { name: 'level', type: 'smallint' }, ...SIZE];
    written += await store.load('published.hexes', columns, rows);
  }
  return written;
}

function publishPlaces(store: RowStore, publication: Publication, content: Content): Promise<number> {
  const { releaseId, knownPlaces } = publication;
  const rows: CountedRow[] = [];
  for (const { kind, groups, sets, approximated } of content.places) {
    const key = (id: string) => [releaseId, content.audience, kind, id];
    for (const [place, ids] of groups.entries()) {
      const set = sets[place] ?? -1;
      const codes = content.numbers.codes(set);
      const size = content.numbers.size(set);
      const atMost = approximated?.[place] ?? null;
      for (const id of ids)
        rows.push({ values: [...key(id), `{${ids.filter((other) => other !== id).join()}}`, atMost, ...size], codes });
    }
    const placed = new Set(groups.flat());
    for (const id of knownPlaces.get(kind) ?? [])
      if (!placed.has(id)) rows.push({ values: [...key(id), '{}', null, null, null], codes: undefined });
  }
  const columns: readonly Column[] = [
    ...RELEASE,
    { name: 'kind', type: 'text' },
    { name: 'id', type: 'text' },
    { name: 'together_with', type: 'text[]' },
    { name: 'approximated', type: 'smallint' },
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
