import { type AskedAudience, sourcesFor } from '../../domain/actor.ts';
import { filersOf } from '../../domain/verdict.ts';
import type { Tx } from '../../platform/db.ts';
import { type ReleaseRow, sourcesOf } from '../releases/index.ts';
import type { Edition } from './contract.ts';

/** The release, view and filings that an answer rests on. */
export async function editionOf(
  tx: Tx,
  release: ReleaseRow,
  { audience, commission }: { readonly audience: AskedAudience; readonly commission: string },
): Promise<Edition> {
  const sources = await sourcesOf(tx, release.id, sourcesFor(audience));
  const current = await tx.maybe('select from published.current where release_id = $1', [release.id]);
  return {
    release: release.id,
    name: release.name,
    releasedAt: release.released_at.toISOString(),
    collection: release.collection_name,
    synthetic: release.synthetic,
    standing: release.standing,
    isCurrent: current !== undefined,
    state: { fips: release.state_fips, name: release.state_name },
    audience,
    floor: release.floor_students,
    commission,
    agreedBy: [...filersOf(sources)],
    sources: sources.map(({ filingId: _, ...source }) => source),
  };
}

/** The audience whose rows of all places answer: a district reads those of its neighbors as the public. */
export function sharedRows(audience: AskedAudience): Exclude<AskedAudience, 'district'> {
  return audience === 'district' ? 'public' : audience;
}
