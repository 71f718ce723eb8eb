/** The server's pool, by @fastify/postgres: opened and closed with the application. All queries go through the door, `app.db`. */
import fastifyPostgres from '@fastify/postgres';
import fp from 'fastify-plugin';
import { type Connection, type Db, dbOn, poolOptions } from './db.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly db: Db;
  }
}

export const dbPlugin = fp<{ readonly connection: Connection }>(
  async (app, { connection }) => {
    await app.register(fastifyPostgres, poolOptions(connection));
    app.decorate('db', dbOn(app.pg.pool, connection));
  },
  { name: 'gapmap-db' },
);
