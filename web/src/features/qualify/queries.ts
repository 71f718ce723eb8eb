import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApplicationBody, Qualification } from '../../../../server/features/qualifications/contract.ts';
import { ApiProblem, call, type Sent } from '../../lib/http.ts';

export type { ApplicationBody, Qualification };

const OWN = '/api/v1/qualification';
const ALL = '/api/v1/qualifications';

interface Own {
  readonly qualification: Qualification | null;
}
interface All {
  readonly qualifications: Qualification[];
}

/** Staff read all, a provider its own; null: the reader is neither. */
export function useQualifications() {
  return useQuery({
    queryKey: ['qualifications'],
    queryFn: async ({ signal }) => {
      const own = await forMe(call<Own>('GET', OWN, { signal }));
      if (own) return { party: 'provider' as const, ...own };
      const all = await forMe(call<All>('GET', ALL, { signal }));
      return all && { party: 'staff' as const, ...all };
    },
  });
}

async function forMe<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiProblem && (error.status === 401 || error.status === 403)) return null;
    throw error;
  }
}

/** What a provider does with its application. */
export function useOwn() {
  return {
    save: useChange((json: ApplicationBody) => call('PUT', OWN, { json })),
    apply: useChange((json: ApplicationBody) => call('POST', `${OWN}/application`, { json })),
    add: useChange((file: File) => call('POST', `${OWN}/documents`, fileSent(file))),
    remove: useChange((id: number) => call('DELETE', `${OWN}/documents/${id}`)),
  };
}

function fileSent(file: File): Sent {
  return { query: { name: file.name }, bytes: file };
}

export function useDecide() {
  return useChange(({ provider, ...json }: { provider: number; outcome: string; reason: string }) =>
    call('POST', `${ALL}/${provider}/decision`, { json }),
  );
}

function useChange<Given>(act: (given: Given) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: ['qualifications'] }),
  });
}

export function documentHref(id: number): string {
  return `${ALL}/documents/${id}`;
}
