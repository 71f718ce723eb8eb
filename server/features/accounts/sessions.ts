/** Sessions in the database. Each query presents what its asker holds, a session id or a token, as a hash. */
import type { Caller, PersonRole, TokenHolder } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import { callerIn } from './caller-row.ts';
import { secretHash } from './tokens.ts';

/** Without a link: how long it may rest, and how long it lasts. */
const IDLE = '30 minutes';
const LONGEST = '12 hours';

export interface OpenedSession {
  readonly id: number;
  /** What the steps of a sign-in keep for each other. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Whoever entered in it by a link or signed in; undefined: nobody has. */
  readonly entered: Entered | undefined;
}

export interface Entered {
  readonly caller: Caller;
  /** Undefined for a person. */
  readonly tokenId: number | undefined;
  /** Undefined for a link. */
  readonly person: SignedIn | undefined;
  /** Recipient of the link, or the person's name. */
  readonly label: string;
  readonly expiresAt: Date;
}

/** A person who has signed in, in one of the person's roles. */
export interface SignedIn {
  readonly id: number;
  readonly membershipId: number;
  readonly role: PersonRole;
  readonly name: string;
  readonly organization: string;
  /** Undefined: by a passkey or an invitation. */
  readonly issuer: string | undefined;
}

interface SessionRow {
  readonly session_id: number;
  readonly data: Record<string, unknown>;
  readonly role: TokenHolder['role'] | PersonRole;
  readonly state_fips: string | null;
  readonly lea_id: string | null;
  readonly provider_id: number | null;
  readonly token_id: number | null;
  readonly label: string;
  readonly expires_at: Date;
  readonly person_id: number | null;
  readonly membership_id: number | null;
  readonly issuer: string | null;
  readonly organization: string | null;
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

/** The person and role of a session that begins. */
export interface PersonEntering {
  readonly personId: number;
  readonly membershipId: number;
  /** Undefined: by a passkey or an invitation. */
  readonly issuer: string | undefined;
}

/** Begins a person's session; it ends unused after half an hour, and after half a day. Does nothing when it is begun already. */
export async function beginPersonSession(
  db: Db,
  id: string,
  { personId, membershipId, issuer, browser }: PersonEntering & { readonly browser: string },
): Promise<void> {
  await db.as({ role: 'doorkeeper' }, (tx) =>
    tx.run(
      `insert into accounts.sessions (hash, browser, expires_at, idle, person_id, membership_id, issuer)
       values ($1, $2, now() + $3::interval, $4::interval, $5, $6, $7)
       on conflict do nothing`,
      [secretHash(id), browser, LONGEST, IDLE, personId, membershipId, issuer ?? null],
    ),
  );
}

/** What a session opens now, or undefined. Writes down that it was used, every five minutes. */
export async function openSession(db: Db, id: string): Promise<OpenedSession | undefined> {
  const row = await db.as({ role: 'unknown' }, (tx) =>
    tx.maybe<SessionRow>(
      `select session_id, data, token_id, role, state_fips, lea_id, provider_id, label, expires_at, person_id, membership_id, issuer,
         organization
       from accounts.session_opens($1)`,
      [secretHash(id)],
    ),
  );
  if (!row) return undefined;
  return { id: row.session_id, data: row.data, entered: enteredIn(row) };
}

function enteredIn(row: SessionRow): Entered | undefined {
  const { token_id: tokenId, label, expires_at: expiresAt } = row;
  const person = personIn(row);
  if (tokenId === null && !person) return undefined;
  return { caller: callerIn(row), tokenId: tokenId ?? undefined, person, label, expiresAt };
}

function personIn({ person_id: id, membership_id: membershipId, role, label: name, ...row }: SessionRow) {
  if (id === null || membershipId === null) return undefined;
  const organization = row.organization ?? '';
  return { id, membershipId, role: role as PersonRole, name, organization, issuer: row.issuer ?? undefined };
}

/** All sessions of the asker's link, or of the asking person, the latest used first. @param held session's id or token */
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

/** @param held session's id or token @returns false when the asker has no such session */
export async function endSessionBeside(db: Db, held: string, id: number): Promise<boolean> {
  const { ended } = await db.as({ role: 'unknown' }, (tx) =>
    tx.one<{ ended: boolean }>('select accounts.end_session_beside($1, $2) as ended', [secretHash(held), id]),
  );
  return ended;
}

/** Roles of the person whose session it is. */
export interface OwnRole {
  readonly id: number;
  readonly role: PersonRole;
  readonly organization: string;
  /** The one that the session acts in. */
  readonly isOwn: boolean;
}

export async function rolesBeside(db: Db, held: string): Promise<OwnRole[]> {
  const rows = await db.as({ role: 'unknown' }, (tx) =>
    tx.rows<Omit<OwnRole, 'isOwn'> & { is_own: boolean }>(
      'select id, role, organization, is_own from accounts.memberships_of($1)',
      [secretHash(held)],
    ),
  );
  return rows.map(({ is_own: isOwn, ...role }) => ({ ...role, isOwn }));
}

/** Makes a person's session act in another of the person's roles. @returns false when the person has no such role */
export async function actIn(db: Db, held: string, membershipId: number): Promise<boolean> {
  const { changed } = await db.as({ role: 'unknown' }, (tx) =>
    tx.one<{ changed: boolean }>('select accounts.act_in($1, $2) as changed', [secretHash(held), membershipId]),
  );
  return changed;
}

export async function endSession(db: Db, id: string): Promise<void> {
  await db.as({ role: 'unknown' }, (tx) => tx.run('select accounts.end_session($1)', [secretHash(id)]));
}
