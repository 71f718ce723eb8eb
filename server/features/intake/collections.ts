import type { Reader } from '../../platform/reader.ts';

/** One collection and what it has loaded. */
export interface Collection {
  readonly id: number;
  readonly name: string;
  readonly homes: number;
  readonly districts: number;
  /** Whether any district's upload is synthetic. */
  readonly synthetic: boolean;
}

/**
 * The newest collection that holds homes; one that still takes files comes last; undefined when there is none.
 *
 * @param state FIPS code; omitted: any state
 */
export function latestCollection(reader: Reader, state?: string): Promise<Collection | undefined> {
  return reader.maybe<Collection>(
    `${LOADED} order by coalesce(c.closes_on >= (now() at time zone 'utc')::date, false), c.id desc limit 1`,
    [state ?? null],
  );
}

/** A collection that holds homes, by its name in any case. @param state FIPS code; omitted: any state */
export function collectionNamed(reader: Reader, name: string, state?: string): Promise<Collection | undefined> {
  return reader.maybe<Collection>(`select * from (${LOADED}) as loaded where lower(name) = lower($2)`, [
    state ?? null,
    collectionName(name),
  ]);
}

/** FIPS codes of the states of all homes, ascending. */
export async function statesWithHomes(reader: Reader): Promise<string[]> {
  const rows = await reader.rows<{ state: string }>(
    'select distinct left(lea_id, 2) as state from intake.uploads where row_count > 0 order by state',
  );
  return rows.map(({ state }) => state);
}

/** Normalizes a name for storage: "  Fall   2026 " becomes "Fall 2026". */
export function collectionName(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

// One row is a collection with at least one upload. $1 is its state; null = any.
const LOADED = `
  select
    c.id,
    c.name,
    sum(u.row_count)::int as homes,
    count(*)::int as districts,
    bool_or(u.synthetic) as synthetic
  from intake.collections c
  join intake.uploads u on u.collection_id = c.id
  where $1::text is null
    or c.state_fips = $1
  group by c.id, c.name`;
