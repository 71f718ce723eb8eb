/** `/api/v1/collect`, one function per question. The cookie of the link identifies the caller. */
import type { Question } from '../../../../server/domain/survey.ts';
import type {
  Collection,
  CollectionDetail,
  CollectionFields,
  CollectMe,
  LinksAnswer,
} from '../../../../server/features/collect/contract.ts';
import type {
  AcceptBody,
  Accepted,
  TakenBack,
  Upload,
  UploadBegun,
} from '../../../../server/features/collect/contract-uploads.ts';
import type { DisclosureBody, DisclosureList } from '../../../../server/features/disclosures/contract.ts';
import type { KitList } from '../../../../server/features/survey-kit/contract.ts';
import { call } from '../../lib/http.ts';

const COLLECT = '/api/v1/collect';

/** The caller's link; `nobody` without one, `ended` when its session is over, `other` with one for another page. */
export async function fetchMe(
  signal: AbortSignal,
): Promise<CollectMe | { readonly role: 'nobody' | 'ended' | 'other' }> {
  const { role, ended } = await call<{ role: string; ended?: boolean }>('GET', '/api/v1/me', { signal });
  if (role === 'coordinator' || role === 'district') return call<CollectMe>('GET', `${COLLECT}/me`, { signal });
  if (role !== 'public') return { role: 'other' };
  return { role: ended ? 'ended' : 'nobody' };
}
export const fetchCollection = (id: number, signal: AbortSignal) =>
  call<CollectionDetail>('GET', `${COLLECT}/collections/${id}`, { signal });
export const addCollection = (fields: CollectionFields) =>
  call<Collection>('POST', `${COLLECT}/collections`, { json: fields });
export const changeCollection = (id: number, fields: CollectionFields) =>
  call<Collection>('PATCH', `${COLLECT}/collections/${id}`, { json: fields });

export const writeEnrollment = (id: number, districts: readonly { leaId: string; enrolled: number }[]) =>
  call<void>('PUT', `${COLLECT}/collections/${id}/enrollment`, { json: { districts } });

export const markPrepared = (id: number, students: number) =>
  call<unknown>('POST', `${COLLECT}/collections/${id}/prepared`, { json: { students } });
export const makeLinks = (id: number, leaIds: readonly string[], days?: number) =>
  call<LinksAnswer>('POST', `${COLLECT}/collections/${id}/links`, {
    json: { leaIds, ...(days === undefined ? {} : { days }) },
  });
export const revokeLink = (tokenId: number) => call<void>('DELETE', `${COLLECT}/links/${tokenId}`);

export const beginUpload = (
  collection: number,
  file: { fileName: string; bytes: number; sha256: string },
  signal: AbortSignal,
) => call<UploadBegun>('POST', `${COLLECT}/collections/${collection}/uploads`, { json: file, signal });
export const fetchUpload = (id: string, signal?: AbortSignal) =>
  call<Upload>('GET', `${COLLECT}/uploads/${id}`, { signal });
export const sendChunk = (id: string, offset: number, chunk: Blob, signal: AbortSignal) =>
  call<{ received: number }>('PUT', `${COLLECT}/uploads/${id}?offset=${offset}`, { bytes: chunk, signal });
export const checkUpload = (id: string, signal: AbortSignal) =>
  call<Upload>('POST', `${COLLECT}/uploads/${id}/check`, { signal });
export const acceptUpload = (id: string, said: AcceptBody, signal: AbortSignal) =>
  call<Accepted>('POST', `${COLLECT}/uploads/${id}/accept`, { json: said, signal });
export const takeBack = (collection: number) =>
  call<TakenBack>('DELETE', `${COLLECT}/collections/${collection}/accepted`);
export const discardUpload = (id: string) => call<unknown>('DELETE', `${COLLECT}/uploads/${id}`);

export const fetchDisclosures = (cursor: string | undefined, signal: AbortSignal) =>
  call<DisclosureList>(
    'GET',
    cursor === undefined ? `${COLLECT}/disclosures` : `${COLLECT}/disclosures?cursor=${encodeURIComponent(cursor)}`,
    { signal },
  );
export const addDisclosure = (fields: DisclosureBody) =>
  call<unknown>('POST', `${COLLECT}/disclosures`, { json: fields });

/** @param questions those of a collection; undefined = all seven */
export const fetchSurveyKit = (questions: readonly Question[] | undefined, signal: AbortSignal) =>
  call<KitList>('GET', questions ? `/api/v1/survey-kit?questions=${questions.join(',')}` : '/api/v1/survey-kit', {
    signal,
  });

export const hrefs = {
  reminders: (collection: number, only: readonly string[]) =>
    `${COLLECT}/collections/${collection}/reminders.csv?only=${only.join(',')}`,
  agreement: (collection: number, lang: string) => `${COLLECT}/collections/${collection}/agreement.docx?lang=${lang}`,
  report: (upload: string) => `${COLLECT}/uploads/${upload}/report.csv`,
  certificate: (upload: string, lang: string) => `${COLLECT}/uploads/${upload}/certificate?format=json&lang=${lang}`,
  printedCertificate: (upload: string, lang: string) =>
    `${COLLECT}/uploads/${upload}/certificate?format=html&lang=${lang}`,
  disclosures: `${COLLECT}/disclosures.csv`,
} as const;
