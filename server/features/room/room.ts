/** A provider's room, put together: who it is, what filings say it serves, and what lies near. */
import type { Provider } from '../../domain/actor.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { refuseSilent, releaseList, releaseNamed, sourcesOf, viewInWords, viewOfFilings } from '../releases/index.ts';
import type { DemandPage, DemandQuery, Room } from './contract.ts';
import { clustersNear, demandOf } from './demand.ts';
import { type FilingRead, footprint, hexesOf, type Served } from './footprint.ts';
import { plansOf } from './plans.ts';
import { landOf, namingFilings, outlinesOf, providerNamed, type ReleaseBefore, signedWhole } from './queries.ts';

interface Edition {
  readonly release: string;
  readonly state?: string | undefined;
}

/** The release asked for, with what it says of the provider. @throws Refusal as releaseNamed */
export async function standOf(tx: Tx, provider: Provider, asked: Edition) {
  const release = await releaseNamed(tx, asked.release, asked.state);
  const filings: FilingRead[] = await sourcesOf(tx, release.id, 'provider');
  const of = { stateFips: release.state_fips, releaseId: release.id, providerId: provider.providerId };
  const served = await footprint(tx, of, filings);
  return { release, filings, served, fccFilingId: filings.find(({ source }) => source === 'fcc')?.filingId };
}

export async function roomOf(tx: Tx, provider: Provider, asked: Edition): Promise<Room> {
  const { release, filings, served } = await standOf(tx, provider, asked);
  const { id, name, synthetic, benchmark } = release;
  const naming = new Set([
    ...served.map(({ filingId }) => filingId),
    ...(await namingFilings(tx, provider.providerId)),
  ]);
  return {
    provider: await providerNamed(tx, provider.providerId),
    release: { id, name, synthetic, benchmark },
    state: { fips: release.state_fips, name: release.state_name },
    filings: filings.map(({ filingId, ...line }) => ({ id: filingId, ...line, isNamed: naming.has(filingId) })),
    served: served.map(servedLine),
    hexes: hexesOf(served).size,
    plans: await plansOf(tx),
  };
}

function servedLine({ filingId: filing, hexes, ...line }: Served): Room['served'][number] {
  return { filing, hexes: hexes.length, ...line };
}

/** @throws Refusal where a source filed nothing */
export async function demandPage(tx: Tx, provider: Provider, query: DemandQuery) {
  const { release, served, fccFilingId } = await standOf(tx, provider, query);
  refuseSilent(query.source, await viewOfFilings(tx, release.id, 'provider'));
  const hexes = hexesOf(served);
  const { near: all, land } = await clustersNear(tx, { ...query, releaseId: release.id }, hexes);
  const signed = await signedWhole(tx, { releaseId: release.id, of: query.of });
  const near = all.filter(({ cluster }) => !signed.has(cluster.id));
  const before = await releaseBefore(tx, release);
  const old = before && (await clustersNear(tx, { ...query, source: query.source, releaseId: before.id }, hexes));
  const asked = { ...query, releaseId: release.id, providerId: provider.providerId, fccFilingId };
  const known = old && new Set(old.land.keys());
  const clusters = await demandOf(tx, { ...asked, before: known }, near, land);
  const page: DemandPage = {
    release: release.id,
    of: query.of,
    source: query.source,
    miles: query.miles,
    view: await viewInWords(tx, release, 'provider'),
    clusters,
    near: near.length,
    signed: all.length - near.length,
    before: before ?? null,
    gone: (old?.near ?? []).flatMap(({ cluster: { id, name } }) => (land.has(id) ? [] : [{ id, name }])),
  };
  const ids = clusters.map(({ id }) => id);
  return { page, outlines: () => outlinesOf(tx, { releaseId: release.id, of: query.of, ids }) };
}

/** The published release of the state with the filings before, as the list of releases has them. */
export async function releaseBefore(
  tx: Tx,
  { id, state_fips: fips }: { id: number; state_fips: string },
): Promise<ReleaseBefore | undefined> {
  const list = await releaseList(tx, fips);
  const at = list.findIndex((release) => release.id === id);
  const found = at < 0 ? undefined : list.slice(at + 1).find(({ standing }) => standing === 'published');
  return found && { id: found.id, name: found.name, releasedAt: found.releasedAt };
}

/** The hexes of a cluster of the release, and the FCC filing it rests on. @throws Refusal */
export async function clusterLand(tx: Tx, { release, state, of }: Edition & { of: string }, id: string) {
  const { id: releaseId } = await releaseNamed(tx, release, state);
  const filings = await sourcesOf(tx, releaseId, 'provider');
  const hexes = (await landOf(tx, { releaseId, of })).get(id);
  if (!hexes) throw refusal('cluster.unknown', 404);
  return { hexes, fccFilingId: filings.find(({ source }) => source === 'fcc')?.filingId };
}
