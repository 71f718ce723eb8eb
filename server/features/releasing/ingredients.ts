/** The inputs of a release: one collection of homes and the filings that each audience may see. */
import { stateOfLeaId } from '../../domain/actor.ts';
import { AUDIENCES, type Audience, type Confidentiality, READABLE_FILINGS } from '../../domain/audience.ts';
import type { Tx } from '../../platform/db.ts';
import type { Reader } from '../../platform/reader.ts';
import { type Collection, collectionNamed, latestCollection, statesWithHomes } from '../intake/index.ts';
import { releaseErrors } from './errors.ts';

export interface ReleaseFiling {
  readonly id: number;
  readonly source: 'fcc' | 'puc';
  readonly publisher: string;
  readonly title: string;
  readonly asOf: string;
  readonly revision: string;
  readonly confidentiality: Confidentiality;
  readonly synthetic: boolean;
}

/**
 * @param wished without a name: the latest; without a state: the one of the homes
 * @throws Refusal when the named collection holds no homes, none does, or homes are of several states
 */
export async function collectionFor(
  reader: Reader,
  { collection: name, state }: { collection?: string | undefined; state?: string | undefined },
): Promise<Collection> {
  if (state === undefined) {
    const states = await statesWithHomes(reader);
    if (states.length > 1) throw releaseErrors.whichState(states);
  }
  const collection =
    name === undefined ? await latestCollection(reader, state) : await collectionNamed(reader, name, state);
  if (collection) return collection;
  throw name === undefined ? releaseErrors.noHomes() : releaseErrors.noCollection(name);
}

/** Districts that sent homes. */
export async function leaIdsOf(reader: Reader, { id }: Collection): Promise<string[]> {
  const rows = await reader.rows<{ lea_id: string }>(
    `select lea_id
     from intake.uploads
     where collection_id = $1
       and row_count > 0
     order by lea_id`,
    [id],
  );
  return rows.map((row) => row.lea_id);
}

/** @throws Refusal when there is not exactly one */
export function stateOfAll(leaIds: readonly string[]): string {
  const states = [...new Set(leaIds.map(stateOfLeaId))].sort();
  const [fips, ...others] = states;
  if (fips === undefined) throw releaseErrors.noHomes();
  if (others.length > 0) throw releaseErrors.severalStates(states);
  return fips;
}

export async function stateName(tx: Tx, fips: string): Promise<string> {
  const row = await tx.maybe<{ name: string }>(`select name from places.places where kind = 'state' and id = $1`, [
    fips,
  ]);
  return row?.name ?? `State ${fips}`;
}

/**
 * The filings behind each audience's verdicts: the FCC's latest or requested vintage, and the latest of each state filing
 * that the audience may see. A state filing without an area of home service in the state is left out: it says nothing of
 * the state, but its "unserved" everywhere would contradict the FCC about every home.
 *
 * @param fccAsOf ISO date. @param leaveOut called with each filing left out. @throws Refusal when no FCC filing of
 *   that date is loaded
 */
export async function filingsFor(
  reader: Reader,
  stateFips: string,
  fccAsOf: string | undefined,
  leaveOut: (filing: ReleaseFiling) => void = () => {},
): Promise<Record<Audience, ReleaseFiling[]>> {
  const loaded = await reader.rows<ReleaseFiling & { isElsewhere: boolean }>(
    `-- one row: a filing no newer revision has replaced, the newest first
     with state as materialized (
       select geom from places.places where kind = 'state' and id = $1 and geom is not null
     )
     select
       id, source, publisher, title, as_of as "asOf", revision, confidentiality, synthetic,
       source = 'puc' and not exists (
         select
         from coverage.areas a
         left join state on true
         where a.filing_id = f.id
           and a.residential
           and (state.geom is null or st_intersects(state.geom, a.geom))
       ) as "isElsewhere"
     from coverage.filings f
     where state_fips = $1
       and not superseded
     order by source, publisher, title, as_of desc, revision desc, id`,
    [stateFips],
  );
  const filings = loaded.filter(({ isElsewhere }) => !isElsewhere);
  for (const filing of loaded) if (filing.isElsewhere) leaveOut(filing);
  const chosen = filings.filter(({ source, asOf }) => source === 'puc' || fccAsOf === undefined || asOf === fccAsOf);
  if (fccAsOf !== undefined && !chosen.some(({ source }) => source === 'fcc')) throw releaseErrors.noVintage(fccAsOf);
  const readable = (audience: Audience) =>
    newestOfEach(chosen.filter(({ confidentiality }) => READABLE_FILINGS[audience].includes(confidentiality)));
  return Object.fromEntries(AUDIENCES.map((audience) => [audience, readable(audience)])) as Record<
    Audience,
    ReleaseFiling[]
  >;
}

/** The newest per publisher and title. FCC filings all count as one title. */
function newestOfEach(filings: readonly ReleaseFiling[]): ReleaseFiling[] {
  const newest = new Map<string, ReleaseFiling>();
  for (const filing of [...filings].sort((a, b) => compare(b.asOf, a.asOf) || compare(b.revision, a.revision))) {
    const key = filing.source === 'fcc' ? 'fcc' : JSON.stringify([filing.publisher, filing.title]);
    if (!newest.has(key)) newest.set(key, filing);
  }
  return [...newest.values()].sort((a, b) => a.id - b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
