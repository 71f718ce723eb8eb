import type { Tx } from '../../platform/db.ts';
import { cursorAt, positionOf } from '../../platform/lists.ts';
import type { Disclosure, DisclosureBody, DisclosureList } from './contract.ts';

/** Entries that Gapmap writes about itself. */
export interface OwnDisclosure extends DisclosureBody {
  readonly kind: Exclude<Disclosure['kind'], 'other'>;
  /** FIPS code of the state whose coordinators may read it. */
  readonly stateFips: string;
}

/** Legal grounds, in the words of 34 CFR part 99 (FERPA). */
export const BASIS = {
  deIdentified: '34 CFR 99.31(b)(1): de-identified, protected by the floors of the release',
  operational: 'No education record: how far a collection has come, no row of a student',
  own: 'The district’s own records, to the district itself',
} as const;

/** Writes an entry in the transaction of its event, so that neither exists without the other. */
export async function recordDisclosure(tx: Tx, entry: OwnDisclosure): Promise<void> {
  await tx.run(`insert into disclosures.entries (${COLUMNS}, state_fips) values ($1, $2, $3, $4, $5, $6, $7, $8)`, [
    ...valuesOf(entry.kind, entry, 'Gapmap'),
    entry.stateFips,
  ]);
}

/** Adds an entry for the transaction's state. @param enteredBy label of the coordinator's link */
export async function enterDisclosure(tx: Tx, entry: DisclosureBody, enteredBy: string): Promise<Disclosure> {
  const row = await tx.one<DisclosureRow>(
    `insert into disclosures.entries (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7) returning id, at, ${COLUMNS}`,
    valuesOf('other', entry, enteredBy),
  );
  return disclosureOf(row);
}

/** Newest first. @param cursor `next` of the previous page */
export async function disclosuresPage(tx: Tx, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
  const skipped = positionOf(cursor);
  const rows = await tx.rows<DisclosureRow>(`${ENTRIES} order by id desc limit $1 offset $2`, [limit + 1, skipped]);
  return {
    disclosures: rows.slice(0, limit).map(disclosureOf),
    next: rows.length > limit ? cursorAt(skipped + limit) : null,
  } satisfies DisclosureList;
}

/** Every entry, oldest first. */
export async function allDisclosures(tx: Tx): Promise<Disclosure[]> {
  return (await tx.rows<DisclosureRow>(`${ENTRIES} order by id`)).map(disclosureOf);
}

interface DisclosureRow {
  id: bigint;
  at: Date;
  kind: Disclosure['kind'];
  who: string;
  what: string;
  audience: string;
  basis: string;
  note: string | null;
  entered_by: string;
}

const COLUMNS = 'kind, who, what, audience, basis, note, entered_by';
const ENTRIES = `select id, at, ${COLUMNS} from disclosures.entries`;

function valuesOf(kind: string, entry: DisclosureBody, enteredBy: string): (string | null)[] {
  const { who, what, audience, basis, note } = entry;
  return [kind, who.trim(), what.trim(), audience, basis.trim(), note?.trim() || null, enteredBy];
}

function disclosureOf({ id, at, entered_by, ...entry }: DisclosureRow): Disclosure {
  return { id: Number(id), at: at.toISOString(), ...entry, enteredBy: entered_by };
}
