import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Outbox, OutboxMessage } from '../../../../server/features/mail/contract.ts';
import { call } from '../../lib/http.ts';

export type { OutboxMessage };

export function useOutbox() {
  return useQuery({
    queryKey: ['outbox'],
    queryFn: ({ signal }) => call<Outbox>('GET', '/api/v1/mail', { signal }),
  });
}

export function useMark() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => call('POST', `/api/v1/mail/${id}/sent`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['outbox'] }),
  });
}

export function fileHref(id: number): string {
  return `/api/v1/mail/${id}/message.eml`;
}
