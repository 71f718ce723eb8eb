import type { Phrase } from '../../domain/messages/phrase.ts';
import { refusal, refusalBecause } from '../../platform/problem.ts';

/** Why an Ed-Fi API could not be read. Messages name resources and numbers, never the content of a document. */
export const edfiErrors = {
  notUrl: (option: string) => refusal('edfi.url', 400, { option }),
  notSecure: (option: string, host: string) => refusal('edfi.not-secure', 400, { option, host }),
  noSecret: () => refusal('edfi.no-secret', 400),
  noSecretFile: (path: string) => refusal('edfi.no-secret-file', 404, { path }),
  noDiscovery: (host: string) => refusal('edfi.no-discovery', 502, { host }),
  credentials: (status: number) => refusal('edfi.credentials', 401, { answered: status }),
  noToken: () => refusal('edfi.no-token', 502),
  tokenRefused: (resource: string) => refusal('edfi.token-refused', 401, { resource }),
  forbidden: (resource: string, type: string | undefined) =>
    refusal('edfi.forbidden', 403, { resource, problem: type }),
  noResource: (resource: string) => refusal('edfi.no-resource', 404, { resource }),
  redirected: (resource: string) => refusal('edfi.redirected', 502, { resource }),
  unexpected: (resource: string, status: number, type: string | undefined) =>
    refusal('edfi.unexpected', 502, { resource, answered: status, problem: type }),
  unanswered: (resource: Phrase | string, reason: Phrase, cause: unknown) =>
    refusalBecause(cause, 'edfi.unanswered', 503, { resource, reason }),
  keepsChanging: (resource: string) => refusal('edfi.keeps-changing', 409, { resource }),
  turnsInCircles: (resource: string) => refusal('edfi.turns-in-circles', 502, { resource }),
  severalDistricts: (leaId: string, count: number) => refusal('edfi.several-districts', 422, { leaId, count }),
  otherDistrict: (leaId: string, others: readonly string[]) => refusal('edfi.other-district', 422, { leaId, others }),
  tooManyBad: (bad: number, rows: number, report: string | undefined) =>
    refusal('edfi.too-many-bad', 422, { bad, rows, report }),
  onePlace: (question: Phrase) => refusal('edfi.one-place', 422, { question }),
  noChanges: () => refusal('edfi.no-changes', 422),
  noCollection: () => refusal('edfi.no-collection', 400),
  empty: (leaId: string) => refusal('edfi.empty', 422, { leaId }),
} as const;
