/**
 * Mail about new clusters near a provider when a release becomes current. Reads the public's view, and the clusters in the
 * providers'.
 */

import { LEAST_NAMED } from '../../domain/least-named.ts';
import type { Language } from '../../domain/messages/language.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { queueMail } from '../mail/index.ts';
import { type ReleaseRow, releaseNamed, sourcesOf } from '../releases/index.ts';
import { within } from './demand.ts';
import { footprint, hexesOf } from './footprint.ts';
import { landOf, signedWhole } from './queries.ts';
import { releaseBefore } from './room.ts';

const MOST_NAMED = 10;
const OF = 'unserved';

interface Taken {
  readonly provider_id: number;
  readonly state_fips: string;
  readonly release_id: number;
  readonly email: string;
  readonly language: Language;
  readonly miles: number;
}

/** May be repeated without harm, and by several workers at once: whoever takes an alert writes its message in the same transaction. */
export async function lookAfterAlerts(db: Db): Promise<void> {
  const keeper = { role: 'keeper' } as const;
  const due = await db.as(keeper, (tx) => tx.rows<{ id: number }>('select id from rooms.alerts_due()'));
  for (const { id } of due) await db.as(keeper, (tx) => tellOf(tx, id));
}

async function tellOf(tx: Tx, id: number): Promise<void> {
  const taken = await tx.maybe<Taken>('select * from rooms.take_alert($1)', [id]);
  if (!taken) return;
  const { provider_id: providerId, release_id: releaseId, state_fips: stateFips, email, language, miles } = taken;
  const release = await releaseNamed(tx, String(releaseId));
  const found = await newNear(tx, release, { providerId, miles });
  if (found.length === 0) return;
  await queueMail(tx, {
    to: email,
    template: 'newNear',
    facts: {
      clusterCount: found.length,
      release: release.name,
      stateName: release.state_name,
      miles,
      nearest: found.slice(0, MOST_NAMED),
      fewest: LEAST_NAMED,
    },
    language,
    stateFips,
    page: `/room?miles=${miles}`,
  });
}

interface NewCluster {
  readonly name: string;
  readonly miles: number;
  readonly students: number;
}

/** Those that the room marks as new, the nearest first. */
async function newNear(
  tx: Tx,
  release: ReleaseRow,
  { providerId, miles }: { readonly providerId: number; readonly miles: number },
): Promise<NewCluster[]> {
  const before = await releaseBefore(tx, release);
  if (!before) return [];
  const known = await landOf(tx, { releaseId: before.id, of: OF });
  const signed = await signedWhole(tx, { releaseId: release.id, of: OF });
  const clusters = await tx.rows<{ id: string; name: string; estimated: number }>(
    'select id, name, estimated from rooms.clusters_told($1)',
    [release.id],
  );
  const fresh = clusters.filter(({ id }) => !known.has(id) && !signed.has(id));
  if (fresh.length === 0) return [];
  // A provider reads the filings that everybody reads.
  const filings = await sourcesOf(tx, release.id, 'public');
  const served = await footprint(tx, { stateFips: release.state_fips, releaseId: release.id, providerId }, filings);
  const land = await landOf(tx, { releaseId: release.id, of: OF });
  return within(fresh, land, hexesOf(served), miles)
    .map(({ cluster, miles }) => ({
      name: cluster.name,
      miles: Math.round(10 * miles) / 10,
      students: cluster.estimated,
    }))
    .sort((one, other) => one.miles - other.miles);
}
