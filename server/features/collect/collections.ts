import { isDay } from '../../domain/day.ts';
import type { Tx } from '../../platform/db.ts';
import { sqlState } from '../../platform/db-failures.ts';
import { collectionName } from '../intake/index.ts';
import type { Collection, CollectionFields } from './contract.ts';
import { COUNTED_DISTRICTS } from './district-state.ts';
import { collectErrors } from './errors.ts';

/** Where a collection stands among others: its first day; without a window the day on which it was made. */
const BEGINS = 'coalesce(c.opens_on, c.created_at::date)';

/** Collections the caller may see, newest first, with the progress of the districts it may see. */
export async function collectionsFor(tx: Tx): Promise<Collection[]> {
  return (await tx.rows<CollectionRow>(`${COLLECTIONS} order by ${BEGINS} desc, c.id desc`)).map(collectionOf);
}

/** @throws Refusal collect.unknown */
export async function collectionFor(tx: Tx, id: number): Promise<Collection> {
  const row = await tx.maybe<CollectionRow>(`${COLLECTIONS} where c.id = $1`, [id]);
  if (!row) throw collectErrors.unknownCollection();
  return collectionOf(row);
}

/** @throws Refusal collect.* when the name is taken or the window is invalid */
export async function createCollection(tx: Tx, fields: CollectionFields): Promise<Collection> {
  const values = await valuesOf(tx, fields);
  const { id } = await unlessTaken(
    tx.one<{ id: number }>(
      `insert into intake.collections (name, opens_on, closes_on, questions, contact)
       values ($1, $2, $3, $4, coalesce($5, ''))
       returning id`,
      values,
    ),
  );
  return collectionFor(tx, id);
}

/** @throws Refusal collect.* as above, or when there is no such collection */
export async function changeCollection(tx: Tx, id: number, fields: CollectionFields): Promise<Collection> {
  await collectionFor(tx, id);
  const values = await valuesOf(tx, fields, id);
  await unlessTaken(
    tx.run(
      `update intake.collections
       set name = $1, opens_on = $2, closes_on = $3, questions = $4, contact = coalesce($5, contact)
       where id = $6`,
      [...values, id],
    ),
  );
  return collectionFor(tx, id);
}

/** Two who give one name at the same moment both find it free; the index takes the first. */
async function unlessTaken<T>(written: Promise<T>): Promise<T> {
  try {
    return await written;
  } catch (error) {
    if (sqlState(error) === UNIQUE_VIOLATION) throw collectErrors.nameTaken();
    throw error;
  }
}

const UNIQUE_VIOLATION = '23505';

/** The previous collection, whose rates are the comparison. */
export async function previousOf(tx: Tx, id: number): Promise<{ id: number; name: string } | null> {
  const before = await tx.maybe<{ id: number; name: string }>(
    `select c.id, c.name
     from intake.collections c
     join (select c.id, ${BEGINS} as begins from intake.collections c where c.id = $1) own
       on (${BEGINS}, c.id) < (own.begins, own.id)
     order by ${BEGINS} desc, c.id desc
     limit 1`,
    [id],
  );
  return before ?? null;
}

/** @throws Refusal when a collection does not take files today */
export function refuseUnlessOpen({ state, opensOn, closesOn }: Collection): void {
  if (state === 'planned') throw collectErrors.notOpenYet(opensOn ?? '');
  if (state === 'closed') throw collectErrors.closed(closesOn ?? '');
}

async function valuesOf(tx: Tx, { opensOn, closesOn, questions, contact, ...rest }: CollectionFields, own?: number) {
  const name = collectionName(rest.name);
  if (name === '' || name.length > 80) throw collectErrors.nameEmpty();
  for (const [field, day] of Object.entries({ opensOn, closesOn })) if (!isDay(day)) throw collectErrors.notADay(field);
  if (closesOn < opensOn) throw collectErrors.window();
  const taken = await tx.maybe(
    'select from intake.collections where lower(name) = lower($1) and id is distinct from $2',
    [name, own ?? null],
  );
  if (taken) throw collectErrors.nameTaken();
  return [name, opensOn, closesOn, questions, contact?.trim() ?? null] as const;
}

interface CollectionRow {
  id: number;
  name: string;
  opens_on: string | null;
  closes_on: string | null;
  questions: Collection['questions'];
  state: Collection['state'];
  synthetic: boolean;
  contact: string;
  total: number;
  prepared: number;
  received: number;
  accepted: number;
}

/** A day ends when it has ended in every state, Hawaii last. */
const STATE = `case
      when c.opens_on > (now() at time zone 'utc')::date then 'planned'
      when c.closes_on < (now() at time zone 'utc' - interval '10 hours')::date then 'closed'
      else 'open'
    end`;

const COLLECTIONS = `
  select
    c.id, c.name, c.opens_on, c.closes_on, c.questions, c.synthetic, c.contact,
    ${STATE} as state,
    n.total, n.prepared, n.received, n.accepted
  from intake.collections c
  cross join lateral (${COUNTED_DISTRICTS}) n`;

function collectionOf(row: CollectionRow): Collection {
  const { total, prepared, received, accepted, opens_on, closes_on, ...rest } = row;
  const notStarted = total - prepared - received - accepted;
  return {
    ...rest,
    opensOn: opens_on,
    closesOn: closes_on,
    districts: { total, notStarted, prepared, received, accepted },
  };
}
