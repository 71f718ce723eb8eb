/** Rounds as their party reads them; every change answers with the round as it stands then. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import type {
  AmendBody,
  DraftBody,
  PublicRound,
  Round,
  RoundBody,
  RoundLine,
  RoundsOfParty,
} from '../../../../server/features/rounds/contract.ts';
import type {
  Candidates,
  Lot,
  LotBody,
  LotsBody,
  NearPatch,
} from '../../../../server/features/rounds/contract-lots.ts';
import { call, type Method } from '../../lib/http.ts';
import { surroundings } from '../../map/surroundings.ts';

export type { Candidates, Lot, NearPatch, PublicRound, Round, RoundBody, RoundLine, RoundsOfParty };

const ROUNDS = '/api/v1/rounds';
/** Times that others move: a question, a deadline, an answer. */
const AGAIN_MS = 15_000;

/** For staff and providers. */
export function useMine() {
  return useQuery({
    queryKey: ['rounds', 'mine'],
    queryFn: ({ signal }) => call<RoundsOfParty>('GET', `${ROUNDS}/mine`, { signal }),
  });
}

export function usePublicRounds() {
  return useQuery({
    queryKey: ['rounds', 'public'],
    queryFn: ({ signal }) => call<{ rounds: PublicRound[] }>('GET', ROUNDS, { signal }),
  });
}

export function useRound(id: number) {
  return useQuery({
    queryKey: ['round', id],
    queryFn: ({ signal }) => call<Round>('GET', `${ROUNDS}/${id}`, { signal }),
    refetchInterval: AGAIN_MS,
  });
}

export function useDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: DraftBody) => call<Round>('POST', ROUNDS, { json }),
    onSuccess: (round) => {
      client.setQueryData(['round', round.id], round);
      return client.invalidateQueries({ queryKey: ['rounds'] });
    },
  });
}

export function useCandidates(id: number, lots: number) {
  return useQuery({
    queryKey: ['round-candidates', id, lots],
    queryFn: ({ signal }) => call<Candidates>('GET', `${ROUNDS}/${id}/candidates`, { signal }),
  });
}

/** The outlines of the lots, and of the state beneath. @param version changes with the shapes */
export function useLotShapes(id: number, version: string) {
  return useQuery({
    queryKey: ['round-shapes', id, version],
    queryFn: ({ signal }) =>
      call<FeatureCollection<MultiPolygon, { id: number }>>('GET', `${ROUNDS}/${id}/lots.geojson`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useStateOutline() {
  return useQuery({
    queryKey: ['state-outlines'],
    queryFn: async () => (await surroundings([])).outlines,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useNearPatches(id: number, lot: number, version: string) {
  return useQuery({
    queryKey: ['round-patches', id, lot, version],
    queryFn: ({ signal }) => call<{ patches: NearPatch[] }>('GET', `${ROUNDS}/${id}/lots/${lot}/patches`, { signal }),
  });
}

/** Changes of one round. */
export function useChanges(id: number) {
  return {
    settings: useChange(id, (json: RoundBody) => ['PUT', '', json]),
    move: useChange(id, ({ move, reason }: { move: string; reason: string }) => ['POST', `/moves/${move}`, { reason }]),
    amend: useChange(id, (json: AmendBody) => ['POST', '/amendments', json]),
    lots: useChange(id, (json: LotsBody) => ['POST', '/lots', json]),
    lot: useChange(id, ({ lot, ...json }: LotBody & { lot: number }) => ['PATCH', `/lots/${lot}`, json]),
    split: useChange(id, ({ lot, ...json }: { lot: number; patches: number[]; name: string }) => [
      'POST',
      `/lots/${lot}/split`,
      json,
    ]),
    merge: useChange(id, (json: { lots: number[]; name: string }) => ['POST', '/merged-lots', json]),
    remove: useChange(id, (lot: number) => ['DELETE', `/lots/${lot}`]),
    interests: useChange(id, (lots: number[]) => ['PUT', '/interests', { lots }]),
    ask: useChange(id, (question: string) => ['POST', '/questions', { question }]),
    answer: useChange(id, ({ question, answer }: { question: number; answer: string }) => [
      'PUT',
      `/questions/${question}/answer`,
      { answer },
    ]),
  };
}

function useChange<Given>(
  id: number,
  requestOf: (given: Given) => readonly [method: Method, path: string, json?: unknown],
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => {
      const [method, path, json] = requestOf(given);
      return call<Round>(method, `${ROUNDS}/${id}${path}`, json === undefined ? {} : { json });
    },
    onSuccess: (round) => {
      client.setQueryData(['round', id], round);
      void client.invalidateQueries({ queryKey: ['rounds'] });
    },
  });
}

/** Changes with the shapes of lots. */
export function shapesOf(lots: readonly Lot[]): string {
  return lots.map(({ id, patches }) => `${id}:${patches.join(',')}`).join(';');
}

/** Sheets, tables, shapes, a workbook to answer in and terms, in the page's language. */
export function packageHref(id: number, language: string): string {
  return `/api/v1/rounds/${id}/package.zip?lang=${language}`;
}

export function outlinesHref(id: number): string {
  return `${ROUNDS}/${id}/lots.geojson`;
}
