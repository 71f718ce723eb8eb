import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OutreachMessages } from '../../../../server/domain/messages/en/outreach.ts';
import type { Collection } from '../../../../server/features/collect/contract.ts';
import type { OutreachEntry, OutreachPlan } from '../../../../server/features/outreach/contract.ts';
import { catalog } from '../../lib/catalog.ts';
import { call } from '../../lib/http.ts';
import { useLanguage } from '../../lib/use-messages.ts';

export type { OutreachEntry, OutreachPlan };

export const outreachMessages = catalog<OutreachMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/outreach.ts')).outreach,
  es: async () => (await import('../../../../server/domain/messages/es/outreach.ts')).outreach,
});

export const planAddress = (id: number, ending = '') => `/api/v1/collect/collections/${id}/plan${ending}`;

/** Of the collection asked for, else of the newest. */
export function usePlan(asked: number | undefined) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['outreach', asked, language],
    queryFn: async ({ signal }) => {
      const id = asked ?? (await newest(signal));
      return id === undefined ? undefined : { id, ...(await call<OutreachPlan>('GET', planAddress(id), { signal })) };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

async function newest(signal: AbortSignal): Promise<number | undefined> {
  const { collections } = await call<{ collections: Collection[] }>('GET', '/api/v1/collect/collections', { signal });
  return collections[0]?.id;
}

export function useKeepPlan(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (plan: readonly OutreachEntry[]) => call('PUT', planAddress(id), { json: { plan } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['outreach'] }),
  });
}
