import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PlaceRef } from '../../../../server/domain/place-ref.ts';
import type {
  ChangesList,
  Comparison,
  PlaceChangesDetail,
  PlaceChangesList,
  Trend,
} from '../../../../server/features/changes/contract.ts';
import { call } from '../../lib/http.ts';
import { useEdition, useRelease } from '../../lib/queries.ts';

export type { LocationCounts, TrendPoint } from '../../../../server/features/changes/contract.ts';
export type { Comparison, PlaceChangesDetail, PlaceChangesList, Trend };

/** While something is being made or loaded, the page looks again. */
const LOOK_AGAIN_MS = 5_000;

/** Of the state shown: the one of the release, where the address names none. */
function useAsked(): Readonly<Record<string, string>> {
  const { audience, state } = useEdition();
  const own = useRelease().data?.state.fips;
  const fips = state ?? own;
  return { ...(audience === 'public' ? {} : { audience }), ...(fips ? { state: fips } : {}) };
}

export function useChanges() {
  const query = useAsked();
  return useQuery({
    queryKey: ['changes', query],
    queryFn: ({ signal }) => call<ChangesList>('GET', '/api/v1/changes', { query, signal }),
    refetchInterval: ({ state: { data } }) => (data && isComing(data) ? LOOK_AGAIN_MS : false),
    placeholderData: keepPreviousData,
  });
}

function isComing({ awaited, comparisons }: ChangesList): boolean {
  return awaited.length > 0 || comparisons.some(({ standing }) => standing === 'waiting' || standing === 'making');
}

/** @param looksAgain whether more releases are on their way */
export function useTrend(place: PlaceRef | undefined, looksAgain: boolean) {
  const asked = useAsked();
  const query = { ...asked, ...(place ? { place: `${place.kind}:${place.id}` } : {}) };
  return useQuery({
    queryKey: ['trend', query],
    queryFn: ({ signal }) => call<Trend>('GET', '/api/v1/changes/releases', { query, signal }),
    refetchInterval: looksAgain ? LOOK_AGAIN_MS : false,
    placeholderData: keepPreviousData,
  });
}

export function usePlacesChanged(pair: Comparison, kind: string) {
  const query = { ...useAsked(), ...namesOf(pair), kind };
  return useQuery({
    queryKey: ['places changed', query, pair.madeAt],
    queryFn: ({ signal }) => call<PlaceChangesList>('GET', '/api/v1/changes/places', { query, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
}

export function usePlaceChanged(pair: Comparison, place: PlaceRef | undefined) {
  const query = { ...useAsked(), ...namesOf(pair), ...(place ? { place: `${place.kind}:${place.id}` } : {}) };
  return useQuery({
    queryKey: ['place changed', query, pair.madeAt],
    queryFn: ({ signal }) => call<PlaceChangesDetail>('GET', '/api/v1/changes/place', { query, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useCsvAddress(pair: Comparison, kind: string): string {
  return `/api/v1/changes/places?${new URLSearchParams({ ...useAsked(), ...namesOf(pair), kind, format: 'csv' })}`;
}

function namesOf({ from, to }: Comparison): { from: string; to: string } {
  return { from: from.name, to: to.name };
}
