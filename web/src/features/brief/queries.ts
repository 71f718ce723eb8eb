/** A brief, its map, and its ask. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlaceRef } from '../../../../server/domain/place-ref.ts';
import type { Ask, AskBody, Brief } from '../../../../server/features/briefs/contract.ts';
import { type Edition, queryOfEdition } from '../../lib/api.ts';
import { call } from '../../lib/http.ts';
import { useAddress } from '../../lib/location.ts';
import { useEdition, useRelease } from '../../lib/queries.ts';
import { routeOf } from '../../lib/route.ts';
import { useLanguage } from '../../lib/use-messages.ts';

export type { Ask, AskBody, Brief };

/** The place of the address; the state where it names none. Undefined while the state is not known. */
export function useBriefPlace(): PlaceRef | undefined {
  const route = routeOf(new URL(useAddress()));
  const { data: release } = useRelease();
  if (route.page === 'brief' && route.place) return route.place;
  return release && { kind: 'state', id: release.state.fips };
}

export function useBrief(place: PlaceRef | undefined) {
  const edition = useEdition();
  const language = useLanguage();
  return useQuery({
    queryKey: ['brief', edition, place, language],
    queryFn: ({ signal }) => call<Brief>('GET', briefPath(place), { query: queryOfEdition(edition), signal }),
    enabled: place !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useBriefMap(place: PlaceRef | undefined) {
  const edition = useEdition();
  const lang = useLanguage();
  return useQuery({
    queryKey: ['brief-map', edition, place, lang],
    queryFn: async ({ signal }) => {
      const response = await fetch(fileAddress(place, 'map.svg', { ...edition, lang }), { signal });
      if (!response.ok) throw new Error(String(response.status));
      return response.text();
    },
    enabled: place !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useWriteAsk(place: PlaceRef) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ask: AskBody) => call('PUT', `${briefPath(place)}/ask`, { json: ask }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['brief'] }),
  });
}

/** Address of one of a brief's files. */
export function fileAddress(
  place: PlaceRef | undefined,
  file: string,
  { lang, ...edition }: Edition & { readonly lang: string },
): string {
  return `${briefPath(place)}/${file}?${new URLSearchParams({ ...queryOfEdition(edition), lang })}`;
}

/** Address of the briefs of a whole kind. */
export function allAddress(
  kind: string,
  file: string,
  { lang, ...edition }: Edition & { readonly lang: string },
): string {
  return `/api/v1/briefs/${kind}/${file}?${new URLSearchParams({ ...queryOfEdition(edition), lang })}`;
}

function briefPath(place: PlaceRef | undefined): string {
  return `/api/v1/briefs/${place?.kind ?? ''}/${encodeURIComponent(place?.id ?? '')}`;
}
