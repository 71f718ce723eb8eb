/**
 * What pseudonyms, noise, sealed chunks and certificates are keyed with: the data key. The database holds it encrypted under the
 * server's secret, so the secret can be rotated without changing any of them. It began as the secret itself.
 *
 * A rotation commits in the database; only then does the new secret take the place of the old one in its file. Cut short in between,
 * it is finished by whoever next needs the key: of the two files exactly one opens the row.
 */
import { hkdfSync, randomBytes } from 'node:crypto';
import type { Config } from '../../config.ts';
import type { Db, OwnerDb, Tx } from '../../platform/db.ts';
import { Refusal } from '../../platform/problem.ts';
import { seal, unseal } from '../../platform/seal.ts';
import { intakeErrors } from './errors.ts';
import {
  knownServerKey,
  nextKey,
  putNextKey,
  type SecretMessages,
  type ServerKeyConfig,
  serverKey,
  takeNextKey,
} from './server-key.ts';

const KEY_BYTES = 32;
const SALT_BYTES = 16;
const PLACE = 'gapmap data key';

interface Row {
  salt: Buffer;
  wrapped: Buffer;
}

/** @throws Refusal homes.other-secret when the secret does not open this database's key */
export function dataKey({ db, config }: { db: Db; config: ServerKeyConfig }): Promise<Buffer> {
  return db.as({ role: 'sweeper' }, (tx) => keyIn(tx, config));
}

async function keyIn(tx: Tx, config: ServerKeyConfig): Promise<Buffer> {
  const row = (await rowIn(tx)) ?? (await firstRow(tx, config));
  const key = openedBy(knownServerKey(config), row);
  if (key) return key;
  // Locked, so that nobody rotates meanwhile: what does not open the row is not put in place.
  await tx.run('select intake.hold_data_key()');
  const now = (await rowIn(tx)) ?? row;
  const again = openedBy(knownServerKey(config), now);
  if (again) return again;
  const found = config.serverSecret ? undefined : openedBy(nextKey(config), now);
  if (!found) throw intakeErrors.otherSecret();
  takeNextKey(config);
  return found;
}

function rowIn(tx: Tx): Promise<Row | undefined> {
  return tx.maybe<Row>('select salt, wrapped from intake.data_key');
}

/** The data key of a database that has none yet is the secret itself. */
async function firstRow(tx: Tx, config: ServerKeyConfig): Promise<Row> {
  const secret = serverKey(config);
  const { salt, wrapped } = wrap(secret, secret);
  await tx.run('insert into intake.data_key (salt, wrapped) values ($1, $2) on conflict do nothing', [salt, wrapped]);
  return (await rowIn(tx)) ?? { salt, wrapped };
}

export interface Rotation {
  /** Undefined: the data key stays. A new one: what else lies under the old one is put under it; `from` is undefined where the old one is lost. */
  readonly newDataKey:
    | ((tx: Tx, keys: { readonly from: Buffer | undefined; readonly to: Buffer }) => Promise<void>)
    | undefined;
}

/**
 * Rotates the server's secret. With GAPMAP_SERVER_SECRET the new one is GAPMAP_NEW_SERVER_SECRET, and whoever runs the server puts it
 * in place; with a file it is random and put in place here.
 *
 * @throws Refusal homes.no-new-secret, homes.secret-in-file, homes.same-secret, homes.other-secret
 */
export async function rotateSecret(
  { db, config }: { db: OwnerDb; config: ServerKeyConfig & Pick<Config, 'newServerSecret'> },
  { newDataKey }: Rotation,
  /** For tests: what happens between the steps. */
  between: (step: 'written' | 'committed') => void = () => undefined,
): Promise<void> {
  const given = config.newServerSecret && Buffer.from(config.newServerSecret.reveal(), 'hex');
  if (config.serverSecret && !given) throw intakeErrors.noNewSecret();
  if (!config.serverSecret && given) throw intakeErrors.secretInFile();
  if (config.serverSecret && given?.equals(serverKey(config))) throw intakeErrors.sameSecret();
  const secret = given ?? randomBytes(KEY_BYTES);
  const rotated = async (tx: Tx) => {
    await tx.run('lock table intake.data_key in exclusive mode');
    const key = newDataKey ? await freshKey(tx, config, newDataKey) : await keyIn(tx, config);
    if (!given) putNextKey(config, secret);
    between('written');
    const { salt, wrapped } = wrap(secret, key);
    await tx.run(
      `insert into intake.data_key (salt, wrapped, rotated_at) values ($1, $2, now())
       on conflict (only_row) do update set salt = excluded.salt, wrapped = excluded.wrapped, rotated_at = excluded.rotated_at`,
      [salt, wrapped],
    );
  };
  // What else lies under the key belongs to other roles: the owner alone reaches all of it.
  await (newDataKey ? db.asOwner(rotated) : db.as({ role: 'intake' }, rotated));
  between('committed');
  if (!given) await dataKey({ db, config });
}

async function freshKey(tx: Tx, config: ServerKeyConfig, moved: NonNullable<Rotation['newDataKey']>): Promise<Buffer> {
  const isKnown = (await rowIn(tx)) !== undefined;
  const from = isKnown ? await keyIn(tx, config).catch(lostKey) : undefined;
  const to = randomBytes(KEY_BYTES);
  if (isKnown) await moved(tx, { from, to });
  return to;
}

function lostKey(error: unknown): undefined {
  if (error instanceof Refusal && error.code === 'homes.other-secret') return undefined;
  throw error;
}

/** Whether the secret opens the key, and when it was rotated, for the operator. */
export async function dataKeyInWords(
  { db, config }: { db: Db; config: ServerKeyConfig },
  words: SecretMessages,
): Promise<string> {
  const row = await db.as({ role: 'intake' }, (tx) =>
    tx.maybe<Row & { rotated: string | null }>(
      'select salt, wrapped, rotated_at::date::text as rotated from intake.data_key',
    ),
  );
  if (!row) return '';
  const rotated = row.rotated ? words.rotated({ on: row.rotated }) : '';
  const key = await dataKey({ db, config }).catch(lostKey);
  return key ? rotated : `${rotated}${words.other}`;
}

function wrap(secret: Buffer, key: Buffer): Row {
  const salt = randomBytes(SALT_BYTES);
  return { salt, wrapped: seal(wrappingKey(secret, salt), PLACE, key) };
}

function openedBy(secret: Buffer | undefined, { salt, wrapped }: Row): Buffer | undefined {
  if (!secret) return undefined;
  try {
    return unseal(wrappingKey(secret, salt), PLACE, wrapped);
  } catch {
    return undefined;
  }
}

function wrappingKey(secret: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, PLACE, KEY_BYTES));
}
