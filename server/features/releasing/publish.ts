/** Writes one audience's rows of `published`. Every number sums whole patches, and is protected. */
import { shardOf } from '../../domain/cell.ts';
import { COUNTS, PLACE_COUNTS } from '../../domain/statistic.ts';
import type { Tx } from '../../platform/db.ts';
import type { Column, Value } from '../../platform/load.ts';
import { loadStaged } from '../../platform/load-staged.ts';
import type { Content } from './content.ts';
import { COUNT_COLUMNS, countedRow, emptyRow, inBatches } from './rows.ts';

export interface Publication {
  readonly releaseId: number;
  /** Ids of the state's places by kind, so that a place without a patch gets an empty row. */
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

const RELEASE: readonly Column[] = [
  { name: 'release_id', type: 'integer' },
  { name: 'audience', type: 'text' },
];
const NUMBERS: readonly Column[] = [
  { name: 'students', type: 'integer' },
  { name: 'households', type: 'integer' },
  ...COUNT_COLUMNS,
];
const HEX: readonly Column[] = [
  { name: 'shard', type: 'bigint' },
  { name: 'cell', type: 'bigint' },
  { name: 'resolution', type: 'smallint' },
  { name: 'rest', type: 'boolean' },
];

function load(tx: Tx, table: string, columns: readonly Column[], rows: readonly Value[][]): Promise<number> {
  return loadStaged(
    tx,
    table,
    columns,
    inBatches(rows, (row) => row),
  );
}

function numbersOf({ numbers }: Content, set: number, statistics: number): Value[] {
  return [...numbers.size(set), ...countedRow(numbers.codes(set, statistics))];
}

const FILINGS: readonly Column[] = [
  { name: 'filings', type: 'integer' },
  { name: 'older_filings', type: 'integer' },
];

async function publishTotals(tx: Tx, { releaseId }: Publication, content: Content): Promise<number> {
  const numbers = numbersOf(content, content.stateSet, PLACE_COUNTS.length);
  const { filings, older } = await filingsOfAudience(tx, releaseId, content.audience);
  const row = [releaseId, content.audience, filings, older, ...numbers];
  return load(tx, 'published.totals', [...RELEASE, ...FILINGS, ...NUMBERS], [row]);
}

/** The agency reads every filing of a release. */
function filingsOfAudience(tx: Tx, releaseId: number, audience: string): Promise<{ filings: number; older: number }> {
  return tx.one(
    `select
       count(*) filter (where audience = 'agency')::integer as filings,
       count(*) filter (
         where audience = $2
           and filing_id not in (select filing_id from published.sources where release_id = $1 and audience = 'agency')
       )::integer as older
     from published.sources
     where release_id = $1`,
    [releaseId, audience],
  );
}

function publishPatches(tx: Tx, { releaseId }: Publication, content: Content): Promise<number> {
  const { audience, patches, leaIds, patchSets } = content;
  const columns: readonly Column[] = [
    ...RELEASE,
    ...HEX,
    { name: 'patch', type: 'integer' },
    { name: 'lea_ids', type: 'text[]' },
    ...NUMBERS,
  ];
  const rows = patches.map(({ cell, resolution, rest, districts }, patch) => {
    const ids = `{${districts.map((district) => leaIds[district]).join()}}`;
    const place = [releaseId, audience, shardOf(cell), cell, resolution, rest, patch, ids];
    return [...place, ...numbersOf(content, patchSets[patch] ?? -1, COUNTS.length)];
  });
  return load(tx, 'published.patches', columns, rows);
}

function publishHexes(tx: Tx, { releaseId }: Publication, content: Content): Promise<number> {
  const rows = content.hexes.flatMap(({ level, hexes, sets }) =>
    hexes.map(({ cell, resolution, rest }, hex) => {
      const place = [releaseId, content.audience, shardOf(cell), cell, resolution, rest, level];
      return [...place, ...numbersOf(content, sets[hex] ?? -1, COUNTS.length)];
    }),
  );
  return load(tx, 'published.hexes', [...RELEASE, ...HEX, { name: 'level', type: 'smallint' }, ...NUMBERS], rows);
}

function publishPlaces(tx: Tx, publication: Publication, content: Content): Promise<number> {
  const { releaseId, knownPlaces } = publication;
  const rows: Value[][] = [];
  for (const { kind, groups, sets, approximated } of content.places) {
    const key = (id: string) => [releaseId, content.audience, kind, id];
    for (const [place, ids] of groups.entries()) {
      const numbers = numbersOf(content, sets[place] ?? -1, PLACE_COUNTS.length);
      const atMost = approximated?.[place] ?? null;
      for (const id of ids)
        rows.push([...key(id), `{${ids.filter((other) => other !== id).join()}}`, atMost, ...numbers]);
    }
    const placed = new Set(groups.flat());
    for (const id of knownPlaces.get(kind) ?? [])
      if (!placed.has(id)) rows.push([...key(id), '{}', null, null, null, ...emptyRow(PLACE_COUNTS.length)]);
  }
  const columns: readonly Column[] = [
    ...RELEASE,
    { name: 'kind', type: 'text' },
    { name: 'id', type: 'text' },
    { name: 'together_with', type: 'text[]' },
    { name: 'approximated', type: 'smallint' },
    ...NUMBERS,
  ];
  return load(tx, 'published.place_totals', columns, rows);
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
