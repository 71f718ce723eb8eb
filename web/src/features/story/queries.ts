/** A story, its links, and its files. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlaceRef } from '../../../../server/domain/place-ref.ts';
import type {
  OpenedStory,
  ShareBody,
  SharedList,
  Story,
  StoryStep,
} from '../../../../server/features/stories/contract.ts';
import { type Edition, queryOfEdition } from '../../lib/api.ts';
import { call } from '../../lib/http.ts';
import { useEdition } from '../../lib/queries.ts';
import { useLanguage } from '../../lib/use-messages.ts';

export type { Story, StoryStep };

const FOREVER = { staleTime: Number.POSITIVE_INFINITY } as const;

/** @param beside a second place, to be shown beside */
export function useStory(place: PlaceRef, beside: PlaceRef | undefined, isAsked: boolean) {
  const edition = useEdition();
  const language = useLanguage();
  return useQuery<Story>({
    queryKey: ['story', edition, place, beside, language],
    queryFn: ({ signal }) =>
      call<Story>('GET', storyPath(place), {
        query: { ...queryOfEdition(edition), ...(beside ? { beside: `${beside.kind}:${beside.id}` } : {}) },
        signal,
      }),
    // The steps stay while those with another second place come.
    placeholderData: (before) =>
      before?.kind === place.kind && before.id === place.id && before.language === language ? before : undefined,
    enabled: isAsked,
    ...FOREVER,
  });
}

/** What a link opens; nothing is asked without one. */
export function useOpened(code: string | undefined) {
  return useQuery({
    queryKey: ['shared-story', code],
    queryFn: ({ signal }) => call<OpenedStory>('GET', `/api/v1/shared-stories/${code}`, { signal }),
    enabled: code !== undefined,
    ...FOREVER,
  });
}

/** Whether there is such a kind is the server's to say. */
export type ToShare = Omit<ShareBody, 'place'> & { readonly place: PlaceRef };

const SHARED = ['shared-stories'];

export function useShared() {
  return useQuery({
    queryKey: SHARED,
    queryFn: ({ signal }) => call<SharedList>('GET', '/api/v1/shared-stories', { signal }),
  });
}

export function useShareStory() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: ToShare) => call<{ address: string }>('POST', '/api/v1/shared-stories', { json }),
    onSuccess: () => client.invalidateQueries({ queryKey: SHARED }),
  });
}

export function useEndShared() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => call('DELETE', `/api/v1/shared-stories/${code}`),
    onSuccess: () => client.invalidateQueries({ queryKey: SHARED }),
  });
}

export function handoutAddress(
  place: PlaceRef,
  steps: string,
  { lang, ...edition }: Edition & { readonly lang: string },
): string {
  return `${storyPath(place)}/handout.pdf?${new URLSearchParams({ ...queryOfEdition(edition), steps, lang })}`;
}

function storyPath({ kind, id }: PlaceRef): string {
  return `/api/v1/stories/${kind}/${encodeURIComponent(id)}`;
}
