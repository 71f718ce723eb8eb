import type { Phrase } from '../../domain/messages/phrase.ts';
import { refusal } from '../../platform/problem.ts';
import { MOST_CHUNK_BYTES, MOST_UPLOAD_BYTES } from './contract-uploads.ts';

/** Why a collection refuses something. No message repeats a value of a file. */
export const collectErrors = {
  unknownCollection: () => refusal('collect.unknown', 404),
  nameEmpty: () => refusal('collect.name', 422),
  nameTaken: () => refusal('collect.name-taken', 409),
  notADay: (field: string) => refusal('collect.day', 422, { field }),
  window: () => refusal('collect.window', 422),
  unknownDistricts: (leaIds: readonly string[]) => refusal('collect.unknown-district', 422, { leaIds }),
  unknownLink: () => refusal('collect.unknown-link', 404),
  notOpenYet: (opensOn: string) => refusal('collect.not-open', 409, { opensOn }),
  closed: (closesOn: string) => refusal('collect.closed', 409, { closesOn }),
  notAState: (states: readonly string[]) => refusal('collect.state', 400, { words: states }),
  empty: () => refusal('collect.empty', 422),
  tooLarge: () => refusal('collect.too-large', 413, { most: MOST_UPLOAD_BYTES }),
  workbook: () => refusal('collect.workbook', 422),
  archive: () => refusal('collect.archive', 422),
  unknownUpload: () => refusal('collect.unknown-upload', 404),
  chunkEmpty: () => refusal('collect.chunk-empty', 400),
  chunkKind: () => refusal('collect.chunk-kind', 415, { most: MOST_CHUNK_BYTES }),
  offset: (received: number) => refusal('collect.offset', 409, { received }),
  tooManyBytes: (bytes: number) => refusal('collect.too-many-bytes', 422, { bytes }),
  over: (state: string) => refusal('collect.over', 409, { state }),
  incomplete: (received: number, bytes: number) => refusal('collect.incomplete', 409, { received, bytes }),
  checksum: () => refusal('collect.checksum', 422, { received: 0 }),
  otherDistrict: (own: string, others: readonly string[]) => refusal('collect.other-district', 422, { own, others }),
  notChecked: () => refusal('collect.not-checked', 409),
  replaces: () => refusal('collect.replaces', 409),
  oneCell: (found: Phrase) => refusal('collect.one-cell', 409, { found }),
  changed: () => refusal('collect.changed', 409),
  nothingAccepted: () => refusal('collect.nothing-accepted', 409),
  noCertificate: () => refusal('collect.no-certificate', 404),
  certificateUnreadable: () => refusal('collect.certificate-unreadable', 422),
  notGenuine: () => refusal('collect.not-genuine', 422),
  noSecret: () => refusal('collect.no-secret', 422),
} as const;
