import { type Config, DATABASE_URLS } from '../config.ts';
import type { DatabaseKind, Tx } from '../platform/db.ts';
import type { ServerMessages } from '../platform/messages.ts';

type SecretMessages = ServerMessages['terminal']['secrets'];

/** The address of each login, by setting; undefined: it uses DATABASE_URL. */
type Addresses = Pick<Config, 'databaseUrl' | 'databaseWorkerUrl' | 'databaseOwnerUrl'>;

/** Those of the API's and the worker's roles that may not log in yet. */
export async function rolesWithoutLogin(tx: Tx): Promise<string[]> {
  const roles = await tx.rows<{ role: string }>(
    "select rolname as role from pg_roles where rolname in ('gapmap_api', 'gapmap_worker') and not rolcanlogin order by 1",
  );
  return roles.map(({ role }) => role);
}

/** Who logs in to the database, and what an operator should put right about it. Says no user, address or password. */
export function loginsInWords(
  { kind, without }: { kind: DatabaseKind; without: readonly string[] },
  config: Addresses,
  words: SecretMessages,
): string[] {
  if (kind === 'embedded') return [words.oneUser];
  return [...separationInWords(config, without, words), ...encryptionInWords(config, words)];
}

function separationInWords(
  { databaseUrl, databaseWorkerUrl, databaseOwnerUrl }: Addresses,
  without: readonly string[],
  words: SecretMessages,
): string[] {
  const users = [databaseUrl, databaseWorkerUrl ?? databaseUrl, databaseOwnerUrl ?? databaseUrl].map(userIn);
  const own = users.filter((user) => user !== undefined);
  if (without.length === 0 && new Set(own).size === own.length) return [words.separate];
  return [words.together, ...without.map((role) => `  alter role ${role} login password '...';`), words.thenLogIn];
}

function userIn(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).username;
}

function encryptionInWords(config: Addresses, words: SecretMessages): string[] {
  const values = [config.databaseUrl, config.databaseWorkerUrl, config.databaseOwnerUrl];
  const names = DATABASE_URLS.filter((_, i) => values[i] !== undefined && isInTheClear(values[i]));
  return names.length === 0 ? [] : [words.unchecked({ names })];
}

/** Modes in which node-postgres encrypts and checks the certificate. */
const CHECKED = new Set(['verify-full', 'verify-ca', 'require']);

/** Whether a connection leaves the machine without TLS, or without a check of whom it speaks with. */
function isInTheClear(text: string): boolean {
  const url = new URL(text);
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname);
  const isHere = host === '' || host.startsWith('/') || /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);
  return !isHere && !CHECKED.has(url.searchParams.get('sslmode') ?? '');
}
