import { createHash, randomBytes } from 'node:crypto';
import { Value } from 'typebox/value';
import type { Deps } from '../../deps.ts';
import { type Coordinator, stateOf, type TokenHolder } from '../../domain/actor.ts';
import type { Db, OwnerDb, Tx } from '../../platform/db.ts';
import { RowId } from '../../platform/fields.ts';
import { COMMAND_LINE, type Doer, recordAct } from '../audit/index.ts';
import { recordDisclosure } from '../disclosures/index.ts';
import { holderOf } from './caller-row.ts';
import { accountErrors } from './errors.ts';
import { disclosureOf } from './token-disclosure.ts';
import type { TokenRequest } from './token-request.ts';

export interface NewToken {
  readonly id: number;
  /** Available only now: the database stores its hash. */
  readonly token: string;
  /** Path of the page that asks whether to open it, and begins a session. */
  readonly link: string;
  readonly expiresAt: Date;
}

export interface OpenedToken {
  readonly id: number;
  readonly caller: TokenHolder;
  readonly label: string;
  readonly expiresAt: Date;
}

export interface TokenRow {
  readonly role: TokenHolder['role'];
  /** Null: made before tokens had a state; it opens nothing. */
  readonly state_fips: string | null;
  readonly lea_id: string | null;
  readonly provider_id: number | null;
}

export interface ListedToken extends TokenRow {
  readonly id: number;
  readonly label: string;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
}

/** Makes ours recognizable to scanners for leaked secrets. */
const PREFIX = 'gapmap_';
const TOKEN = /^gapmap_[\w-]{43}$/;
const TOKEN_BYTES = 32;
const DEFAULT_DAYS = 30;
const MOST_DAYS = 366;

/** As the database's owner. @throws Refusal token.* when the holder, label or days are invalid */
export function createToken({ db }: { db: OwnerDb }, request: TokenRequest): Promise<NewToken> {
  return storeToken((work) => db.asOwner(work), request, COMMAND_LINE(stateOf(request) ?? null));
}

/** The same for a coordinator's request: links of districts of its state, for one of its collections. */
export function issueLink(
  { db }: { db: Db },
  { stateFips }: Coordinator,
  request: TokenRequest & { role: 'district'; collectionId: number },
  doer: Doer,
): Promise<NewToken> {
  return storeToken((work) => db.as({ role: 'issuer', stateFips }, work), request, doer);
}

type InOneTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

async function storeToken(inOneTransaction: InOneTransaction, request: TokenRequest, doer: Doer): Promise<NewToken> {
  refuseInvalid(request);
  const token = tokenOf(randomBytes(TOKEN_BYTES));
  return inOneTransaction((tx) => addToken(tx, request, { token, seed: null }, doer));
}

/** 32 bytes as a token is written. */
export function tokenOf(bytes: Buffer): string {
  return `${PREFIX}${bytes.toString('base64url')}`;
}

/** @throws Refusal token.* when the holder, label or days are invalid */
function refuseInvalid(request: TokenRequest): void {
  const { role, label, days = DEFAULT_DAYS } = request;
  if (role === 'district' && !/^\d{7}$/.test(request.leaId)) throw accountErrors.leaId();
  if (!/^\d{2}$/.test(stateOf(request) ?? '')) throw accountErrors.state();
  if (role === 'provider' && !Value.Check(RowId, request.providerId)) throw accountErrors.providerId();
  if (label.trim() === '' || label.length > 100) throw accountErrors.label();
  if (!(Number.isInteger(days) && days >= 1 && days <= MOST_DAYS)) throw accountErrors.days(MOST_DAYS);
}

/** With the entries of both logs, and the end of the link before. @param seed of a token that is derived; null: it is random */
export async function addToken(
  tx: Tx,
  request: TokenRequest,
  { token, seed }: { token: string; seed: string | null },
  doer: Doer,
): Promise<NewToken> {
  const { role, label, days = DEFAULT_DAYS } = request;
  const leaId = role === 'district' ? request.leaId : null;
  const providerId = role === 'provider' ? request.providerId : null;
  if (request.collectionId !== undefined) await endLinksBefore(tx, request.collectionId, leaId);
  await recordDisclosure(tx, await disclosureOf(tx, request, days));
  const { id, expires_at } = await tx.one<{ id: number; expires_at: Date }>(
    `insert into accounts.tokens (hash, role, state_fips, lea_id, provider_id, label, expires_at, collection_id, seed)
     values ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7), $8, $9)
     returning id, expires_at`,
    [
      secretHash(token),
      role,
      stateOf(request) ?? null,
      leaId,
      providerId,
      label.trim(),
      days,
      request.collectionId ?? null,
      seed,
    ],
  );
  await recordAct(tx, doer, { did: 'links.given', thing: `link ${id}, ${role}`, note: label.trim() });
  return { id, token, link: `/enter/${token}`, expiresAt: expires_at };
}

