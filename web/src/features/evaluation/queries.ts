/** A round's sealed and opened proposals, choices tried and decided, and its last moves. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ClarifyBody, ScoresBody } from '../../../../server/features/proposals/contract-judging.ts';
import type { Evaluation, Rules, Tried } from '../../../../server/features/proposals/contract-staff.ts';
import { call } from '../../lib/http.ts';

export type { Evaluation, Rules, Tried };
export type Offer = Evaluation['offers'][number];
export type Opened = Evaluation['opened'][number];
export type AlternativeScore = Evaluation['scores'][number];

const pathOf = (round: number, what: string) => `/api/v1/rounds/${round}/${what}`;
/** Somebody else may be the other of two. */
const LOOKS_AGAIN_MS = 5_000;

export function useEvaluation(round: number) {
  return useQuery({
    queryKey: ['evaluation', round],
    queryFn: ({ signal }) => call<Evaluation>('GET', pathOf(round, 'evaluation'), { signal }),
    refetchInterval: ({ state }) =>
      state.data && ['open', 'closed'].includes(state.data.round.standing) ? LOOKS_AGAIN_MS : false,
  });
}

const SETTLES_MS = 400;

/** Waits until nothing has changed for a moment. */
export function useTrial(round: number, rules: Rules, byHand: readonly string[]) {
  const asked = JSON.stringify({ rules, byHand });
  const [settled, setSettled] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(asked), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  return useQuery({
    queryKey: ['trial', round, settled],
    queryFn: ({ signal }) => call<Tried>('POST', pathOf(round, 'choices/trial'), { json: JSON.parse(settled), signal }),
    placeholderData: keepPreviousData,
  });
}

export type Act =
  | { readonly what: 'openers'; readonly passphrase: string }
  | { readonly what: 'unseal'; readonly passphrase?: string }
  | { readonly what: 'choices'; readonly rules: Rules; readonly chosen: readonly string[]; readonly reason: string }
  | { readonly what: 'reconsider'; readonly reason: string }
  | { readonly what: 'intend' | 'award' | 'repair' };

export function useAct(round: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ what, ...json }: Act) =>
      call<unknown>('POST', pathOf(round, what), Object.keys(json).length > 0 || what === 'unseal' ? { json } : {}),
    onSettled: () => client.invalidateQueries({ queryKey: ['evaluation', round] }),
  });
}

type Judgment =
  | { readonly what: 'clarifications'; readonly proposal: number; readonly json: ClarifyBody }
  | { readonly what: 'scores'; readonly proposal: number; readonly json: ScoresBody };

/** Staff ask about an opened proposal, or give it points. */
export function useJudge(round: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ what, proposal, json }: Judgment) =>
      call<unknown>(what === 'scores' ? 'PUT' : 'POST', pathOf(round, `proposals/${proposal}/${what}`), { json }),
    onSettled: () => client.invalidateQueries({ queryKey: ['evaluation', round] }),
  });
}

export const redactedFile = (round: number, proposal: number) => pathOf(round, `proposals/${proposal}/redacted.json`);
export const attachedFile = (round: number, proposal: number, file: string) =>
  pathOf(round, `proposals/${proposal}/files/${file}`);
