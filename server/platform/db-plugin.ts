/** The server's pool, by @fastify/postgres: opened and closed with the application. All queries go through the door, `app.db`. */
import fastifyPostgres from '@fastify/postgres';
import fp from 'fastify-plugin';
import { type Connection, type Db, dbOn, poolOptions } from './db.ts';
import type { RequestLimits } from './db-limits.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly db: Db;
  }
}

export const dbPlugin = fp<{ readonly connection: Connection; readonly limits: RequestLimits }>(
  async (app, { connection, limits }) => {
    await app.register(fastifyPostgres, poolOptions(connection, limits));
    app.decorate('db', dbOn(app.pg.pool, connection, limits));
  },
  { name: 'gapmap-db' },
);