/** In the transaction that makes the next link. The lock makes those who ask at once take turns, so that one link is left. */
async function endLinksBefore(tx: Tx, collectionId: number, leaId: string | null): Promise<void> {
  await tx.one('select intake.hold_collection($1)', [collectionId]);
  await tx.run(
    `update accounts.tokens
     set revoked_at = now()
     where collection_id = $1
       and lea_id = $2
       and revoked_at is null
       and expires_at > now()`,
    [collectionId, leaId],
  );
}

/** What a token opens, or undefined when it is unknown, expired or revoked. */
export async function openToken(db: Db, token: string): Promise<OpenedToken | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const row = await db.as({ role: 'unknown' }, (tx) =>
    tx.maybe<TokenRow & Pick<ListedToken, 'id' | 'label' | 'expires_at'>>(
      'select id, role, state_fips, lea_id, provider_id, label, expires_at from accounts.token_opens($1)',
      [secretHash(token)],
    ),
  );
  return row && { id: row.id, caller: holderOf(row), label: row.label, expiresAt: row.expires_at };
}

/** Number of a token that has expired or was revoked, for the log; undefined for any other text. */
export async function endedToken(db: Db, token: string): Promise<number | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const { id } = await db.as({ role: 'unknown' }, (tx) =>
    tx.one<{ id: number | null }>('select accounts.ended_token($1) as id', [secretHash(token)]),
  );
  return id ?? undefined;
}

/** All tokens, newest first: their roles, never the tokens themselves. */
export function listTokens({ db }: Pick<Deps, 'db'>): Promise<ListedToken[]> {
  return db.asOwner((tx) =>
    tx.rows<ListedToken>(
      `select id, role, state_fips, lea_id, provider_id, label, created_at, expires_at, revoked_at
       from accounts.tokens
       order by id desc`,
    ),
  );
}

/** As the database's owner. @throws Refusal token.unknown when no valid token has that number */
export function revokeToken({ db }: { db: OwnerDb }, id: number): Promise<void> {
  return endToken(
    (work) => db.asOwner(work),
    id,
    async (tx) => {
      const token = await tx.one<Pick<TokenRow, 'state_fips'>>('select state_fips from accounts.tokens where id = $1', [
        id,
      ]);
      return COMMAND_LINE(token.state_fips);
    },
  );
}

/** The same for a coordinator's request, of a link that a coordinator of its state gave. */
export function revokeLink({ db }: { db: Db }, { stateFips }: Coordinator, id: number, doer: Doer): Promise<void> {
  return endToken(
    (work) => db.as({ role: 'issuer', stateFips }, work),
    id,
    async () => doer,
  );
}

async function endToken(
  inOneTransaction: InOneTransaction,
  id: number,
  doerOf: (tx: Tx) => Promise<Doer>,
): Promise<void> {
  await inOneTransaction(async (tx) => {
    const revoked = await tx.run(
      `update accounts.tokens
       set revoked_at = now()
       where id = $1
         and revoked_at is null
         and expires_at > now()`,
      [id],
    );
    if (revoked === 0) throw accountErrors.unknown(String(id));
    await recordAct(tx, await doerOf(tx), { did: 'links.ended', thing: `link ${id}` });
  });
}

/** Revokes every token with a label. Returns how many. */
export function revokeTokensLabelled({ db }: Pick<Deps, 'db'>, label: string): Promise<number> {
  return db.asOwner((tx) =>
    tx.run('update accounts.tokens set revoked_at = now() where label = $1 and revoked_at is null', [label]),
  );
}

/** What the database keeps of a token or of a session's id: SHA-256, as both are random bytes. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
