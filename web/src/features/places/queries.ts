/** The index of places and the profile of one, from the server. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PlaceRef } from '../../../../server/domain/place-ref.ts';
import type { PlaceIndex, PlaceProfile } from '../../../../server/features/profiles/contract.ts';
import { type Edition, isDefault } from '../../lib/api.ts';
import { call } from '../../lib/http.ts';
import { useEdition } from '../../lib/queries.ts';

export type {
  IndexRow,
  PlaceIndex,
  PlaceProfile,
  Segment,
} from '../../../../server/features/profiles/contract.ts';

const FOREVER = { staleTime: Number.POSITIVE_INFINITY };

export function usePlaceIndex(kind: string, q: string) {
  const edition = useEdition();
  return useQuery({
    queryKey: ['place-index', edition, kind, q],
    queryFn: ({ signal }) =>
      call<PlaceIndex>('GET', '/api/v1/places/index', {
        query: { ...asked(edition), kind, ...(q ? { q } : {}) },
        signal,
      }),
    placeholderData: keepPreviousData,
    ...FOREVER,
  });
}

export function usePlaceProfile({ kind, id }: PlaceRef) {
  const edition = useEdition();
  return useQuery({
    queryKey: ['place-profile', edition, kind, id],
    queryFn: ({ signal }) =>
      call<PlaceProfile>('GET', `/api/v1/places/${kind}/${id}/profile`, { query: asked(edition), signal }),
    ...FOREVER,
  });
}

export function downloadOf(edition: Edition, kind: string): string {
  return `/api/v1/places/index?${new URLSearchParams({ ...asked(edition), kind, format: 'csv' })}`;
}

function asked(edition: Edition): Record<string, string> {
  return Object.fromEntries(Object.entries(edition).filter(([name, value]) => !isDefault(name, value)));
}
