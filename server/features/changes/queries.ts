/** Reads comparisons under the role of whoever asks. */
import { type Change, changesOf } from '../../domain/change.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import type { ChangesList, Comparison, LocationCounts, PlaceChanges, PlaceChangesDetail } from './contract.ts';
import { pairNamed } from './editions.ts';
import { type Pair, type PairTold, pairsOf } from './pairs.ts';

/** A comparison that is made. */
export type Made = PairTold & { readonly id: number };

/** @returns FIPS code; undefined where no filing is loaded @throws Refusal 409 where filings of several states are */
export async function stateOfFilings(tx: Tx, asked: string | undefined): Promise<string | undefined> {
  if (asked !== undefined) return asked;
  const states = await tx.rows<{ fips: string }>(
    "select distinct state_fips as fips from coverage.filings where source = 'fcc' order by 1",
  );
  if (states.length > 1) throw refusal('changes.which-state', 409, { fips: states.map(({ fips }) => fips) });
  return states[0]?.fips;
}

export async function changesList(tx: Tx, state: string | undefined): Promise<ChangesList> {
  if (state === undefined) return { state: null, comparisons: [], awaited: [] };
  const pairs = await pairsOf(tx, state);
  const totals = await tx.rows<CountRow & { comparison: number }>(
    `select comparison_id as comparison, change, locations
     from coverage.place_changes
     where kind = 'state'
       and provider_id is null
       and comparison_id = any ($1)`,
    [pairs.flatMap(({ id }) => id ?? [])],
  );
  const awaited = await tx.rows<{ asOf: string; revision: string }>(
    'select as_of as "asOf", revision from coverage.awaited where state_fips = $1 order by as_of, revision',
    [state],
  );
  const comparisons = pairs.map((pair): Comparison => {
    const { of, madeAt, notCompared, synthetic, standing } = pair;
    const isMade = standing === 'made';
    const own = totals.filter(({ comparison }) => comparison === pair.id);
    return {
      ...named(pair),
      of,
      standing: standing ?? 'waiting',
      madeAt,
      notCompared,
      synthetic,
      totals: isMade ? countsOf(own) : null,
    };
  });
  return { state, comparisons, awaited };
}

/** Filings as they are named in an address. */
export function named({ of, from, to }: Pair): Pick<Comparison, 'from' | 'to' | 'of'> {
  const filing = ({ asOf, revision }: Pair['from']) => ({
    name: of === 'revision' ? `${asOf}@${revision}` : asOf,
    asOf,
    revision,
  });
  return { from: filing(from), to: filing(to), of };
}

/**
 * @param asked names of both filings, or of none: then the newest two dates
 * @throws Refusal 404 when it is not made, or no two filings are loaded
 */
export async function madePair(
  tx: Tx,
  state: string | undefined,
  asked: { readonly from?: string; readonly to?: string },
): Promise<Made> {
  if ((asked.from === undefined) !== (asked.to === undefined)) throw refusal('changes.half', 400);
  const pairs = state === undefined ? [] : await pairsOf(tx, state);
  const wanted =
    state !== undefined && asked.from !== undefined && asked.to !== undefined
      ? await pairNamed(tx, state, asked.from, asked.to)
      : pairs.find(({ of }) => of === 'as_of');
  if (!wanted) throw refusal('changes.none', 404);
  const { from, to } = named(wanted);
  const found = pairs.find(
    (pair) => pair.from.filingId === wanted.from.filingId && pair.to.filingId === wanted.to.filingId,
  );
  if (!isMade(found)) throw refusal('changes.not-made', 404, { from: from.name, to: to.name });
  return found;
}

function isMade(pair: PairTold | undefined): pair is Made {
  return pair?.standing === 'made' && pair.id !== null;
}

interface CountRow {
  change: Change;
  locations: number;
}

function countsOf(rows: readonly CountRow[]): LocationCounts {
  return Object.fromEntries(rows.map(({ change, locations }) => [change, locations])) as LocationCounts;
}

/** Every place of a kind with locations in both filings, the largest net gain at 100/20 first. */
export async function placesChanged(tx: Tx, { id, stateFips }: Made, kind: string): Promise<PlaceChanges[]> {
  const rows = await tx.rows<{ id: string; name: string; counts: LocationCounts }>(
    `-- one row: a place
     select c.id, p.name, jsonb_object_agg(c.change, c.locations) as counts
     from coverage.place_changes c
     join places.places p using (kind, id)
     where c.comparison_id = $1
       and c.kind = $2
       and c.provider_id is null
       and p.state_fips = $3
     group by c.id, p.name
     order by p.name, c.id`,
    [id, kind, stateFips],
  );
  const net = ({ counts }: { counts: LocationCounts }) => (counts.gained_100_20 ?? 0) - (counts.lost_100_20 ?? 0);
  return rows
    .filter(({ counts }) => counts.listed !== undefined || counts.list_gone !== undefined)
    .map((row) => ({ kind, ...row }))
    .sort((a, b) => net(b) - net(a));
}

/** @throws Refusal 404 when there is no such place in the state */
export async function placeChanged(
  tx: Tx,
  { id: comparison, stateFips, of }: Made,
  { kind, id }: { kind: string; id: string },
): Promise<Pick<PlaceChangesDetail, 'place' | 'providers'>> {
  const place = await tx.maybe<{ name: string }>(
    'select name from places.places where kind = $1 and id = $2 and state_fips = $3',
    [kind, id, stateFips],
  );
  if (!place) throw refusal('place.unknown', 404);
  const rows = await tx.rows<CountRow & { providerId: number | null; name: string; technology: number | null }>(
    `select c.provider_id as "providerId", c.technology, coalesce(p.name, 'Provider ' || c.provider_id) as name, c.change, c.locations
     from coverage.place_changes c
     left join coverage.providers p using (provider_id)
     where c.comparison_id = $1
       and c.kind = $2
       and c.id = $3
     order by c.provider_id, c.technology`,
    [comparison, kind, id],
  );
  const ofAll = rows.filter(({ providerId }) => providerId === null);
  const groups = Map.groupBy(
    rows.filter(({ providerId }) => providerId !== null),
    ({ providerId, technology }) => `${providerId} ${technology}`,
  );
  const providers = [...groups.values()].map((own) => {
    const [first] = own;
    return {
      providerId: first?.providerId ?? 0,
      name: first?.name ?? '',
      technology: first?.technology ?? 0,
      counts: countsOf(own),
    };
  });
  const sum = ({ counts }: { counts: LocationCounts }) =>
    changesOf(of).reduce((total, change) => total + (counts[change] ?? 0), 0);
  return {
    place: { kind, id, name: place.name, counts: countsOf(ofAll) },
    providers: providers.sort((a, b) => sum(b) - sum(a)),
  };
}

/** Every hexagon where something changed, in the order of the cells. */
export function cellsChanged(tx: Tx, { id }: Made): Promise<{ cell: bigint; counts: LocationCounts }[]> {
  return tx.rows(
    `-- one row: a res-8 hexagon
     select cell, jsonb_object_agg(change, locations) as counts
     from coverage.cell_changes
     where comparison_id = $1
       and provider_id is null
     group by cell
     having count(*) filter (where change <> 'listed') > 0
     order by cell`,
    [id],
  );
}
