/** Questions to the API as React state. An answer stays on screen while the next one is loading. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { cellFromText, resolutionOf } from '../../../server/domain/cell.ts';
import { RANK_WEIGHTS } from '../../../server/domain/cluster/rank.ts';
import type { PlaceRef } from '../../../server/domain/place-ref.ts';
import type { PlaceProfile } from '../../../server/features/profiles/contract.ts';
import {
  type Edition,
  fetchCell,
  fetchCluster,
  fetchClusters,
  fetchCommitted,
  fetchFunded,
  fetchFundedHexes,
  fetchPlace,
  fetchPlaces,
  fetchRelease,
  fetchReleases,
  type HexRef,
  type PlaceFound,
} from './api.ts';
import { type Choice, clusterSetOf, sourceOf } from './choice.ts';
import { answerable, type Heard, heardIn } from './heard.ts';
import { call } from './http.ts';
import { ranked } from './ranking.ts';
import { useView } from './views.ts';

/** A release never changes; only the current one may. */
const FOREVER = { staleTime: Number.POSITIVE_INFINITY, placeholderData: keepPreviousData } as const;
const CLUSTERS_LISTED = 1000;
/** From this share of its locations on, a cluster is paid for altogether. */
const ALL_PAID = 0.95;

export function useEdition(): Edition {
  const { release, audience, state } = useView();
  return { release: release ?? 'current', audience, ...(state ? { state } : {}) };
}

export function useRelease() {
  const edition = useEdition();
  return useQuery({
    queryKey: ['release', edition],
    queryFn: ({ signal }) => fetchRelease(edition, signal),
    ...FOREVER,
  });
}

/** Which sources filed in the view; undefined while the release is loading. */
export function useHeard(): Heard | undefined {
  const { data } = useRelease();
  return useMemo(() => data && heardIn(data), [data]);
}

/** The choice shown for the choice in the address: see `answerable`. */
export function useChoice(): Choice {
  const { choice } = useView();
  const heard = useHeard();
  return useMemo(() => answerable(choice, heard), [choice, heard]);
}

/** Land already paid for, with its students to build for by the choice's reading; undefined until it comes. */
export function useFunded(choice: Choice) {
  return useFundedQuery(choice).data;
}

function useFundedQuery(choice: Choice) {
  const edition = useEdition();
  const { tier, profile, measure } = choice;
  const reading = measure === 'build' ? { tier, profile, source: sourceOf(choice) } : {};
  return useQuery({
    queryKey: ['funded', edition, reading],
    queryFn: ({ signal }) => fetchFunded(edition, reading, signal),
    ...FOREVER,
  });
}

