/** All that is said of one place: what its page, and whoever writes about it, need. */
import type { Viewer } from '../../domain/actor.ts';
import { isChamberDistrict, memberTitle } from '../../domain/chamber.ts';
import type { Tx } from '../../platform/db.ts';
import type { ServerMessages } from '../../platform/messages.ts';
import { clustersFrom } from '../clusters/index.ts';
import type { EstimateReader } from '../estimates/index.ts';
import { membersOf, readPlace } from '../places/index.ts';
import { errorsAt, type ReleaseRow, sourcesOf } from '../releases/index.ts';
import { landmarksOf, neighborsOf, overlappingOf, type PlaceAsked } from './around.ts';
import type { Edition, PlaceProfile } from './contract.ts';
import type { CoverageReader } from './coverage.ts';
import { editionOf, sharedRows } from './edition.ts';
import { type Peer, peersOf, ranksOf } from './peers.ts';
import type { ProviderReader } from './providers.ts';
import { equipOf, segmentsOf } from './segments.ts';
import { trendOf } from './trend.ts';

export interface ProfileDeps {
  readonly estimates: EstimateReader;
  readonly providers: ProviderReader;
  readonly coverage: CoverageReader;
  readonly commission: string;
}

export interface ProfileAsked extends Pick<PlaceAsked, 'kind' | 'id'> {
  readonly release: ReleaseRow;
  readonly audience: Edition['audience'];
  readonly viewer: Viewer;
  readonly outline: boolean;
}

/** @throws Refusal 404 when the state has no such place */
export async function profileOf(
  tx: Tx,
  asked: ProfileAsked,
  { estimates, providers, coverage, commission }: ProfileDeps,
  messages: ServerMessages['places'],
): Promise<PlaceProfile> {
  const { kind, id, release, audience } = asked;
  const place: PlaceAsked = { kind, id, stateFips: release.state_fips };
  const edition = await editionOf(tx, release, { audience, commission });
  const found = await readPlace(tx, { ...asked, statistics: undefined, withEstimates: false }, { estimates, messages });
  const view = { releaseId: release.id, audience: sharedRows(audience) };
  const trend = await trendOf(tx, place, audience);
  const own = trend.find((one) => one.release === release.id);
  const fcc = (await sourcesOf(tx, release.id, view.audience)).find(({ source }) => source === 'fcc');
  return {
    edition,
    ...found,
    ...(await describedBy(tx, place)),
    members: await seatedIn(tx, place),
    segments: own?.segments ?? segmentsOf(undefined, false),
    equip: own?.equip ?? equipOf(undefined),
    ...(await ranked(tx, place, { ...view, release, hasFilings: edition.agreedBy.length > 0 })),
    trend,
    ...(await clustersIn(tx, place, view, edition)),
    overlapping: kind === 'state' ? [] : await overlappingOf(tx, place, view),
    ...(kind === 'state' ? { neighbors: [], sharesGroundWith: [] } : await neighborsOf(tx, place)),
    ...(await landmarksOf(tx, place)),
    providers: fcc ? await providers.of(tx, fcc.filingId, { ...place, bbox: found.bbox }) : [],
    coverage: fcc && kind === 'state' ? await coverage.of(tx, fcc.filingId) : null,
    errors: await errorsAt(tx, release.id, audience, kind),
  };
}

async function describedBy(tx: Tx, { kind, id }: PlaceAsked): Promise<Pick<PlaceProfile, 'level' | 'drawnBy'>> {
  const { level, ...drawnBy } = await tx.one<Pick<PlaceProfile, 'level'> & PlaceProfile['drawnBy']>(
    'select level, publisher, vintage from places.places where kind = $1 and id = $2',
    [kind, id],
  );
  return { level, drawnBy };
}

async function seatedIn(tx: Tx, { kind, id, stateFips }: PlaceAsked): Promise<PlaceProfile['members']> {
  if (!isChamberDistrict(kind)) return [];
  const members = await membersOf(tx, { kind, stateFips, district: id });
  return members.map(({ name, illustrative }) => ({ name, illustrative, title: memberTitle(kind, stateFips) }));
}

async function ranked(
  tx: Tx,
  { kind, id, stateFips }: PlaceAsked,
  view: { releaseId: number; audience: string; release: ReleaseRow; hasFilings: boolean },
): Promise<Pick<PlaceProfile, 'ranks' | 'notRanked'>> {
  if (kind === 'state' || kind === 'school') return { ranks: [], notRanked: 0 };
  const peers: readonly Peer[] = await peersOf(tx, { kind, stateFips, ...view });
  return {
    ranks: ranksOf(id, peers, { floor: view.release.floor_students, hasFilings: view.hasFilings }),
    notRanked: peers.filter(({ students }) => students === null).length,
  };
}

const MOST_CLUSTERS = 10;

async function clustersIn(
  tx: Tx,
  { kind, id }: PlaceAsked,
  { releaseId, audience }: { releaseId: number; audience: string },
  { agreedBy }: Edition,
): Promise<Pick<PlaceProfile, 'clusters' | 'moreClusters'>> {
  if (agreedBy.length === 0 || kind === 'school') return { clusters: [], moreClusters: false };
  const found = await clustersFrom(
    tx,
    { releaseId, audience, of: 'unserved', source: 'agreed' },
    { fromRank: 0, limit: MOST_CLUSTERS + 1, box: undefined, place: kind === 'state' ? undefined : { kind, id } },
  );
  const clusters = found.slice(0, MOST_CLUSTERS).map(({ places, ...cluster }) => ({
    id: cluster.id,
    rank: cluster.rank,
    name: cluster.name,
    estimated: cluster.estimated,
    share: kind === 'state' ? 1 : (places.find((one) => one.kind === kind && one.id === id)?.share ?? 0),
  }));
  return { clusters, moreClusters: found.length > MOST_CLUSTERS };
}
