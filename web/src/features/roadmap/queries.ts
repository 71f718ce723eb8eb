import { useQuery } from '@tanstack/react-query';
import type { Roadmap } from '../../../../server/features/roadmap/contract.ts';
import { call } from '../../lib/http.ts';
import { useEdition } from '../../lib/queries.ts';

export type { Roadmap };

/** Anew each time: what is done here shows. */
export function useRoadmap() {
  const { state } = useEdition();
  return useQuery({
    queryKey: ['roadmap', state],
    queryFn: ({ signal }) => call<Roadmap>('GET', '/api/v1/roadmap', { query: state ? { state } : {}, signal }),
  });
}
