import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadState } from '../../scripts/bench/release/state.ts';
import { statusInWords } from '../../server/commands/status.ts';
import { lookAfterArchives } from '../../server/commands/work.ts';
import { createRelease, makeAskedRelease } from '../../server/features/releasing/index.ts';
import { type Jobs, openJobs } from '../../server/platform/jobs.ts';
import { messagesIn } from '../../server/platform/messages.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const QUEUE = 'test';
const failing = (error: Error) => {
  throw error;
};

beforeAll(() => database.deps.db.as({ role: 'intake' }, (tx) => loadState(tx, { students: 3_000 })));

async function withJobs(queues: readonly string[], work: (jobs: Jobs) => Promise<void>): Promise<void> {
  const jobs = await openJobs(database.deps.db, queues, failing);
  try {
    await work(jobs);
  } finally {
    await jobs.stop();
  }
}

const ask = (jobs: Jobs, queue: string, data: object) => database.deps.db.asOwner((tx) => jobs.send(tx, queue, data));

/** A worker in a process of its own that takes a job of the queue and does not end it. */
async function stuckWorker() {
  const server = new URL('../../server/', import.meta.url).href;
  const script = `
    import { openDb } from '${server}platform/db.ts';
    import { openJobs } from '${server}platform/jobs.ts';
    const db = openDb(${JSON.stringify(database.deps.db.connection)});
    const jobs = await openJobs(db, ['${QUEUE}'], () => undefined);
    await jobs.work('${QUEUE}', async () => {
      process.stdout.write('taken');
      await new Promise(() => {});
    });
  `;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('a queue', () => {
  it('that cannot be opened lets its process end', { timeout: 120_000 }, async () => {
    const server = new URL('../../server/', import.meta.url).href;
    const script = `
      import { openDb } from '${server}platform/db.ts';
      import { openJobs } from '${server}platform/jobs.ts';
      const db = openDb(${JSON.stringify(database.deps.db.connection)});
      await openJobs(db, ['no name of a queue'], () => undefined).catch(({ message }) => process.stdout.write(message));
      await db.close();
    `;
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 60_000,
    });
    const [said] = await once(child.stdout, 'data');
    expect(String(said)).toMatch(/can only contain/);
    expect((await once(child, 'exit'))[0]).toBe(0);
  });
});

describe('a job', () => {
  it('of a killed worker is taken up by another within a minute', { timeout: 240_000 }, async () => {
    await withJobs([QUEUE], async (jobs) => {
      await ask(jobs, QUEUE, { name: 'Left behind' });
      const worker = await stuckWorker();
      expect(await statusInWords(database.deps, messagesIn('en'))).toMatch(/test "Left behind", running since 20\d\d-/);
      worker.kill('SIGKILL');
      const killedAt = Date.now();
      const taken = Promise.withResolvers<{ data: object; isRetry: boolean }>();
      await jobs.work(QUEUE, async (data, { isRetry }) => taken.resolve({ data, isRetry }));
      expect(await taken.promise).toEqual({ data: { name: 'Left behind' }, isRetry: true });
      expect(Date.now() - killedAt).toBeLessThan(60_000);
    });
  });

  it('is told by `status`: queued, and failed with the reason', { timeout: 120_000 }, async () => {
    await withJobs(['release'], async (jobs) => {
      await ask(jobs, 'release', { name: 'Wanted' });
      expect(await statusInWords(database.deps, messagesIn('en'))).toMatch(
        /Jobs:\n(.*\n)*? {2}release "Wanted", queued since 20\d\d-/,
      );
      await jobs.work('release', async () => {
        throw new Error('The disk is full.');
      });
      await expect
        .poll(() => statusInWords(database.deps, messagesIn('en')), { timeout: 90_000, interval: 1_000 })
        .toMatch(/release "Wanted", (queued since .*, to be tried again after|failed .*): The disk is full\./);
    });
  });

  it('for a release that was made before its worker was killed has nothing left to do', async () => {
    const askedAt = new Date();
    const job = { signal: new AbortController().signal, askedAt, isRetry: true };
    await createRelease(database.deps, { name: 'Made already' });
    await makeAskedRelease(database.deps, { name: 'Made already' }, job, silentProgress);
    await expect(
      makeAskedRelease(database.deps, { name: 'Made already' }, { ...job, isRetry: false }, silentProgress),
    ).rejects.toMatchObject({ code: 'release.name-taken' });
    await expect(
      makeAskedRelease(
        database.deps,
        { name: 'Made already' },
        { ...job, askedAt: new Date(Date.now() + 60_000) },
        silentProgress,
      ),
    ).rejects.toMatchObject({ code: 'release.name-taken' });
  });

  it('for the archive is asked for once by whoever finds a release without one', async () => {
    await createRelease(database.deps, { name: 'Without an archive' });
    await withJobs(['archive'], async (jobs) => {
      await lookAfterArchives(database.deps, jobs);
      await lookAfterArchives(database.deps, jobs);
    });
    const asked = await database.deps.db.asOwner((tx) =>
      tx.rows<{ release: number; jobs: number }>(
        `select r.id as release, (select count(*)::int from pgboss.job where name = 'archive' and (data ->> 'releaseId')::int = r.id) as jobs
         from published.releases r`,
      ),
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every(({ jobs }) => jobs === 1)).toBe(true);
  });
});
