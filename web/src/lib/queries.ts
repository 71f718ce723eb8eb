/** Questions to the API as React state. An answer stays on screen while the next one is loading. */
import { useQuery } from '@tanstack/react-query';
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
  fetchFunded,
  fetchFundedHexes,
  fetchPlace,
  fetchPlaces,
  fetchReleases,
  type HexRef,
  type PlaceFound,
  type PlaceTotals,
} from './api.ts';
import { type Choice, clusterSetOf, sourceOf } from './choice.ts';
import {
  FOREVER,
  type Question,
  useAll,
  useEdition,
  useHeard,
  useRelease,
  useReleasesShown,
  useStates,
} from './edition.ts';
import { choiceIn } from './heard.ts';
import { call } from './http.ts';
import { ranked } from './ranking.ts';
import { useView } from './views.ts';

export { useChoice, useEdition, useHeard, useRelease } from './edition.ts';

const CLUSTERS_LISTED = 1000;
const MOST_PLACES = 500;
/** From this share of its locations on, a cluster is paid for altogether. */
const ALL_PAID = 0.95;

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

export function useReleases() {
  const { audience } = useEdition();
  return useQuery({
    queryKey: ['releases', audience],
    queryFn: ({ signal }) => fetchReleases({ audience }, signal),
    ...FOREVER,
  });
}

function placeQuery(edition: Edition, place: PlaceRef | undefined): Question<PlaceTotals> {
  return {
    queryKey: ['place', edition, place],
    queryFn: ({ signal }) => fetchPlace(edition, place ?? { kind: '', id: '' }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  };
}

export function usePlace(place: PlaceRef | undefined) {
  return useQuery({ ...placeQuery(useEdition(), place), enabled: place !== undefined });
}

/** Of the states shown, as GeoJSON; those that have come. */
export function useStateOutlines() {
  const edition = useEdition();
  const isAlone = useStates().length === 0;
  const states = useReleasesShown().map(({ state }) => state.fips);
  const { data, isPending } = useAll(
    'place',
    states.map((id) => placeQuery(isAlone ? edition : { ...edition, state: id }, { kind: 'state', id })),
  );
  const outlines = useMemo(
    () => (data ?? []).flatMap(({ id, outline }) => (outline ? [{ state: id, outline }] : [])),
    [data],
  );
  return { outlines, isPending };
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

/** Of the states shown. */
export function usePlaceSearch(text: string) {
  const [release, ...others] = useReleasesShown();
  const state = others.length === 0 ? release?.state.fips : undefined;
  return useQuery({
    queryKey: ['places', state, text],
    queryFn: ({ signal }) => fetchPlaces(text, { state, limit: 12 }, signal),
    enabled: text.length > 0,
    ...FOREVER,
  });
}

/** Counties of states with their label positions; for print. Undefined until they come. */
export function useCountyNames(states: readonly string[]): readonly PlaceFound[] | undefined {
  return usePlacesOf(states, 'county');
}

/** Towns of the states shown, to say where a hex is. Undefined until they come. */
export function useTowns(): readonly PlaceFound[] | undefined {
  const releases = useReleasesShown();
  return usePlacesOf(
    releases.map(({ state }) => state.fips),
    'town',
  );
}

function ofKindQuery(state: string, kind: string) {
  return {
    queryKey: ['places of a kind', state, kind],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      fetchPlaces('', { kind, state, limit: MOST_PLACES }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  };
}

function usePlacesOf(states: readonly string[], kind: string): readonly PlaceFound[] | undefined {
  const { data } = useAll(
    'places of a kind',
    states.map((state) => ofKindQuery(state, kind)),
  );
  return useMemo(() => data?.flatMap(({ places }) => places), [data]);
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

/** The cluster that is opened, of whichever state shown. */
export function useSelectedCluster(isWanted = true) {
  const { selection, choice } = useView();
  const isAlone = useStates().length === 0;
  const releases = useReleasesShown();
  const [id, state] = isWanted && selection?.kind === 'cluster' ? [selection.id, selection.state] : [];
  const own = isAlone ? undefined : state;
  return useCluster(choiceIn(releases, choice, own), id, own);
}

/** @param state of which of several; undefined: of the edition's */
export function useCluster(choice: Choice, id: string | undefined, state?: string) {
  const shown = useEdition();
  const edition = state ? { ...shown, state } : shown;
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

/** Places of a kind that have an outline, as a list is read. @param kind undefined: none is asked for */
export function usePlacesOfKind(stateFips: string, kind: string | undefined) {
  // Not those of the kind before while these come: their numbers belong to other places.
  const { data } = useQuery({ ...ofKindQuery(stateFips, kind ?? ''), enabled: kind !== undefined });
  return (data?.places ?? [])
    .filter(({ outlined }) => outlined)
    .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
}
