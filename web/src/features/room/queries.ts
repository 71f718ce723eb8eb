/** A room, what lies near, and what a provider sends. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { PlaceFound, PlaceTotals } from '../../../../server/features/places/contract.ts';
import type {
  Alert,
  AlertBody,
  Correction,
  Demand,
  DemandPage,
  Plan,
  Room,
} from '../../../../server/features/room/contract.ts';
import { call } from '../../lib/http.ts';
import { queryOfRoomChoice, type RoomChoice } from '../../lib/room-choice.ts';
import { useLanguage } from '../../lib/use-messages.ts';

export type { Alert, Correction, Demand, DemandPage, Plan, Room };

const ROOM = '/api/v1/room';

export function useRoom(release: string | undefined) {
  return useQuery({
    queryKey: ['room', release],
    queryFn: ({ signal }) => call<Room>('GET', ROOM, { query: release ? { release } : {}, signal }),
  });
}

export function useDemand(choice: RoomChoice) {
  return useQuery({
    queryKey: ['room-demand', choice],
    queryFn: ({ signal }) => call<DemandPage>('GET', `${ROOM}/clusters`, { query: queryOfRoomChoice(choice), signal }),
    placeholderData: keepPreviousData,
  });
}

/** Outlines by id, of the same list. */
export function useDemandShapes(choice: RoomChoice) {
  const query = { ...queryOfRoomChoice(choice), format: 'geojson' };
  return useQuery({
    queryKey: ['room-shapes', choice],
    queryFn: ({ signal }) =>
      call<FeatureCollection<Geometry, { id: string }>>('GET', `${ROOM}/clusters`, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useFootprint(release: string | undefined) {
  return useQuery({
    queryKey: ['room-footprint', release],
    queryFn: ({ signal }) =>
      call<FeatureCollection>('GET', `${ROOM}/footprint.geojson`, { query: release ? { release } : {}, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useCorrections() {
  return useQuery({
    queryKey: ['corrections'],
    queryFn: ({ signal }) => call<{ corrections: Correction[] }>('GET', '/api/v1/corrections', { signal }),
  });
}

export function useAlerts() {
  return useQuery({
    queryKey: ['room-alerts'],
    queryFn: async ({ signal }) => (await call<{ alerts: Alert[] }>('GET', `${ROOM}/alerts`, { signal })).alerts,
  });
}

export function useAddAlert() {
  return useChange((json: AlertBody) => call('POST', `${ROOM}/alerts`, { json }), ['room-alerts']);
}

export function useEndAlert() {
  return useChange((id: number) => call('DELETE', `${ROOM}/alerts/${id}`), ['room-alerts']);
}

/** After each the room and its list are asked anew. */
export function useLoadPlan() {
  return useChange(({ name, file }: { name: string; file: File }) =>
    call('POST', `${ROOM}/plans`, { query: { name, file: file.name }, bytes: file }),
  );
}

export function useDeletePlan() {
  return useChange((id: number) => call('DELETE', `${ROOM}/plans/${id}`));
}

export function useSendCorrection() {
  return useChange(({ filing, says, file }: { filing: string; says: string; file: File }) =>
    call('POST', '/api/v1/corrections', { query: { filing, says, file: file.name }, bytes: file }),
  );
}

function useChange<Given>(
  act: (given: Given) => Promise<unknown>,
  asked: readonly string[] = ['room', 'room-demand', 'corrections'],
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      for (const key of asked) await client.invalidateQueries({ queryKey: [key] });
    },
  });
}

export function useDecide() {
  return useChange(({ id, ...body }: { id: number; decision: 'accepted' | 'refused'; reason: string }) =>
    call('POST', `/api/v1/corrections/${id}/decision`, { json: body }),
  );
}

/** The areas of a correction, by the filing and by the correction. */
export function useCorrectionShapes(id: number) {
  return useQuery({
    queryKey: ['correction-shapes', id],
    queryFn: ({ signal }) =>
      call<FeatureCollection<Geometry, { by: 'filing' | 'correction' }>>('GET', correctionFile(id), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Outlines of the counties that reach into a box, to see where something lies. */
export function useCountiesIn(box: readonly [west: number, south: number, east: number, north: number] | undefined) {
  return useQuery({
    queryKey: ['counties-in', box],
    queryFn: async ({ signal }): Promise<Geometry[]> => {
      const [west = 0, south = 0, east = 0, north = 0] = box ?? [];
      const query = { kind: 'county', limit: '500' };
      const { places } = await call<{ places: PlaceFound[] }>('GET', '/api/v1/places', { query, signal });
      const near = places.filter(
        ({ outlined, bbox: [w = 0, s = 0, e = 0, n = 0] }) =>
          outlined && w <= east && e >= west && s <= north && n >= south,
      );
      const found = await Promise.all(
        near.map(({ id }) =>
          call<PlaceTotals>('GET', `/api/v1/places/county/${id}`, { query: { outline: 'true' }, signal }),
        ),
      );
      return found.flatMap(({ outline }) => (outline ? [outline as Geometry] : []));
    },
    enabled: box !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function correctionFile(id: number): string {
  return `/api/v1/corrections/${id}/areas.geojson`;
}

/** Address of the list as a file. */
export function useDownload() {
  const lang = useLanguage();
  return {
    list: (choice: RoomChoice, format: string) =>
      `${ROOM}/clusters?${new URLSearchParams({ ...queryOfRoomChoice(choice), format, lang })}`,
    locations: (choice: RoomChoice, id: string) =>
      `${ROOM}/clusters/${id}/locations.csv?${new URLSearchParams({ of: choice.of, lang, ...(choice.release ? { release: choice.release } : {}) })}`,
    footprint: (release: string | undefined) => `${ROOM}/footprint.geojson${release ? `?release=${release}` : ''}`,
    plan: (id: number) => `${ROOM}/plans/${id}/areas.geojson`,
  };
}

/** As the messages name them. */
export function changeFacts({ hexes: { before, after, added, removed } }: Correction) {
  return { hexesBefore: before, hexesAfter: after, hexesAdded: added, hexesRemoved: removed };
}

/** One shape of many, for one line on the map. */
export function joined(features: readonly Feature[]): Feature {
  const coordinates = features.flatMap(({ geometry }) =>
    geometry?.type === 'MultiPolygon' ? geometry.coordinates : [],
  );
  return { type: 'Feature', geometry: { type: 'MultiPolygon', coordinates }, properties: {} };
}
