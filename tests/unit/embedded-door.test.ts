/** The door of the embedded database, asked by pg and, byte by byte, by a client that sends what pg never would. */

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { serialize } from 'pg-protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoor } from '../../server/platform/embedded/door.ts';

const folder = mkdtempSync(join(tmpdir(), 'gapmap-door-'));
const path = join(folder, '.s.PGSQL.5432');
let db: PGlite;
let door: Server;

beforeAll(async () => {
  db = await PGlite.create();
  await db.exec('create table numbers (n integer check (n < 10))');
  door = openDoor(db, (error) => {
    throw error;
  });
  door.listen(path);
  await once(door, 'listening');
}, 60_000);

afterAll(async () => {
  door.close();
  await db.close();
  rmSync(folder, { recursive: true });
});

async function client(): Promise<pg.Client> {
  const made = new pg.Client({ host: folder, user: 'postgres', database: 'postgres' });
  await made.connect();
  return made;
}

describe('a statement that fails', () => {
  it.each([
    ['as it is read', 'insert into nowhere values ($1)', '1'],
    ['as its values are read', 'insert into numbers values ($1)', 'x'],
    ['as it runs', 'insert into numbers values ($1)', '11'],
  ])('%s leaves every later answer with its own statement', async (_when, text, value) => {
    const one = await client();
    for (let i = 0; i < 20; i++) {
      await one.query('begin');
      await expect(one.query(text, [value])).rejects.toThrow();
      await one.query('rollback');
      // Asked at once, so that an answer too many finds a statement that waits.
      const answers = await Promise.all([1, 2, 3].map((n) => one.query('select $1::integer as n', [n])));
      expect(answers.map(({ rows }) => rows[0].n)).toEqual([1, 2, 3]);
    }
    await one.end();
  });

  it('does not run what was sent behind it in one go', async () => {
    const { said, kinds } = await raw();
    said(insert('11'), insert('1'), serialize.sync());
    expect(await kinds()).toBe('12EZ');
    expect((await db.query('select from numbers')).rows).toHaveLength(0);
  });
});

describe('connections side by side', () => {
  it('do not mix their statements, however their bytes come', async () => {
    const [one, other] = [await raw(), await raw()];
    one.said(insert('1'));
    await sleep(50);
    other.said(insert('11'), serialize.sync());
    await sleep(50);
    one.said(serialize.sync());
    expect(await Promise.all([one.kinds(), other.kinds()])).toEqual(['12CZ', '12EZ']);
    await db.exec('delete from numbers');
  });

  it('wait for whoever has asked to see the answer of half a pipeline', async () => {
    const [one, other] = [await raw(), await raw()];
    one.said(serialize.parse({ text: 'select 1' }), serialize.flush());
    expect(await one.kinds('1')).toBe('1');
    other.said(serialize.query('select 2'));
    await sleep(100);
    one.said(serialize.bind(), serialize.execute(), serialize.sync());
    expect(await one.kinds()).toBe('2DCZ');
    expect(await other.kinds()).toBe('TDCZ');
  });

  it('go on when one is cut in its transaction, which is undone', async () => {
    const [one, other] = [await raw(), await client()];
    one.said(serialize.query('begin; insert into numbers values (5)'));
    await one.kinds();
    const waits = other.query('select n from numbers');
    await sleep(50);
    one.socket.destroy();
    expect((await waits).rows).toEqual([]);
    await other.end();
  });

  it('are answered whole when an answer is large, and when a question comes byte by byte', async () => {
    const one = await client();
    const { rows } = await one.query("select i, repeat('x', i % 997) as text from generate_series(1, 20000) i");
    expect(rows).toHaveLength(20_000);
    expect(rows.every(({ i, text }) => text.length === i % 997)).toBe(true);
    await one.end();
    const slow = await raw();
    for (const byte of Buffer.concat([insert('3'), serialize.sync()])) {
      slow.said(Buffer.from([byte]));
      await sleep(1);
    }
    expect(await slow.kinds()).toBe('12CZ');
  });
});

function insert(value: string): Buffer {
  return Buffer.concat([
    serialize.parse({ text: 'insert into numbers values ($1)' }),
    serialize.bind({ values: [value] }),
    serialize.execute(),
  ]);
}

/** A client that sends bytes and hears the letters of the messages that answer. */
async function raw() {
  const socket: Socket = connect(path);
  let heard = Buffer.alloc(0);
  socket.on('data', (data) => (heard = Buffer.concat([heard, data])));
  const said = (...messages: Buffer[]) => socket.write(Buffer.concat(messages));
  /** Letters without notices and settings, once the last has come and a moment has passed. */
  const kinds = async (last = 'Z') => {
    let letters = '';
    for (let i = 0; i < 500 && !letters.includes(last); i++) {
      await sleep(10);
      letters = lettersOf(heard);
    }
    await sleep(50);
    letters = lettersOf(heard);
    heard = Buffer.alloc(0);
    return letters.replace(/[SN]/g, '');
  };
  said(serialize.startup({ user: 'postgres', database: 'postgres' }));
  await kinds();
  return { socket, said, kinds };
}

function lettersOf(bytes: Buffer): string {
  let letters = '';
  for (let at = 0; at + 5 <= bytes.length; at += 1 + bytes.readInt32BE(at + 1))
    letters += String.fromCharCode(bytes[at] ?? 0);
  return letters;
}
