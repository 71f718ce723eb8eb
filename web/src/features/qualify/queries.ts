import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApplicationBody, Qualification } from '../../../../server/features/qualifications/contract.ts';
import { call, type Sent } from '../../lib/http.ts';

export type { ApplicationBody, Qualification };

const OWN = '/api/v1/qualification';
const ALL = '/api/v1/qualifications';

export function useOwnQualification() {
  return useQuery({
    queryKey: ['qualifications', 'own'],
    queryFn: ({ signal }) => call<{ qualification: Qualification | null }>('GET', OWN, { signal }),
  });
}

export function useQualifications() {
  return useQuery({
    queryKey: ['qualifications', 'all'],
    queryFn: ({ signal }) => call<{ qualifications: Qualification[] }>('GET', ALL, { signal }),
  });
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
