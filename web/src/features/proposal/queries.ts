/** A provider's own proposal in a round: what it reads, saves and sends. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Alternative, Attachment, Proposal } from '../../../../server/domain/round/proposal.ts';
import type { Attached, ProposalRoom, Receipt } from '../../../../server/features/proposals/contract.ts';
import { call } from '../../lib/http.ts';

export type { Alternative, Attached, Attachment, Proposal, ProposalRoom, Receipt };

const pathOf = (round: number, what = '') => `/api/v1/rounds/${round}/proposal${what}`;
/** A day: the timers of browsers overflow after 25. */
const LONGEST_WAIT_MS = 86_400_000;

const keyOf = (round: number) => ['proposal', round] as const;

export function useProposalRoom(round: number) {
  return useQuery({
    queryKey: keyOf(round),
    queryFn: ({ signal }) => call<ProposalRoom>('GET', pathOf(round), { signal }),
    // The form holds what the person types: a later answer would overwrite it.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchInterval: ({ state }) => untilClosing(state.data?.round),
  });
}

/** Asks again when the deadline has passed, by the database's clock. */
function untilClosing(round: ProposalRoom['round'] | undefined): number | false {
  if (round?.standing !== 'open' || round.closesAt === null) return false;
  const left = Date.parse(round.closesAt) - Date.parse(round.now);
  return left < LONGEST_WAIT_MS ? left + 500 : false;
}

export function saveDraft(round: number, json: Proposal, signal: AbortSignal): Promise<{ savedAt: string }> {
  return call('PUT', pathOf(round, '/draft'), { json, signal });
}

export function useSubmit(round: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: { amendment: number; proposal: Proposal }) =>
      call<Receipt>('POST', pathOf(round, '/submit'), { json }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(round) }),
  });
}

export function useMove(round: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (to: { move: 'confirm'; amendment: number } | { move: 'withdraw' }) =>
      call<void>(
        'POST',
        pathOf(round, `/${to.move}`),
        to.move === 'confirm' ? { json: { amendment: to.amendment } } : {},
      ),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(round) }),
  });
}

export function useAnswer(round: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, answer }: { id: number; answer: string }) =>
      call<unknown>('POST', pathOf(round, `/clarifications/${id}/answer`), { json: { answer } }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(round) }),
  });
}

export function useAttach(round: number) {
  return useMutation({
    mutationFn: ({ kind, file }: { kind: Attachment['kind']; file: File }) =>
      call<Attached>('POST', pathOf(round, '/attachments'), { query: { kind, name: file.name }, bytes: file }),
  });
}

export function useReceipts(round: number, isClosed: boolean) {
  return useQuery({
    queryKey: ['receipts', round],
    queryFn: ({ signal }) => call<{ hashes: string[] | null }>('GET', `/api/v1/rounds/${round}/receipts`, { signal }),
    enabled: isClosed,
  });
}
