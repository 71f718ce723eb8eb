/** The collections that the caller may see: of the pages for collecting, and of those for reaching out during one. */
import { useQuery } from '@tanstack/react-query';
import type { Collection } from '../../../server/features/collect/contract.ts';
import { call } from './http.ts';

/** Newest first. */
export async function fetchCollections(signal: AbortSignal): Promise<Collection[]> {
  return (await call<{ collections: Collection[] }>('GET', '/api/v1/collect/collections', { signal })).collections;
}

export function useCollections() {
  return useQuery({ queryKey: ['collect', 'list'], queryFn: ({ signal }) => fetchCollections(signal) });
}
