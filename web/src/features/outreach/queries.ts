import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { underWay } from '../../../../server/domain/collection.ts';
import type { OutreachMessages } from '../../../../server/domain/messages/en/outreach.ts';
import type { OutreachPageMessages } from '../../../../server/domain/messages/en/outreach-page.ts';
import type { OutreachEntry, OutreachPlan } from '../../../../server/features/outreach/contract.ts';
import type {
  ContactEntry,
  ContactFields,
  ContactLog,
  MessageDrafts,
  MessageTexts,
  SendBody,
} from '../../../../server/features/outreach/contract-messages.ts';
import type { ResponseAnswer } from '../../../../server/features/outreach/contract-response.ts';
import { catalog, getLanguage } from '../../lib/catalog.ts';
import { fetchCollections } from '../../lib/collections.ts';
import { ApiProblem, call } from '../../lib/http.ts';
import { useLanguage } from '../../lib/use-messages.ts';

export type { ContactEntry, ContactFields, MessageDrafts, MessageTexts, OutreachEntry, OutreachPlan, ResponseAnswer };
export type Whom = MessageDrafts['districts'][number];

export const outreachMessages = catalog<OutreachMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/outreach.ts')).outreach,
  es: async () => (await import('../../../../server/domain/messages/es/outreach.ts')).outreach,
});

export const pageMessages = catalog<OutreachPageMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/outreach-page.ts')).outreachPage,
  es: async () => (await import('../../../../server/domain/messages/es/outreach-page.ts')).outreachPage,
});

export const addressIn = (id: number, path: string) => `/api/v1/collect/collections/${id}/${path}`;
export const planAddress = (id: number, ending = '') => addressIn(id, `plan${ending}`);

/** Of the collection asked for, else of the one under way. */
export function usePlan(asked: number | undefined) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['outreach', asked, language],
    queryFn: async ({ signal }) => {
      const id = asked ?? (await underWayIn(signal));
      return id === undefined ? null : { id, ...(await call<OutreachPlan>('GET', planAddress(id), { signal })) };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

async function underWayIn(signal: AbortSignal): Promise<number | undefined> {
  return underWay(await fetchCollections(signal))?.id;
}

export function useKeepPlan(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (plan: readonly OutreachEntry[]) => call('PUT', planAddress(id), { json: { plan } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['outreach'] }),
  });
}

/** Read anew each time it is opened: others send and districts move. */
function useOf<Answer>(name: string, id: number) {
  const language = useLanguage();
  return useQuery({
    queryKey: [`outreach-${name}`, id, language],
    queryFn: ({ signal }) => call<Answer>('GET', addressIn(id, name), { signal }),
  });
}

export const useDrafts = (id: number) => useOf<MessageDrafts>('messages', id);
export const useResponse = (id: number) => useOf<ResponseAnswer>('response', id);
export const useLog = (id: number) => useOf<ContactLog>('contact-log', id);

function useChange<Change, Answer>(id: number, change: (change: Change) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all(
        ['messages', 'response', 'contact-log'].map((name) =>
          client.invalidateQueries({ queryKey: [`outreach-${name}`, id] }),
        ),
      ),
  });
}

export function useSend(id: number) {
  return useChange(id, (body: SendBody) => call<{ sent: number }>('POST', addressIn(id, 'messages'), { json: body }));
}

export function useMakeFiles(id: number) {
  return useChange(id, async (body: SendBody) => {
    const response = await fetch(addressIn(id, 'messages/files'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': getLanguage() },
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      const { code = 'unknown', detail = '' } = (await response.json().catch(() => ({}))) as Partial<ApiProblem>;
      throw new ApiProblem(response.status, code, detail);
    }
    saveBlob(`${body.message}-${id}.zip`, await response.blob());
  });
}

function saveBlob(name: string, bytes: Blob): void {
  const href = URL.createObjectURL(bytes);
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

export function useSaveContacts(id: number) {
  return useChange(id, (districtContacts: readonly ContactFields[]) =>
    call('PUT', addressIn(id, 'contacts'), { json: { districtContacts: districtContacts.map(trimmed) } }),
  );
}

function trimmed({ name, email, telephone, ...rest }: ContactFields): ContactFields {
  return { ...rest, name: name.trim(), email: email.trim(), telephone: telephone.trim() };
}

export function useNoteCall(id: number) {
  return useChange(id, (json: { leaId: string; name: string; reached: boolean }) =>
    call('POST', addressIn(id, 'calls'), { json: { leaId: json.leaId, reached: json.reached } }),
  );
}