/** Percent of a hex's locations on land already paid for; 0 until it is known. */
export function usePaidPercent(choice: Choice, { h3, level = resolutionOf(cellFromText(h3)) }: HexRef): number {
  const edition = useEdition();
  const hasAreas = (useFunded(choice)?.areas.length ?? 0) > 0;
  const { data } = useQuery({
    queryKey: ['funded-hexes', edition, level],
    queryFn: ({ signal }) => fetchFundedHexes(edition, level, signal),
    enabled: hasAreas,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.percents[h3] ?? 0;
}

/** Land that providers signed to serve; undefined until it comes. */
export function useCommitted() {
  const edition = useEdition();
  return useQuery({
    queryKey: ['committed', edition],
    queryFn: ({ signal }) => fetchCommitted(edition, signal),
    ...FOREVER,
  }).data;
}

export function useReleases() {
  const { audience } = useEdition();
  return useQuery({
    queryKey: ['releases', audience],
    queryFn: ({ signal }) => fetchReleases({ audience }, signal),
    ...FOREVER,
  });
}

export function usePlace(place: PlaceRef | undefined) {
  const edition = useEdition();
  const query = useQuery({
    queryKey: ['place', edition, place],
    queryFn: ({ signal }) => fetchPlace(edition, place ?? { kind: '', id: '' }, signal),
    enabled: place !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return query;
}

/** How many locations of the state shown have service, by technologies and speeds. @param isAsked it costs a whole page of the state */
export function useStateCoverage(isAsked: boolean): PlaceProfile['coverage'] {
  const edition = useEdition();
  const fips = useRelease().data?.state.fips;
  const { data } = useQuery({
    queryKey: ['coverage of the state', edition, fips],
    queryFn: ({ signal }) =>
      call<PlaceProfile>('GET', `/api/v1/places/state/${fips}/profile`, { query: { ...edition }, signal }),
    enabled: isAsked && fips !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.coverage ?? null;
}

/** Of the state shown. */
export function usePlaceSearch(text: string) {
  const state = useRelease().data?.state.fips;
  return useQuery({
    queryKey: ['places', state, text],
    queryFn: ({ signal }) => fetchPlaces(text, { state, limit: 12 }, signal),
    enabled: text.length > 0,
    ...FOREVER,
  });
}

/** Counties of a state with their label positions; for print. Undefined until they come. */
export function useCountyNames(fips: string | undefined): readonly PlaceFound[] | undefined {
  const { data } = useQuery({
    queryKey: ['counties', fips],
    queryFn: ({ signal }) => fetchPlaces('', { kind: 'county', state: fips, limit: 500 }, signal),
    enabled: fips !== undefined,
    ...FOREVER,
  });
  return data?.places.filter((place) => place.id.startsWith(fips ?? ''));
}

/** Towns of the state shown, to say where a hex is. Undefined until they come. */
export function useTowns(): readonly PlaceFound[] | undefined {
  const state = useRelease().data?.state.fips;
  const { data } = useQuery({
    queryKey: ['towns', state],
    queryFn: ({ signal }) => fetchPlaces('', { kind: 'town', state, limit: 500 }, signal),
    enabled: state !== undefined,
    ...FOREVER,
  });
  return data?.places;
}

/**
 * The clusters of the sentence: of its speed and source, inside its place, in the reader's own order. Runs once it is known who
 * filed: a source without filings has no clusters.
 */
export function useClusters(choice: Choice) {
  const edition = useEdition();
  const heard = useHeard();
  const { place, weights, paid: countsPaid } = useView();
  const funded = useFundedQuery(choice);
  const query = useQuery({
    queryKey: ['clusters', edition, clusterSetOf(choice), place],
    queryFn: ({ signal }) => fetchClusters(edition, choice, { limit: CLUSTERS_LISTED, place }, signal),
    enabled: heard !== undefined && heard.filers.length > 0,
    ...FOREVER,
  });
  const { data } = query;
  const { of } = clusterSetOf(choice);
  const inOrder = useMemo(() => {
    // An order that soon is another would have the reader open the wrong one.
    if (!data || funded.isPending) return undefined;
    const paid = new Map(
      (countsPaid ? [] : (funded.data?.clusters ?? [])).flatMap((one) => (one.of === of ? [[one.id, one.share]] : [])),
    );
    if (!weights && !place && paid.size === 0) return { ...data, paidFor: 0 };
    const left = data.clusters.filter(({ id }) => (paid.get(id) ?? 0) < ALL_PAID);
    return {
      ...data,
      clusters: ranked(left, weights ?? RANK_WEIGHTS, paid),
      paidFor: data.clusters.length - left.length,
    };
  }, [data, weights, place, funded.isPending, funded.data, countsPaid, of]);
  // The previous view's clusters do not belong to this one.
  return { ...query, data: heard?.filers.length === 0 ? undefined : inOrder };
}

export function useCluster(choice: Choice, id: string | undefined) {
  const edition = useEdition();
  const heard = useHeard();
  return useQuery({
    queryKey: ['cluster', edition, clusterSetOf(choice), id],
    queryFn: ({ signal }) => fetchCluster(edition, choice, id ?? '', signal),
    enabled: id !== undefined && heard !== undefined && heard.filers.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useCell(choice: Choice, hex: HexRef) {
  const edition = useEdition();
  const { profile, tier } = choice;
  return useQuery({
    queryKey: ['cell', edition, profile, tier, hex.h3, hex.level],
    queryFn: ({ signal }) => fetchCell(edition, choice, hex, signal),
    ...FOREVER,
  });
}

const MOST_PLACES = 500;

/** Places of a kind that have an outline, as a list is read. @param kind undefined: none is asked for */
export function usePlacesOfKind(stateFips: string, kind: string | undefined) {
  const { data } = useQuery({
    queryKey: ['places of a kind', stateFips, kind],
    queryFn: ({ signal }) => fetchPlaces('', { kind: kind ?? '', state: stateFips, limit: MOST_PLACES }, signal),
    enabled: kind !== undefined,
    // Not those of the kind before while these come: their numbers belong to other places.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (data?.places ?? [])
    .filter(({ outlined }) => outlined)
    .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
}
