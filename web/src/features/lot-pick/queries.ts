/** Drafts of rounds, and what is picked for their lots. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Round, RoundsOfParty } from '../../../../server/features/rounds/contract.ts';
import { call } from '../../lib/http.ts';

const ROUNDS = '/api/v1/rounds';

/** Rounds whose lots may still change. */
export function useDrafts() {
  return useQuery({
    queryKey: ['rounds', 'mine'],
    queryFn: ({ signal }) => call<RoundsOfParty>('GET', `${ROUNDS}/mine`, { signal }),
    select: ({ rounds }) => rounds.filter(({ standing }) => standing === 'draft' || standing === 'shared'),
  });
}

export function useLots(round: number | undefined) {
  return useQuery({
    queryKey: ['round', round],
    queryFn: ({ signal }) => call<Round>('GET', `${ROUNDS}/${round}`, { signal }),
    enabled: round !== undefined,
  });
}

/** The round and lot that were picked for last, so that one hexagon after the other goes there. */
export interface Target {
  readonly round: number;
  /** Undefined: a new one. */
  readonly lot: number | undefined;
}

const LAST = ['lot-pick'];

export function useLastTarget(): readonly [Target | undefined, (target: Target) => void] {
  const client = useQueryClient();
  const { data } = useQuery<Target | null>({
    queryKey: LAST,
    queryFn: () => null,
    initialData: null,
    staleTime: Infinity,
  });
  return [data ?? undefined, (target) => client.setQueryData(LAST, target)];
}

export function usePick() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ round, lot, hex, name }: Target & { readonly hex: string; readonly name: string }) =>
      lot === undefined
        ? call<Round>('POST', `${ROUNDS}/${round}/lots`, { json: { hexes: [hex], name } })
        : call<Round>('PATCH', `${ROUNDS}/${round}/lots/${lot}`, { json: { hexes: [hex] } }),
    onSuccess: (round) => client.setQueryData(['round', round.id], round),
  });
}
