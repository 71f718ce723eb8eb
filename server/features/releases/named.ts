/** The release that somebody asks for: by its id, the current one of a state, or that of a place. */
import type { Viewer } from '../../domain/actor.ts';
import type { Audience } from '../../domain/audience.ts';
import type { VerdictTier } from '../../domain/speed.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { type Refusal, refusal } from '../../platform/problem.ts';
import { withdrawals, withdrawn } from './withdrawals.ts';

export interface ReleaseRow {
  id: number;
  name: string;
  /** What is withdrawn, or was discarded, is not read. */
  standing: 'draft' | 'published';
  released_at: Date;
  floor_students: number;
  floor_households: number;
  synthetic: boolean;
  statistics: string[];
  benchmark: VerdictTier;
  town_students: number;
  state_fips: string;
  state_name: string;
  collection_name: string;
}

type StoredRelease = Omit<ReleaseRow, 'standing'> & { standing: string };

/**
 * @param asked id of a release, or `current`
 * @param state FIPS code that the release must have; omitted: any state the reader may see
 * @throws Refusal 404 when there is no such release, or none yet; 409 when `current` could be of several states; 410 with the
 *   reason when it was withdrawn
 */
export function releaseNamed(tx: Tx, asked: string, state?: string): Promise<ReleaseRow> {
  return found(tx, asked, state, async (rows) => {
    throw whichState(rows);
  });
}

/** As `releaseNamed`; where `current` could be of several states, that of the place's own. */
export function releaseOfPlace(
  tx: Tx,
  { release, state, kind, id }: { release: string; state?: string | undefined; kind: string; id: string },
): Promise<ReleaseRow> {
  return found(tx, release, state, async (rows) => {
    const own = await tx.maybe<{ fips: string }>(
      'select state_fips as fips from places.places where kind = $1 and id = $2',
      [kind, id],
    );
    const row = rows.find(({ state_fips }) => state_fips === own?.fips);
    if (row) return row;
    throw whichState(rows);
  });
}

/** @param choose among the current releases of several states */
async function found(
  tx: Tx,
  asked: string,
  state: string | undefined,
  choose: (rows: readonly StoredRelease[]) => Promise<StoredRelease>,
): Promise<ReleaseRow> {
  const rows = await tx.rows<StoredRelease>(
    asked === 'current'
      ? `select r.*
         from published.releases r
         join published.current c on c.release_id = r.id
         where $1::text is null
           or r.state_fips = $1
         order by r.state_fips`
      : 'select r.* from published.releases r where ($1::text is null or r.state_fips = $1) and r.id = $2',
    asked === 'current' ? [state ?? null] : [state ?? null, Number(asked)],
  );
  const row = rows.length > 1 ? await choose(rows) : rows[0];
  if (row && isRead(row)) return row;
  const [gone] = await withdrawals(tx, asked === 'current' ? { state } : { release: Number(asked), state });
  if (gone) throw asked === 'current' ? refusal('release.none/withdrawn', 404, gone) : withdrawn(gone);
  if (asked !== 'current') throw refusal('release.unknown/named', 404, { asked });
  if (state !== undefined) throw refusal('release.none/state', 404, { stateFips: state });
  throw refusal('release.none', 404);
}

function isRead(row: StoredRelease): row is ReleaseRow {
  return row.standing === 'draft' || row.standing === 'published';
}

/** Lists the states, so that a program can ask again. */
function whichState(rows: readonly StoredRelease[]): Refusal {
  const states = rows.map(({ id, state_fips: fips, state_name: name }) => ({ fips, name, release: id }));
  return refusal('release.which-state', 409, { states });
}

/** The release that the server's operator writes a file of. @throws Refusal as releaseNamed; 409 when it is a draft */
export async function releaseForFile(db: Db, asked: string, state?: string): Promise<ReleaseRow> {
  const release = await db.as({ role: 'intake' }, (tx) => releaseNamed(tx, asked, state));
  if (release.standing === 'draft') throw refusal('release.draft', 409, { name: release.name });
  return release;
}

/**
 * The actor under which the server's operator reads a release for a file.
 *
 * @throws Refusal as releaseForFile
 */
export async function viewerOfRelease(
  db: Db,
  { release, state, audience }: { release: string; state?: string | undefined; audience: Audience },
): Promise<Viewer> {
  const { state_fips: stateFips } = await releaseForFile(db, release, state);
  if (audience === 'public') return { role: audience };
  // All providers see the same, so any of them will do.
  return audience === 'provider' ? { role: audience, stateFips, providerId: 0 } : { role: audience, stateFips };
}
