/**
 * What a browser keeps about exports: the mapping of each shape of export, and the person's meanings of address types.
 * Columns are kept by position under a digest of the header, because a header may turn out to be a row of somebody's
 * data; address types by digest too; nothing of a row or the key. A browser that keeps nothing is not an error.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { FIELDS, type Mapping, usesOf } from '../../../../server/domain/anonymize/fields.ts';
import {
  SAID_KINDS,
  type SaidKind,
  type SaidResidences,
} from '../../../../server/domain/anonymize/residence/residence-values.ts';
import { BROWSER, listOn, write } from '../../lib/shelf.ts';

const COLUMNS = 'gapmap.prepare.columns';

/** Limit of remembered shapes; the oldest is forgotten first. */
const KEPT_SHAPES = 10;

interface KeptShape {
  readonly signature: string;
  readonly columns: Mapping;
  readonly residences?: unknown;
}

/** A person's mapping of exports of this shape. */
export interface Choices {
  readonly mapping: Mapping;
  readonly residences: SaidResidences;
  /** True: kept before columns of homelessness existed; add the file's own. */
  readonly neverAskedOfHomelessness?: true;
}

/** @returns undefined when no file with exactly this header was mapped here before */
export function rememberedChoices(header: readonly string[], shelf = BROWSER): Choices | undefined {
  const kept = listOn(shelf, COLUMNS, isShape).find((shape) => shape.signature === signatureOf(header));
  if (!kept) return undefined;
  const { columns } = kept;
  const isColumn = (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < header.length;
  const mapping = Object.fromEntries(
    FIELDS.flatMap((field) => (isColumn(columns[field]) ? [[field, columns[field]]] : [])),
  ) as Mapping;
  const homeless: unknown = columns.homeless;
  if (Array.isArray(homeless) && homeless.length > 0 && homeless.every(isColumn)) mapping.homeless = homeless;
  const residences = saidIn(kept.residences);
  return Array.isArray(homeless) ? { mapping, residences } : { mapping, residences, neverAskedOfHomelessness: true };
}

/** Adds this file's columns of homelessness to a choice made before they existed. */
export function withHomelessness({ mapping, neverAskedOfHomelessness }: Choices, { homeless = [] }: Mapping): Mapping {
  const used = new Set(usesOf(mapping).map(({ column }) => column));
  const found = neverAskedOfHomelessness ? homeless.filter((column) => !used.has(column)) : [];
  return found.length > 0 ? { ...mapping, homeless: found } : mapping;
}

export function rememberChoices(header: readonly string[], { mapping, residences }: Choices, shelf = BROWSER): void {
  const signature = signatureOf(header);
  const others = listOn(shelf, COLUMNS, isShape).filter((shape) => shape.signature !== signature);
  const kept: KeptShape = { signature, columns: { ...mapping, homeless: mapping.homeless ?? [] }, residences };
  write(shelf, COLUMNS, JSON.stringify([kept, ...others].slice(0, KEPT_SHAPES)));
}

/** Forgets mappings and meanings of address types; keeps the district's number. */
export function forgetChoices(shelf = BROWSER): void {
  write(shelf, COLUMNS, '[]');
}

function saidIn(kept: unknown): SaidResidences {
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).filter((pair): pair is [string, SaidKind] =>
      (SAID_KINDS as readonly unknown[]).includes(pair[1]),
    ),
  );
}

function signatureOf(header: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(header.map((name) => name.trim().toLowerCase()).join('\u001f'))));
}

function isShape(value: unknown): value is KeptShape {
  const shape = value as Partial<KeptShape> | null;
  return typeof shape?.signature === 'string' && typeof shape.columns === 'object' && shape.columns !== null;
}
