/** Sessions in the database. Each question shows what its asker holds, a session or a token; only hashes get there. */
import type { Caller } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import { holderOf, secretHash, type TokenRow } from './tokens.ts';

/** Without a link: how long it may rest, and how long it lasts. */
const IDLE = '30 minutes';
const LONGEST = '12 hours';

export interface OpenedSession {
  readonly id: number;
  /** What the steps of a sign-in keep for each other. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Undefined: nobody has entered in it. */
  readonly link:
    | { readonly tokenId: number; readonly caller: Caller; readonly label: string; readonly expiresAt: Date }
    | undefined;
}

interface SessionRow extends TokenRow {
  readonly session_id: number;
  readonly data: Record<string, unknown>;
  readonly token_id: number | null;
  readonly label: string;
  readonly expires_at: Date;
}

export interface ListedSession {
  readonly id: number;
  /** What `browserKind` returned. */
  readonly browser: string;
  readonly begunAt: Date;
  /** Five minutes exact. */
  readonly usedAt: Date;
  /** The one that asks. */
  readonly isOwn: boolean;
}

export interface WrittenSession {
  /** Hash of the token it is begun with; undefined: none, or it is begun already. */
  readonly token: Buffer | undefined;
  readonly browser: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Begins a session or stores what changed in it. @returns false when the token is not good */
export async function writeSession(db: Db, id: string, { token, browser, data }: WrittenSession): Promise<boolean> {
  const { written } = await db.as({ role: 'unknown' }, (tx) =>
    tx.one<{ written: boolean }>(
      'select accounts.write_session($1, $2, $3, $4::jsonb, $5::interval, $6::interval) as written',
      [secretHash(id), token ?? null, browser, JSON.stringify(data), IDLE, LONGEST],
    ),
  );
  return written;
}

/** What a session opens now, or undefined. Writes down that it was used, every five minutes. */
export async function openSession(db: Db, id: string): Promise<OpenedSession | undefined> {
  const row = await db.as({ role: 'unknown' }, (tx) =>
    tx.maybe<SessionRow>(
      `select session_id, data, token_id, role, state_fips, lea_id, provider_id, label, expires_at
       from accounts.session_opens($1)`,
      [secretHash(id)],
    ),
  );
  if (!row) return undefined;
  const { session_id, data, token_id: tokenId, label, expires_at: expiresAt } = row;
  return {
    id: session_id,
    data,
    link: tokenId === null ? undefined : { tokenId, caller: holderOf(row), label, expiresAt },
  };
}

/** All sessions of the asker's link, the latest used first. @param held session's id or token */
export async function sessionsBeside(db: Db, held: string): Promise<ListedSession[]> {
  const rows = await db.as({ role: 'unknown' }, (tx) =>
    tx.rows<{ id: number; browser: string; begun_at: Date; used_at: Date; is_own: boolean }>(
      'select id, browser, begun_at, used_at, is_own from accounts.sessions_beside($1)',
      [secretHash(held)],
    ),
  );
  return rows.map(({ id, browser, begun_at: begunAt, used_at: usedAt, is_own: isOwn }) => ({
    id,
    browser,
    begunAt,
    usedAt,
    isOwn,
  }));
}

/** @param held session's id or token @returns false when the asker's link has no such session */
export async function endSessionBeside(db: Db, held: string, id: number): Promise<boolean> {
  const { ended } = await db.as({ role: 'unknown' }, (tx) =>
    tx.one<{ ended: boolean }>('select accounts.end_session_beside($1, $2) as ended', [secretHash(held), id]),
  );
  return ended;
}

export async function endSession(db: Db, id: string): Promise<void> {
  await db.as({ role: 'unknown' }, (tx) => tx.run('select accounts.end_session($1)', [secretHash(id)]));
}
