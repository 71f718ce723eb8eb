import { type Config, DATABASE_URLS } from '../config.ts';
import type { DatabaseKind, Tx } from '../platform/db.ts';

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
): string[] {
  if (kind === 'embedded')
    return ['The embedded database has a single user: whoever reads the data folder reads everything.'];
  return [...separationInWords(config, without), ...encryptionInWords(config)];
}

function separationInWords(
  { databaseUrl, databaseWorkerUrl, databaseOwnerUrl }: Addresses,
  without: readonly string[],
): string[] {
  const users = [databaseUrl, databaseWorkerUrl ?? databaseUrl, databaseOwnerUrl ?? databaseUrl].map(userIn);
  const own = users.filter((user) => user !== undefined);
  if (without.length === 0 && new Set(own).size === own.length) return ['API, worker and commands log in separately.'];
  return [
    'Warning: API, worker and commands do not log in separately, so that whoever takes the API over has the database. As the owner:',
    ...without.map((role) => `  alter role ${role} login password '...';`),
    '  Then DATABASE_URL logs in as gapmap_api, DATABASE_WORKER_URL as gapmap_worker and DATABASE_OWNER_URL as the owner.',
  ];
}

function userIn(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).username;
}

function encryptionInWords(config: Addresses): string[] {
  const values = [config.databaseUrl, config.databaseWorkerUrl, config.databaseOwnerUrl];
  const open = DATABASE_URLS.filter((_, i) => values[i] !== undefined && isInTheClear(values[i]));
  if (open.length === 0) return [];
  return [
    `Warning: ${open.join(' and ')} ${open.length === 1 ? 'reaches' : 'reach'} another machine without a checked certificate: add sslmode=verify-full, and sslrootcert=FILE for an authority of your own.`,
  ];
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
