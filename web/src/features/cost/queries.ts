/** Clusters of the agency's view, their estimate, and saved scenarios. The page reads no other view. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CostAnswer, Costed, Saved, SavedList, ScenarioBody } from '../../../../server/features/cost/contract.ts';
import type { Cluster, ClusterPage, Edition } from '../../lib/api.ts';
import { fetchCommitted, fetchRelease } from '../../lib/api.ts';
import { call } from '../../lib/http.ts';
import { ALL_SIGNED } from '../../lib/signed.ts';
import { useLanguage } from '../../lib/use-messages.ts';

export type { Cluster, CostAnswer, Costed, Saved, ScenarioBody };

export interface AgencyEdition {
  readonly release: string;
}

const queryOf = ({ release }: AgencyEdition): Record<string, string> => (release === 'current' ? {} : { release });

export function useAgencyRelease(edition: AgencyEdition) {
  const asked: Edition = { ...edition, audience: 'agency' };
  return useQuery({ queryKey: ['release', asked], queryFn: ({ signal }) => fetchRelease(asked, signal) });
}

export function useRankedClusters(edition: AgencyEdition, { of, source }: Pick<ScenarioBody, 'of' | 'source'>) {
  const query = { ...queryOf(edition), audience: 'agency', of, source, limit: '1000' };
  return useQuery({
    queryKey: ['cost-clusters', query],
    queryFn: ({ signal }) => call<ClusterPage>('GET', '/api/v1/clusters', { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Clusters that somebody signed to serve whole. */
export function useSignedWhole(edition: AgencyEdition, of: ScenarioBody['of']): ReadonlySet<string> {
  const asked: Edition = { ...edition, audience: 'agency' };
  const { data } = useQuery({
    queryKey: ['committed', asked],
    queryFn: ({ signal }) => fetchCommitted(asked, signal),
  });
  const whole = data?.clusters.filter((one) => one.of === of && one.percent === ALL_SIGNED) ?? [];
  return new Set(whole.map(({ id }) => id));
}

/** Waits until nothing has changed for a moment: a slider asks once where it comes to rest. */
export function useEstimate(edition: AgencyEdition, scenario: ScenarioBody, isWanted: boolean) {
  const language = useLanguage();
  const settled = useSettled(JSON.stringify(scenario));
  return useQuery({
    queryKey: ['cost', edition, settled, language],
    queryFn: ({ signal }) =>
      call<CostAnswer>('POST', '/api/v1/cost/estimates', {
        query: queryOf(edition),
        json: JSON.parse(settled),
        signal,
      }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
}

const SETTLES_MS = 250;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

export function useSavedScenarios() {
  return useQuery({
    queryKey: ['cost-saved'],
    queryFn: ({ signal }) => call<SavedList>('GET', '/api/v1/cost/scenarios', { signal }),
  });
}

export function useSavedScenario(id: string | undefined) {
  return useQuery({
    queryKey: ['cost-saved', id],
    queryFn: ({ signal }) => call<Saved>('GET', `/api/v1/cost/scenarios/${id}`, { signal }),
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useSave(edition: AgencyEdition) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: { name: string; scenario: ScenarioBody }) =>
      call<{ id: string }>('POST', '/api/v1/cost/scenarios', { query: queryOf(edition), json }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['cost-saved'] }),
  });
}

export function useDelete() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call<void>('DELETE', `/api/v1/cost/scenarios/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['cost-saved'], exact: true }),
  });
}

/** @throws Error when it does not come */
export async function fetchCsv(edition: AgencyEdition, scenario: ScenarioBody): Promise<string> {
  const query = new URLSearchParams({ ...queryOf(edition), format: 'csv' });
  const response = await fetch(`/api/v1/cost/estimates?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(scenario),
  });
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}
