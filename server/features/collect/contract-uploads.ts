/** Uploads of `/api/v1/collect`: begin, send, check, accept. Offsets and sizes in bytes. */
import { type Static, type TSchema, Type } from 'typebox';
import { freeText, wholeNumber } from '../../platform/fields.ts';
import { Warning } from './contract.ts';

const orNull = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);

/** A file of 1,000,000 students is 230 MB. */
export const MOST_UPLOAD_BYTES = 512 * 1024 * 1024;
export const MOST_CHUNK_BYTES = 4 * 1024 * 1024;

const UPLOAD_STATES = [
  'receiving',
  'received',
  'checked',
  'refused',
  'accepted',
  'accepted_with_notes',
  'taken_back',
  'discarded',
  'abandoned',
] as const;

export const UploadBody = Type.Object({
  fileName: Type.Optional(freeText({ maxLength: 255, description: 'Its ending is looked at; it is not kept.' })),
  bytes: wholeNumber({ minimum: 0 }),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
});

export const Finding = Type.Object({
  line: Type.Integer(),
  column: Type.String(),
  kind: Type.String(),
  found: Type.Optional(Type.String({ description: 'A survey code or grade that is on no list; no other value.' })),
  message: Type.String(),
  whatToDo: Type.String(),
  leftOut: Type.Enum(['row', 'answer'] as const),
});
export type Finding = Static<typeof Finding>;

export const UploadReport = Type.Object({
  rows: Type.Integer({ description: 'Of the file, its header aside.' }),
  homes: Type.Integer({ description: 'Students that accepting would load, those without fixed residence aside.' }),
  noFixedResidence: Type.Integer(),
  findings: Type.Array(Finding, { description: 'The first 500; report.csv holds all that were kept.' }),
  findingCounts: Type.Record(Type.String(), Type.Integer()),
  notes: Type.Array(Type.String()),
  warnings: Type.Array(Warning),
});
export type UploadReport = Static<typeof UploadReport>;

export const Replaces = Type.Object({
  acceptedAt: Type.String(),
  homesBefore: Type.Integer(),
  homesAfter: Type.Integer(),
  added: Type.Integer(),
  removed: Type.Integer(),
  moved: Type.Integer({ description: 'In another cell than before.' }),
  answersChanged: Type.Integer(),
});
export type Replaces = Static<typeof Replaces>;

export const Upload = Type.Object({
  id: Type.String(),
  collectionId: Type.Integer(),
  leaId: Type.String(),
  state: Type.Enum(UPLOAD_STATES),
  bytes: Type.Integer(),
  received: Type.Integer(),
  sha256: Type.String(),
  startedAt: Type.String(),
  refusal: orNull(
    Type.Object(
      { code: Type.String(), detail: Type.String() },
      { description: 'Why the whole file was refused, once it was checked.' },
    ),
  ),
  report: orNull(UploadReport),
  replaces: orNull(Replaces),
  certificateId: orNull(Type.String()),
});
export type Upload = Static<typeof Upload>;

/** Answer to beginning. `same`: this file is accepted already, send nothing. */
export const UploadBegun = Type.Union([
  Type.Object({ state: Type.Literal('same'), acceptedAt: Type.String(), certificateId: orNull(Type.String()) }),
  Upload,
]);
export type UploadBegun = Static<typeof UploadBegun>;

export const ChunkQuery = Type.Object({ offset: wholeNumber({ minimum: 0 }) });
export const ChunkAnswer = Type.Object({ received: Type.Integer() });

export const AcceptBody = Type.Object({
  replace: Type.Optional(Type.Boolean()),
  manyInOnePlace: Type.Optional(
    Type.Boolean({
      description: 'That it is right where half of the homes or more lie in one hexagon, or at schools.',
    }),
  ),
});
export type AcceptBody = Static<typeof AcceptBody>;
export const Accepted = Type.Object({
  state: Type.Enum(['accepted', 'accepted_with_notes'] as const),
  certificateId: Type.String(),
});
export type Accepted = Static<typeof Accepted>;

export const TakenBack = Type.Object({
  takenBackAt: Type.String(),
  certificateId: orNull(Type.String({ description: 'Of the file; null where it came by the command.' })),
});
export type TakenBack = Static<typeof TakenBack>;

const OUTCOMES = ['accepted', 'accepted_with_notes', 'refused', 'discarded', 'abandoned'] as const;

export const Certificate = Type.Object({
  id: Type.String(),
  statement: Type.String({ description: 'What was received, what became of it, and when it was deleted.' }),
  issuer: Type.String({ description: 'Whose server this is: its state where one is loaded, and its address.' }),
  collection: Type.String(),
  leaId: Type.String(),
  districtName: Type.String(),
  outcome: Type.Enum(OUTCOMES),
  sha256: Type.String(),
  bytes: orNull(Type.Integer({ description: 'For the district; null for a coordinator.' })),
  rows: orNull(Type.Integer({ description: 'For the district; null for a coordinator, and where it was never read.' })),
  startedAt: Type.String(),
  decidedAt: Type.String({ description: 'When it was accepted, refused, discarded or given up.' }),
  deletedAt: orNull(Type.String({ description: 'Null while the raw bytes are still kept.' })),
  deleteAfter: orNull(
    Type.String({ description: 'When they will be deleted, where the operator keeps them a while.' }),
  ),
  takenBackAt: orNull(
    Type.String({
      description: 'When the district took back what it had accepted: releases made since do without it.',
    }),
  ),
  method: Type.String({ description: 'How they were deleted.' }),
  synthetic: Type.Boolean(),
  signature: Type.String({ description: 'HMAC-SHA-256 of all else, with a key of the server’s secret.' }),
  verify: Type.String({ description: 'How to have the signature checked.' }),
});
export type Certificate = Static<typeof Certificate>;

export const Verified = Type.Object({ genuine: Type.Boolean() });

export const Discarded = Type.Object({
  certificateId: orNull(Type.String({ description: 'Null when not a byte had come.' })),
});
