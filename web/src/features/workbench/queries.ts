import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import type {
  FilingLine,
  NoteBody,
  ProviderFile,
  ProviderLine,
  WindowBody,
  Workbench,
} from '../../../../server/features/workbench/contract.ts';
import { fetchRelease } from '../../lib/api.ts';
import { call } from '../../lib/http.ts';
import { useAddress } from '../../lib/location.ts';
import { routeOf, type WorkbenchPlace } from '../../lib/route.ts';

export type { FilingLine, ProviderFile, ProviderLine, Workbench };

export function useWorkbenchPlace(): WorkbenchPlace {
  const route = routeOf(new URL(useAddress()));
  return route.page === 'workbench' ? route.place : { tier: '100_20', profile: 'bead_2022' };
}

/** Words of the question, as the API takes them. */
function asked({ tier, profile, provider }: WorkbenchPlace): Record<string, string> {
  return { tier, profile, ...(provider === undefined ? {} : { provider }) };
}

export function fileHref(path: string, place: WorkbenchPlace, format: string): string {
  return `/api/v1/workbench${path}?${new URLSearchParams({ ...asked(place), format })}`;
}

export function useWorkbench({ tier, profile }: WorkbenchPlace) {
  return useQuery({
    queryKey: ['workbench', tier, profile],
    queryFn: ({ signal }) => call<Workbench>('GET', '/api/v1/workbench', { query: { tier, profile }, signal }),
  });
}

export function useProvider(place: WorkbenchPlace) {
  return useQuery({
    queryKey: ['workbench', 'provider', place],
    queryFn: ({ signal }) => call<ProviderFile>('GET', '/api/v1/workbench/provider', { query: asked(place), signal }),
    enabled: place.provider !== undefined,
  });
}

/** What is drawn of a provider, and the release whose outlines lie beneath. */
export function useDrawn(place: WorkbenchPlace) {
  return useQuery({
    queryKey: ['workbench', 'drawn', place],
    queryFn: async ({ signal }) => {
      const of = (path: string, query: Record<string, string>) =>
        call<FeatureCollection>('GET', `/api/v1/workbench${path}`, { query, signal });
      const { provider = '', tier, profile } = place;
      const [hexes, areas, release] = await Promise.all([
        of('/hexes', { ...asked(place), format: 'geojson' }),
        of('/areas', { provider, tier, profile }),
        fetchRelease({ release: 'current', audience: 'agency' }, signal),
      ]);
      return { hexes, areas, release };
    },
    enabled: place.provider !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useWriting() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['workbench'] });
  return {
    note: useMutation({
      mutationFn: (json: NoteBody) => call('POST', '/api/v1/workbench/notes', { json }),
      onSuccess,
    }),
    endNote: useMutation({ mutationFn: (id: number) => call('DELETE', `/api/v1/workbench/notes/${id}`), onSuccess }),
    window: useMutation({
      mutationFn: (json: WindowBody) => call('POST', '/api/v1/workbench/windows', { json }),
      onSuccess,
    }),
    endWindow: useMutation({
      mutationFn: (id: number) => call('DELETE', `/api/v1/workbench/windows/${id}`),
      onSuccess,
    }),
  };
}
