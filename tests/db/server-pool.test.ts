import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const opened: { close(): Promise<unknown> }[] = [];
afterAll(() => Promise.all(opened.map((each) => each.close())));

async function anApp() {
  const app = await buildApp(database.deps);
  opened.push(app);
  return app;
}

describe("a server's pool of connections", () => {
  it('is reached through the door by role, where the public reads no home', async () => {
    const app = await anApp();
    const roles = await app.db.as({ role: 'public' }, (tx) => tx.rows<{ role: string }>('select current_user as role'));
    expect(roles).toEqual([{ role: 'gapmap_public' }]);
    await expect(app.db.as({ role: 'public' }, (tx) => tx.rows('select * from intake.homes'))).rejects.toThrow(
      /permission denied/,
    );
  });

  it('stays open until the request in hand is answered, and is closed with the application', async () => {
    const app = await anApp();
    const begun = Promise.withResolvers<void>();
    app.get('/slow', async () => {
      begun.resolve();
      await new Promise((resolve) => setTimeout(resolve, 200));
      return app.db.as({ role: 'public' }, (tx) => tx.one<{ answer: number }>('select 42 as answer'));
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const answer = fetch(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/slow`, {
      headers: { connection: 'close' },
    });
    await begun.promise;
    await app.close();
    expect(await (await answer).json()).toEqual({ answer: 42 });
    await expect(app.db.as({ role: 'public' }, (tx) => tx.rows('select 1'))).rejects.toThrow(/after calling end/);
  });

  it('is not the one of the command that serves, which goes on after it', async () => {
    const app = await anApp();
    await app.close();
    const { db } = database.deps;
    expect(await db.as({ role: 'public' }, (tx) => tx.rows('select 1 as one'))).toEqual([{ one: 1 }]);
  });

  it('finds no token for a made-up link, whose page says what to do and repeats none of it', async () => {
    const app = await anApp();
    const page = await app.inject({ url: '/enter/nobody-was-given-this', headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(401);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('ask the coordinator of your collection');
    expect(page.body).not.toContain('nobody-was-given-this');
  });
});
