/** The same place in every release of its state that the reader may see. */
import { type AskedAudience, rowsOf } from '../../domain/actor.ts';
import type { Tx } from '../../platform/db.ts';
import { type CountsRow, releaseList } from '../releases/index.ts';
import type { PlaceAsked } from './around.ts';
import type { PlaceProfile } from './contract.ts';
import { equipOf, segmentsOf } from './segments.ts';

/** By vintage of the FCC's filings, then by number, the oldest first. */
export async function trendOf(tx: Tx, place: PlaceAsked, audience: AskedAudience): Promise<PlaceProfile['trend']> {
  const releases = (await releaseList(tx, place.stateFips)).toReversed();
  const ids = releases.map(({ id }) => id);
  const rows = await rowsIn(tx, place, ids, audience);
  const filed = await releasesWithFilings(tx, ids);
  return releases.map(({ id, name, releasedAt, fccAsOf }) => {
    const row = rows.get(id);
    return {
      release: id,
      name,
      releasedAt,
      fccAsOf,
      students: row?.students ?? null,
      segments: segmentsOf(row, filed.has(id)),
      equip: equipOf(row),
    };
  });
}

/** A district reads its own rows of the provider's, and the others as the public. */
async function rowsIn(
  tx: Tx,
  { kind, id }: PlaceAsked,
  releases: readonly number[],
  audience: AskedAudience,
): Promise<ReadonlyMap<number, CountsRow>> {
  const rows = await tx.rows<CountsRow & { release: number }>(
    `-- one row: a release; the reader's own view comes last
     select release_id as release, students, households, counts, hidden
     from published.place_totals
     where release_id = any($1::integer[])
       and audience in ($2, 'public')
       and kind = $3
       and id = $4
     order by audience = $2`,
    [releases, rowsOf(audience), kind, id],
  );
  return new Map(rows.map(({ release, ...row }) => [release, row]));
}

async function releasesWithFilings(tx: Tx, releases: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await tx.rows<{ id: number }>(
    'select distinct release_id as id from published.sources where release_id = any($1::integer[])',
    [releases],
  );
  return new Set(rows.map(({ id }) => id));
}
