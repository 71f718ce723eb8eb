import type { Viewer } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import type { EstimateReader } from '../estimates/index.ts';
import type { ReleaseRow } from './named.ts';

const PUBLIC: Viewer = { role: 'public' };

/**
 * Reads the public's estimates of every current release before the first reader asks. On the embedded database all others wait for
 * whoever asks first: of 40 places asked for at a server's start, 5 to 36 were refused after five seconds.
 */
export async function warmUp(db: Db, estimates: EstimateReader): Promise<void> {
  const releases = await db.as(PUBLIC, (tx) =>
    tx.rows<ReleaseRow>(
      'select r.* from published.releases r join published.current c on c.release_id = r.id order by r.state_fips',
    ),
  );
  for (const release of releases) await db.as(PUBLIC, (tx) => estimates.of(tx, release, PUBLIC));
}
