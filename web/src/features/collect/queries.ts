/** The collection as React state. Refetches once a minute what others may change. */

import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Question } from '../../../../server/domain/survey.ts';
import { useLanguage } from '../../lib/use-messages.ts';
import { fetchCollection, fetchDisclosures, fetchMe, fetchSurveyKit, fetchUpload } from './http.ts';

const MINUTE_MS = 60_000;

export function useMe() {
  return useQuery({ queryKey: ['collect', 'me'], queryFn: ({ signal }) => fetchMe(signal), staleTime: MINUTE_MS });
}

export function useCollection(id: number | undefined) {
  return useQuery({
    queryKey: ['collect', 'collection', id],
    queryFn: ({ signal }) => fetchCollection(id ?? 0, signal),
    enabled: id !== undefined,
    refetchInterval: MINUTE_MS,
    placeholderData: keepPreviousData,
  });
}

/** One upload of the district. @param id null = there is none */
export function useUploadOf(id: string | null) {
  return useQuery({
    queryKey: ['collect', 'upload', id],
    queryFn: ({ signal }) => fetchUpload(id ?? '', signal),
    enabled: id !== null,
  });
}

export function useDisclosures() {
  return useInfiniteQuery({
    queryKey: ['collect', 'disclosures'],
    queryFn: ({ pageParam, signal }) => fetchDisclosures(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function useSurveyKit(questions: readonly Question[] | undefined) {
  return useQuery({
    queryKey: ['survey-kit', questions],
    queryFn: ({ signal }) => fetchSurveyKit(questions, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** After a change of language, refetches the server's words; the old ones stay until the new arrive. */
export function useAnsweredAnew(): void {
  const language = useLanguage();
  const answeredIn = useRef(language);
  const client = useQueryClient();
  useEffect(() => {
    if (answeredIn.current === language) return;
    answeredIn.current = language;
    void client.invalidateQueries({ queryKey: ['collect'] });
  }, [language, client]);
}

/** Call after a change: refetches everything shown. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['collect'] });
}
