/** What staff write down: dockets, doubts, windows. Nothing is deleted; what is over gets an end. */
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import type { ChallengeWindow, Doubt, NoteBody, WindowBody } from './contract.ts';

/** @throws Refusal 404 when the reader knows of no such filing */
export async function writeNote(tx: Tx, { kind, filing, provider, words }: NoteBody, by: string): Promise<number> {
  const { source, publisher, title, asOf } = filing;
  const known = await tx.maybe(
    'select 1 as known from coverage.filings where (source, publisher, title, as_of) = ($1, $2, $3, $4::date) and state_fips = places.own_state()',
    [source, publisher, title, asOf],
  );
  if (!known) throw refusal('workbench.no-filing', 404);
  const { id } = await tx.one<{ id: number }>(
    `insert into workbench.notes (kind, source, publisher, title, as_of, provider_id, provider_name, words, written_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     returning id`,
    [kind, source, publisher, title, asOf, provider?.id ?? null, provider?.name ?? null, words.trim(), by],
  );
  return id;
}

/** @throws Refusal 404 when the reader has no such note that stands */
export async function endNote(tx: Tx, id: number): Promise<{ kind: 'docket' | 'doubt' }> {
  const ended = await tx.maybe<{ kind: 'docket' | 'doubt' }>(
    'update workbench.notes set ended_at = now() where id = $1 and ended_at is null returning kind',
    [id],
  );
  if (!ended) throw refusal('workbench.no-note', 404);
  return ended;
}

/** Doubts that stand, the newest first. */
export function doubts(tx: Tx): Promise<(Doubt & { key: string })[]> {
  return tx.rows(
    `-- one row: a doubt
     select
       id,
       coalesce(provider_id::text, provider_name) as key,
       source,
       publisher,
       title,
       as_of::text as "asOf",
       words as reason,
       to_char(written_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "writtenAt",
       written_by as "writtenBy"
     from workbench.notes
     where kind = 'doubt'
       and ended_at is null
     order by id desc`,
  );
}

export function windows(tx: Tx): Promise<ChallengeWindow[]> {
  return tx.rows(
    `select id, name, opens_on::text as "opensOn", closes_on::text as "closesOn"
     from workbench.windows
     where ended_at is null
     order by opens_on, id`,
  );
}

export async function writeWindow(tx: Tx, { name, opensOn, closesOn }: WindowBody, by: string): Promise<number> {
  const { id } = await tx.one<{ id: number }>(
    'insert into workbench.windows (name, opens_on, closes_on, written_by) values ($1, $2, $3, $4) returning id',
    [name.trim(), opensOn, closesOn, by],
  );
  return id;
}

/** @throws Refusal 404 when the reader has no such window that stands */
export async function endWindow(tx: Tx, id: number): Promise<void> {
  const ended = await tx.run('update workbench.windows set ended_at = now() where id = $1 and ended_at is null', [id]);
  if (ended === 0) throw refusal('workbench.no-note', 404);
}
