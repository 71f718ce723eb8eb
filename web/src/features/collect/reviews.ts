/** The five questions over HTTP, and as React state. */
import { useQuery } from '@tanstack/react-query';
import type { Change, OwnReview, ReviewBody, Reviews } from '../../../../server/features/reviews/contract.ts';
import { call } from '../../lib/http.ts';

const address = (collection: number, end: string) => `/api/v1/collect/collections/${collection}/${end}`;

export function useOwnReview(collection: number) {
  return useQuery({
    queryKey: ['collect', 'review', collection],
    queryFn: ({ signal }) => call<OwnReview>('GET', address(collection, 'review'), { signal }),
  });
}

export const sendReview = (collection: number, body: ReviewBody) =>
  call<void>('PUT', address(collection, 'review'), { json: body });

export function useReviews(collection: number) {
  return useQuery({
    queryKey: ['collect', 'reviews', collection],
    queryFn: ({ signal }) => call<Reviews>('GET', address(collection, 'reviews'), { signal }),
  });
}

export const sendChanges = (collection: number, changes: readonly Change[]) =>
  call<void>('PUT', address(collection, 'changes'), { json: { changes } });
