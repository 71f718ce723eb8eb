/** The API, one function per question. Contracts are the server's own types. */
import type { FeatureCollection } from 'geojson';
import type { PlaceRef } from '../../../server/domain/place-ref.ts';
import type { Cluster, ClusterDetail, ClusterPage } from '../../../server/features/clusters/contract.ts';
import type { Committed } from '../../../server/features/commitments/contract.ts';
import type { Funded, FundedHexes } from '../../../server/features/funded/contract.ts';
import type { Ground } from '../../../server/features/ground/contract.ts';
import type { PlaceFound, PlaceTotals } from '../../../server/features/places/contract.ts';
import type { Release, ReleaseList } from '../../../server/features/releases/contract.ts';
import type { PrivacyReport } from '../../../server/features/releases/contract-report.ts';
import type { CellVerdict } from '../../../server/features/verdicts/contract.ts';
import { type Choice, clusterSetOf, type Source } from './choice.ts';
import { call } from './http.ts';
import type { AskedAudience } from './view.ts';

export type { CellVerdict, Cluster, ClusterDetail, ClusterPage, PlaceFound, PlaceTotals, Release, ReleaseList };

/** State, release and audience of a question. */
export interface Edition {
  /** FIPS code; undefined where there is only one state. */
  readonly state?: string;
  readonly release: string;
  readonly audience: AskedAudience;
}

/** What an address says of an edition: nothing of what goes without saying. */
export function queryOfEdition({ release, audience, state }: Edition): Record<string, string> {
  return {
    ...(release === 'current' ? {} : { release }),
    ...(audience === 'public' ? {} : { audience }),
    ...(state ? { state } : {}),
  };
}

export function fetchRelease(edition: Edition, signal?: AbortSignal): Promise<Release> {
  return ask<Release>('/api/v1/release', { ...edition, statistics: 'all' }, signal);
}

/** Of the agency also drafts. */
export function fetchReleases({ audience }: Pick<Edition, 'audience'>, signal?: AbortSignal): Promise<ReleaseList> {
  return ask<ReleaseList>('/api/v1/releases', { audience }, signal);
}

export function fetchClusters(
  edition: Edition,
  choice: Choice,
  { cursor, limit, place }: { cursor?: string; limit: number; place?: PlaceRef | undefined },
  signal?: AbortSignal,
): Promise<ClusterPage> {
  return ask<ClusterPage>(
    '/api/v1/clusters',
    {
      ...edition,
      ...clusterSetOf(choice),
      limit: String(limit),
      ...(cursor ? { cursor } : {}),
      ...(place ? { place: `${place.kind}:${place.id}` } : {}),
    },
    signal,
  );
}

export function fetchCluster(
  edition: Edition,
  choice: Choice,
  id: string,
  signal?: AbortSignal,
): Promise<ClusterDetail> {
  return ask<ClusterDetail>(`/api/v1/clusters/${id}`, { ...edition, ...clusterSetOf(choice) }, signal);
}

/** A hex by its index and, where it lies beneath finer ones, its level on the map. */
export interface HexRef {
  readonly h3: string;
  readonly level?: number;
}

export function fetchCell(edition: Edition, choice: Choice, hex: HexRef, signal?: AbortSignal): Promise<CellVerdict> {
  const { profile, tier } = choice;
  const level: Record<string, string> = hex.level === undefined ? {} : { level: String(hex.level) };
  return ask<CellVerdict>(
    `/api/v1/cells/${hex.h3}`,
    { ...edition, ...level, profile, tier, statistics: 'all' },
    signal,
  );
}

export function fetchPlaces(
  query: string,
  { kind, state, limit }: { kind?: string | undefined; state?: string | undefined; limit: number },
  signal?: AbortSignal,
): Promise<{ places: PlaceFound[] }> {
  return ask(
    '/api/v1/places',
    { q: query, limit: String(limit), ...(kind ? { kind } : {}), ...(state ? { state } : {}) },
    signal,
  );
}

export function fetchPlace(edition: Edition, place: PlaceRef, signal?: AbortSignal): Promise<PlaceTotals> {
  const path = `/api/v1/places/${place.kind}/${place.id}`;
  return ask<PlaceTotals>(path, { ...edition, statistics: 'all', outline: 'true' }, signal);
}

/** What is drawn under the hexes of a state: roads, water, schools, libraries, and the instance's basemap. */
export type GroundLoaded = Ground;

export function fetchGround(state: string): Promise<GroundLoaded> {
  return call<GroundLoaded>('GET', '/api/v1/ground', { query: { state } });
}

/** Land that a program already pays somebody to build on. */
export function fetchFunded(
  edition: Edition,
  reading: Partial<Pick<Choice, 'tier' | 'profile'> & { source: Source }>,
  signal?: AbortSignal,
): Promise<Funded> {
  return ask<Funded>('/api/v1/funded', { ...edition, ...reading }, signal);
}

export function fetchFundedHexes(edition: Edition, level: number, signal?: AbortSignal): Promise<FundedHexes> {
  return ask<FundedHexes>('/api/v1/funded/hexes', { ...edition, level: String(level) }, signal);
}

export function fetchFundedOutlines(state: string): Promise<FeatureCollection> {
  return call<FeatureCollection>('GET', '/api/v1/funded', { query: { state, format: 'geojson' } });
}

/** Land that providers signed to serve. */
export function fetchCommitted(edition: Edition, signal?: AbortSignal): Promise<Committed> {
  return ask<Committed>('/api/v1/committed', { ...edition }, signal);
}

export function fetchCommittedOutlines(state: string): Promise<FeatureCollection> {
  return call<FeatureCollection>('GET', '/api/v1/committed', { query: { state, format: 'geojson' } });
}

export function fetchPrivacyReport(edition: Edition, signal?: AbortSignal): Promise<PrivacyReport> {
  return ask<PrivacyReport>('/api/v1/privacy', { ...edition }, signal);
}

/** The defaults of the address: the current release and the public's view. */
export function isDefault(name: string, value: string): boolean {
  return (name === 'audience' && value === 'public') || (name === 'release' && value === 'current');
}

function ask<T>(path: string, query: Record<string, string>, signal?: AbortSignal): Promise<T> {
  const asked = Object.entries(query).filter(([name, value]) => !isDefault(name, value));
  return call<T>('GET', path, { query: Object.fromEntries(asked), signal });
}
