/** Configuration, read once at startup. A test checks the README's table against SETTINGS. */
import { resolve } from 'node:path';
import { isAddressOrRange } from './platform/proxies.ts';
import { Secret } from './platform/secret.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Of the API, and of any other login without one of its own. All three undefined: the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly databaseWorkerUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Public address of this instance, for links, without a slash at its end; undefined: host and port. */
  readonly publicUrl: string | undefined;
  /** Addresses and ranges of the proxies before this server. */
  readonly trustedProxies: readonly string[];
  /** The state's name for its utility commission, such as PSC. */
  readonly commission: string;
  /** Path of the state's own basemap, a PMTiles file; undefined: none. */
  readonly basemap: string | undefined;
  /** 32 bytes in hexadecimal. Undefined: the one in the data folder. */
  readonly serverSecret: Secret | undefined;
  /** The secret that `rotate-secret` puts in its place. */
  readonly newServerSecret: Secret | undefined;
  /** Client with which `import edfi` reads an Ed-Fi API. */
  readonly edfiSecret: Secret | undefined;
  /** Path of the file that says who may sign in; undefined: nobody but by links. */
  readonly signIn: string | undefined;
  /** Mail server by which a worker sends, and whom mail is from; undefined: staff send by hand from the outbox. */
  readonly mail: { readonly smtpUrl: Secret; readonly from: string } | undefined;
  /** Retention of the raw bytes of an accepted upload; 0: none. */
  readonly keepUploadsHours: number;
}

interface Setting {
  readonly name: string;
  readonly fallback: string;
  readonly meaning: string;
}

export const SETTINGS = [
  { name: 'PORT', fallback: '8080', meaning: 'Port of the web server, 0 to 65535 (0: any free one).' },
  { name: 'HOST', fallback: '127.0.0.1', meaning: 'Address it listens on; `0.0.0.0` for all.' },
  {
    name: 'GAPMAP_DATA_DIR',
    fallback: '.gapmap',
    meaning: 'Folder of the embedded database, demo files, server secret, archives and rows of FCC filings.',
  },
  {
    name: 'DATABASE_URL',
    fallback: '',
    meaning:
      'PostgreSQL with PostGIS, `postgres://…?sslmode=verify-full`: the login of `gapmap serve`, and of the others where they have none. Empty: the embedded database.',
  },
  { name: 'DATABASE_WORKER_URL', fallback: '', meaning: 'The same, with the login of `gapmap work`.' },
  {
    name: 'DATABASE_OWNER_URL',
    fallback: '',
    meaning: 'The same, with the login that owns the database: of every other command, and of migrations.',
  },
  { name: 'LOG_LEVEL', fallback: 'info', meaning: '`debug`, `info`, `warn`, `error` or `silent`.' },
  {
    name: 'PUBLIC_URL',
    fallback: '',
    meaning: 'Address people use, for links. They open there only by https, or on this computer. Empty: host and port.',
  },
  {
    name: 'TRUSTED_PROXIES',
    fallback: '',
    meaning:
      'Addresses or ranges of proxies, with commas between, whose X-Forwarded-For, -Host and -Proto are believed: `10.0.0.5, 10.1.0.0/16`. Empty: nobody’s.',
  },
  {
    name: 'GAPMAP_COMMISSION',
    fallback: 'PUC',
    meaning: 'What the state calls its utility commission, in a word: `PSC` in West Virginia.',
  },
  {
    name: 'GAPMAP_BASEMAP',
    fallback: '',
    meaning:
      'A PMTiles file that is drawn under the hexes, of vector tiles (roads and water of it, in grey) or pictures. Empty: none.',
  },
  {
    name: 'GAPMAP_SERVER_SECRET',
    fallback: '',
    meaning:
      'Secret that pseudonyms are keyed with, 64 hexadecimal characters; the same for every process of an instance. Empty: made and kept in the data folder, as `server.key` in the same form.',
  },
  {
    name: 'GAPMAP_NEW_SERVER_SECRET',
    fallback: '',
    meaning: 'The one that `gapmap rotate-secret` puts in place of GAPMAP_SERVER_SECRET, in the same form.',
  },
  {
    name: 'GAPMAP_EDFI_SECRET',
    fallback: '',
    meaning: 'Client secret of the Ed-Fi API that `gapmap import edfi` reads.',
  },
  {
    name: 'GAPMAP_SIGN_IN',
    fallback: '',
    meaning:
      'A JSON file of the OpenID Connect issuers that people sign in at, and the roles that their claims give (docs/sign-in.md). Empty: people come by links.',
  },
  {
    name: 'GAPMAP_SMTP_URL',
    fallback: '',
    meaning:
      'Mail server by which `gapmap work` sends, `smtps://user:password@host:465` or `smtp://host:587`. Empty: staff open each message in /outbox and send it by hand.',
  },
  {
    name: 'GAPMAP_MAIL_FROM',
    fallback: '',
    meaning: 'Address that mail comes from: `broadband@example.gov`. Needed with GAPMAP_SMTP_URL.',
  },
  {
    name: 'GAPMAP_KEEP_UPLOADS_HOURS',
    fallback: '0',
    meaning: 'Hours an accepted upload’s raw file is kept, 0 to 720. 0: deleted in the transaction that accepts it.',
  },
] as const satisfies readonly Setting[];

