/**
 * The one door to PostgreSQL, native or embedded. Work runs in a transaction under a database role, so that grants and row
 * level security decide what a request may read, never the code of a route.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { type Actor, type DatabaseIdentity, databaseIdentity } from '../domain/actor.ts';
import { limitSettings, limitsOf, type RequestLimits } from './db-limits.ts';
import { hearLosses, inTransaction } from './db-transaction.ts';
import { type Column, type ColumnBatch, loadColumns } from './load.ts';

pg.types.setTypeParser(pg.types.builtins.INT8, (text) => BigInt(text));
pg.types.setTypeParser(pg.types.builtins.NUMERIC, (text) => Number(text));
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export type DatabaseKind = 'native' | 'embedded';

export type Parameter =
  | string
  | number
  | bigint
  | boolean
  | null
  | Date
  | Buffer
  | readonly (string | number | bigint | null)[];

export interface Tx {
  readonly kind: DatabaseKind;
  rows<Row extends object>(text: string, parameters?: readonly Parameter[]): Promise<Row[]>;
  /** The single row of a query; throws when there is none or more. */
  one<Row extends object>(text: string, parameters?: readonly Parameter[]): Promise<Row>;
  /** The first row, or undefined. */
  maybe<Row extends object>(text: string, parameters?: readonly Parameter[]): Promise<Row | undefined>;
  /** Number of rows a statement changed. */
  run(text: string, parameters?: readonly Parameter[]): Promise<number>;
  /** Bulk insert: COPY on native, `insert ... select from unnest` on embedded. Returns rows written. */
  load(
    table: string,
    columns: readonly Column[],
    batches: AsyncIterable<ColumnBatch> | Iterable<ColumnBatch>,
  ): Promise<number>;
}

export interface Db {
  readonly kind: DatabaseKind;
  /** For the job queue, which has connections of its own. */
  readonly connection: Connection;
  /** Runs work in one transaction under the actor's database role. */
  as<T>(actor: Actor, work: (tx: Tx) => Promise<T>, options?: { signal?: AbortSignal }): Promise<T>;
  /** Runs work as the connecting user: migrations and tokens, never a request's own query. */
  asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** A door with a pool of its own. */
interface OpenDb extends Db {
  close(): Promise<void>;
}

export type Connection = { kind: 'native'; url: string } | { kind: 'embedded'; host: string; port: number };

/** The door for commands and tests. Its work takes as long as it takes. */
export function openDb(connection: Connection): OpenDb {
  const pool = new pg.Pool(poolOptions(connection));
  return { ...dbOn(pool, connection), close: () => pool.end() };
}

/** @param limits of requests; undefined: a command's pool, which waits for the embedded database as long as it takes */
export function poolOptions(connection: Connection, limits?: RequestLimits): pg.PoolConfig {
  const waiting = limits && { connectionTimeoutMillis: limits.reading.wait };
  if (connection.kind === 'native')
    return {
      connectionString: connection.url,
      max: 8,
      application_name: 'gapmap',
      connectionTimeoutMillis: 10_000,
      ...waiting,
    };
  const { host, port } = connection;
  // Keeps connections open: the embedded database ends when nobody is connected.
  return { host, port, user: 'postgres', database: 'postgres', max: 4, idleTimeoutMillis: 0, ...waiting };
}

/**
 * The door on a pool; whoever opened the pool closes it.
 *
 * @param limits of requests; undefined: it works for a command
 */
export function dbOn(pool: pg.Pool, connection: Connection, limits?: RequestLimits): Db {
  hearLosses(pool);
  const { kind } = connection;
  const options = poolOptions(connection, limits);

  function transaction<T>(work: (tx: Tx) => Promise<T>, actor?: Actor, signal?: AbortSignal): Promise<T> {
    const own = limits && limitsOf(limits, actor);
    const begin = [
      'begin',
      ...(own && kind === 'native' ? limitSettings(own) : []),
      ...(actor ? identitySettings(databaseIdentity(actor)) : []),
    ].join('; ');
    return inTransaction(pool, begin, (client) => work(transactionOn(client, kind, signal)), {
      options,
      cancelable: kind === 'native',
      asker: limits ? 'request' : 'command',
      limits: own,
      signal,
    });
  }

  return {
    kind,
    connection,
    as: (actor, work, options) => transaction(work, actor, options?.signal),
    asOwner: (work) => transaction(work),
  };
}

/** Settings last for the transaction only. Validates the values, as `set local` takes no parameters. */
function identitySettings({ role, settings }: DatabaseIdentity): string[] {
  const statements = Object.entries(settings).map(([name, value]) => {
    if (!/^\w+$/.test(value)) throw new Error(`${name} is no word`);
    return `set local ${name} = '${value}'`;
  });
  return [`set local role ${role}`, ...statements];
}

function transactionOn(client: pg.PoolClient, kind: DatabaseKind, signal: AbortSignal | undefined): Tx {
  async function query<Row extends object>(
    text: string,
    parameters: readonly Parameter[] = [],
  ): Promise<pg.QueryResult<Row>> {
    // Whoever goes away between two statements has nothing running to cancel.
    signal?.throwIfAborted();
    // Saving a parse and plan makes 1.6 times the statements per second; the embedded database cannot keep names.
    if (kind === 'native' && parameters.length > 0)
      return client.query<Row>({ name: statementName(text), text, values: [...parameters] });
    return client.query<Row>(text, [...parameters]);
  }
  const tx: Tx = {
    kind,
    rows: async <Row extends object>(text: string, parameters?: readonly Parameter[]) =>
      (await query<Row>(text, parameters)).rows,
    one: async <Row extends object>(text: string, parameters?: readonly Parameter[]) => {
      const { rows } = await query<Row>(text, parameters);
      const [row] = rows;
      if (row === undefined || rows.length > 1)
        throw new Error(`expected one row, got ${rows.length}: ${text.slice(0, 120)}`);
      return row;
    },
    maybe: async <Row extends object>(text: string, parameters?: readonly Parameter[]) =>
      (await query<Row>(text, parameters)).rows[0],
    run: async (text, parameters) => (await query(text, parameters)).rowCount ?? 0,
    load: (table, columns, batches) => loadColumns(client, kind, table, columns, batches),
  };
  return tx;
}

const names = new Map<string, string>();
function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
    names.set(text, name);
  }
  return name;
}
