import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Commitment,
  Commitments,
  Committed,
  DecisionBody,
  EvidenceKind,
} from '../../../../server/features/commitments/contract.ts';
import { call } from '../../lib/http.ts';
import { useMe } from '../../lib/session.ts';

export type { Commitment, Commitments, Committed, EvidenceKind };
export type Milestone = Commitment['milestones'][number];

const OWN = '/api/v1/commitments';

/** Whoever signs commitments, or decides about them. */
const PARTIES = ['agency', 'puc', 'provider'];

/** Of the reader's own, or null where the reader is no party: then the public's list is all there is. */
export function useCommitments() {
  const me = useMe().data;
  return useQuery({
    queryKey: ['commitments', me?.role],
    queryFn: ({ signal }) =>
      PARTIES.includes(me?.role ?? '') ? call<Commitments>('GET', OWN, { signal }) : Promise.resolve(null),
    enabled: me !== undefined,
  });
}

export function useCommitted() {
  return useQuery({
    queryKey: ['committed'],
    queryFn: ({ signal }) => call<Committed>('GET', '/api/v1/committed', { signal }),
  });
}

export function useCommitment(id: number) {
  return useQuery({
    queryKey: ['commitments', id],
    queryFn: ({ signal }) => call<Commitment>('GET', `${OWN}/${id}`, { signal }),
  });
}

export function useSign() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (lot: number) => call('POST', OWN, { json: { lot } }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['commitments'] }),
        client.invalidateQueries({ queryKey: ['committed'] }),
      ]),
  });
}

/** Each answers with the commitment as it stands after it. */
export function useActs(id: number) {
  const client = useQueryClient();
  const onSuccess = (now: Commitment) => client.setQueryData(['commitments', id], now);
  const post = (path: string, sent: { json?: unknown; bytes?: Blob; query?: Record<string, string> }) =>
    call<Commitment>('POST', `${OWN}/${id}/${path}`, sent);
  return {
    add: useMutation({
      mutationFn: ({ kind, file }: { kind: EvidenceKind; file: File }) =>
        post('evidence', { query: { kind, file: file.name }, bytes: file }),
      onSuccess,
    }),
    report: useMutation({ mutationFn: (words: string) => post('reports', { json: { words } }), onSuccess }),
    decide: useMutation({ mutationFn: (json: DecisionBody) => post('decision', { json }), onSuccess }),
    fail: useMutation({ mutationFn: (reason: string) => post('default', { json: { reason } }), onSuccess }),
  };
}

export function evidenceHref(id: number, evidence: number): string {
  return `${OWN}/${id}/evidence/${evidence}`;
}