/** All faults of a configuration together, in words. */
export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((f) => `  - ${f}`).join('\n')}`,
    );
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** Settings of the database's address, by login: API, worker, owner. */
export const DATABASE_URLS = ['DATABASE_URL', 'DATABASE_WORKER_URL', 'DATABASE_OWNER_URL'] as const;

/** Who logs in to a native database: `gapmap serve`, `gapmap work`, or any other command. */
export type Login = 'api' | 'worker' | 'owner';

/**
 * Address with which a login connects; undefined: the embedded database.
 *
 * @throws ConfigError where only other logins have an address: nobody means the embedded database then
 */
export function databaseUrlFor(config: Config, login: Login): string | undefined {
  const { databaseUrl, databaseWorkerUrl, databaseOwnerUrl } = config;
  const own = { api: databaseUrl, worker: databaseWorkerUrl, owner: databaseOwnerUrl }[login] ?? databaseUrl;
  if (own !== undefined || (databaseWorkerUrl ?? databaseOwnerUrl) === undefined) return own;
  const name = { api: 'DATABASE_URL', worker: 'DATABASE_WORKER_URL', owner: 'DATABASE_OWNER_URL' }[login];
  throw new ConfigError([`${name} is empty, but another login has an address; write that of this one.`]);
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** @throws ConfigError naming every invalid setting, what was found and what to write */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const faults: string[] = [];
  const value = (name: (typeof SETTINGS)[number]['name']): string =>
    env[name]?.trim() || (SETTINGS.find((setting) => setting.name === name)?.fallback ?? '');

  const port = Number(value('PORT'));
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    faults.push(`PORT is "${value('PORT')}"; write a whole number from 0 to 65535.`);

  const databaseUrls = DATABASE_URLS.map((name) => value(name) || undefined);
  // The address may contain a password, so the message must not repeat it.
  for (const [i, name] of DATABASE_URLS.entries())
    if (databaseUrls[i] && !/^postgres(ql)?:\/\//.test(databaseUrls[i]))
      faults.push(`${name} does not begin with postgres:// or postgresql://.`);
  const [databaseUrl, databaseWorkerUrl, databaseOwnerUrl] = databaseUrls;

  const logLevel = LOG_LEVELS.find((level) => level === value('LOG_LEVEL'));
  if (!logLevel) faults.push(`LOG_LEVEL is "${value('LOG_LEVEL')}"; write one of ${LOG_LEVELS.join(', ')}.`);

  const publicUrl = value('PUBLIC_URL').replace(/\/+$/, '') || undefined;
  if (publicUrl && !/^https?:\/\/\S+$/.test(publicUrl))
    faults.push(`PUBLIC_URL is "${publicUrl}"; write an address such as https://gapmap.example.gov.`);

  const trustedProxies = value('TRUSTED_PROXIES')
    .split(',')
    .map((proxy) => proxy.trim())
    .filter((proxy) => proxy !== '');
  for (const proxy of trustedProxies)
    if (!isAddressOrRange(proxy))
      faults.push(
        `TRUSTED_PROXIES names "${proxy}"; write addresses such as 10.0.0.5, or ranges such as 10.1.0.0/16, with commas between.`,
      );

  const commission = value('GAPMAP_COMMISSION');
  if (!/^[\p{L}\d .&-]{1,40}$/u.test(commission))
    faults.push('GAPMAP_COMMISSION is no name of up to 40 letters; write one such as PSC.');

  const secretIn = (name: 'GAPMAP_SERVER_SECRET' | 'GAPMAP_NEW_SERVER_SECRET'): Secret | undefined => {
    // Not repeated: a nearly valid secret is a secret.
    if (value(name) && !/^[0-9a-f]{64}$/i.test(value(name)))
      faults.push(`${name} is not 64 hexadecimal characters; \`openssl rand -hex 32\` makes one.`);
    return value(name) ? new Secret(value(name)) : undefined;
  };
  const serverSecret = secretIn('GAPMAP_SERVER_SECRET');
  const newServerSecret = secretIn('GAPMAP_NEW_SERVER_SECRET');

  const mail = mailIn(value('GAPMAP_SMTP_URL'), value('GAPMAP_MAIL_FROM'), faults);

  const keepUploadsHours = Number(value('GAPMAP_KEEP_UPLOADS_HOURS'));
  if (!Number.isInteger(keepUploadsHours) || keepUploadsHours < 0 || keepUploadsHours > 720)
    faults.push(
      `GAPMAP_KEEP_UPLOADS_HOURS is "${value('GAPMAP_KEEP_UPLOADS_HOURS')}"; write a whole number from 0 to 720.`,
    );

  if (faults.length > 0 || !logLevel) throw new ConfigError(faults);
  return {
    port,
    host: value('HOST'),
    dataDir: resolve(value('GAPMAP_DATA_DIR')),
    databaseUrl,
    databaseWorkerUrl,
    databaseOwnerUrl,
    logLevel,
    publicUrl,
    trustedProxies,
    commission,
    basemap: value('GAPMAP_BASEMAP') ? resolve(value('GAPMAP_BASEMAP')) : undefined,
    serverSecret,
    newServerSecret,
    edfiSecret: value('GAPMAP_EDFI_SECRET') ? new Secret(value('GAPMAP_EDFI_SECRET')) : undefined,
    signIn: value('GAPMAP_SIGN_IN') ? resolve(value('GAPMAP_SIGN_IN')) : undefined,
    mail,
    keepUploadsHours,
  };
}

/** The address may contain a password, so no fault repeats it. */
function mailIn(smtpUrl: string, from: string, faults: string[]): Config['mail'] {
  if (smtpUrl && !(/^smtps?:\/\/[^/\s]/.test(smtpUrl) && URL.canParse(smtpUrl)))
    faults.push('GAPMAP_SMTP_URL is no address such as smtps://user:password@mail.example.gov:465.');
  if (from && !/^[^\s<>,;:"]+@[^\s<>,;:"]+$/.test(from))
    faults.push(`GAPMAP_MAIL_FROM is "${from}"; write an address such as broadband@example.gov.`);
  if (smtpUrl && !from) faults.push('GAPMAP_SMTP_URL is set and GAPMAP_MAIL_FROM is not: say whom mail is from.');
  return smtpUrl && from ? { smtpUrl: new Secret(smtpUrl), from } : undefined;
}
