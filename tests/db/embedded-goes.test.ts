/** The process of the embedded database is killed while the API and commands are at work on it. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { openDb } from '../../server/platform/db.ts';
import { takeHold } from '../../server/platform/embedded/hold.ts';
import { openEmbedded } from '../../server/platform/embedded/start.ts';
import { gapmap, type Running } from '../support/commands.ts';
import '../support/provided.ts';
import { trafficOn, untilAnswered } from '../support/traffic.ts';

const provided = inject('database');
const folders: string[] = [];
const running: Running[] = [];

afterAll(async () => {
  for (const { process } of running) process.kill('SIGKILL');
  await Promise.all(running.map(({ ended }) => ended));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gapmap-goes-'));
  folders.push(folder);
  if (provided.kind === 'embedded') cpSync(provided.template, folder, { recursive: true });
  return folder;
}

function start(folder: string, ...args: string[]): Running {
  const command = gapmap(args, { DATABASE_URL: '', GAPMAP_DATA_DIR: folder, LOG_LEVEL: 'warn' });
  running.push(command);
  return command;
}

/** Numbers of the processes that run the database of a folder, or are about to. */
function processesOf(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const words = commandOf(pid);
      return words.some((word) => word.endsWith('embedded/child.ts')) && words.includes(join(folder, 'postgres'));
    })
    .map(Number);
}

function commandOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Those who found the folder held are gone in a moment. */
async function untilProcesses(folder: string, wanted: number): Promise<number[]> {
  for (let i = 0; processesOf(folder).length !== wanted && i < 200; i++) await sleep(100);
  return processesOf(folder);
}

const holderOf = (folder: string) => Number(readFileSync(join(folder, 'postgres', 'holder'), 'utf8'));

/** Beyond what a busy machine needs; on an idle one it takes some five seconds. */
const BACK_MS = 150_000;

describe.runIf(provided.kind === 'embedded')('the embedded database', () => {
  it('killed under traffic is brought back by whoever is left, once, with all that was acknowledged', async () => {
    const folder = aFolder();
    const serve = start(folder, 'serve');
    const [, url = ''] = await serve.said(/answers at (http\S+)/);
    const joined = await openEmbedded(folder);
    const db = openDb({ kind: 'embedded', host: joined.host, port: joined.port });
    await db.asOwner((tx) => tx.run('create table public.kept (n integer)'));
    const addresses = ['/api/v1/releases', '/api/v1/places?q=a'].map((path) => url + path);

    // The command that started the process lives on, then dies with it.
    for (const alsoServe of [false, true]) {
      const traffic = trafficOn(addresses);
      await db.asOwner((tx) => tx.run('insert into public.kept values (1)'));
      const killed = holderOf(folder);
      if (alsoServe) {
        await traffic.stop();
        serve.process.kill('SIGKILL');
        await serve.ended;
      }
      process.kill(killed, 'SIGKILL');
      if (!alsoServe) {
        await untilAnswered(`${url}/readyz`, 503, 10_000);
        expect((await fetch(`${url}/healthz`)).status).toBe(200);
        await untilAnswered(addresses[0] ?? '', 200, BACK_MS);
        await traffic.stop();
        const others = traffic.told.map(({ status }) => status).filter((status) => status !== 200 && status !== 503);
        expect([...new Set(others)], serve.words().slice(-2_000)).toEqual([]);
        expect(traffic.told.some(({ status }) => status === 503)).toBe(true);
        for (const { status, retryAfter } of traffic.told) expect(retryAfter).toBe(status === 503 ? '5' : null);
        expect(serve.words()).toContain('The process of the embedded database ended and is started again.');
      }
      for (let since = Date.now(); ; ) {
        const kept = await db.asOwner((tx) => tx.rows('select from public.kept')).catch(() => undefined);
        if (kept) {
          expect(kept).toHaveLength(alsoServe ? 2 : 1);
          break;
        }
        if (Date.now() - since > BACK_MS) throw new Error('the database did not come back');
        await sleep(250);
      }
      expect(holderOf(folder)).not.toBe(killed);
      expect(await untilProcesses(folder, 1)).toEqual([holderOf(folder)]);
    }

    await db.close();
    await joined.release();
    expect(await untilProcesses(folder, 0)).toEqual([]);
  }, 600_000);

  it('opened by several at the same moment, beside what a dead process left, is one process', async () => {
    const folder = aFolder();
    // What an earlier version left behind: a number that another process has by now.
    writeFileSync(join(folder, 'postgres', 'lock'), '1');
    writeFileSync(join(folder, 'postgres', 'holder'), '1');
    const opened = await Promise.all([1, 2, 3].map(() => openEmbedded(folder)));
    expect(await untilProcesses(folder, 1)).toEqual([holderOf(folder)]);
    await Promise.all(opened.map((each) => each.release()));
  }, 300_000);

  it('that another process holds and never opens is refused in words, with its number, and is left as it is', async () => {
    const folder = aFolder();
    expect(takeHold(join(folder, 'postgres'))).toBe(true);
    const patience = { creationMs: 1_000, openingMs: 1_000 };
    await expect(openEmbedded(folder, {}, patience)).rejects.toMatchObject({
      code: 'database.held',
      status: 503,
      phrase: { facts: { folder, pid: process.pid } },
    });
    expect(await untilProcesses(folder, 0)).toEqual([]);
  }, 300_000);
});
