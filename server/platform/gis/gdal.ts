import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { GdalAnswer, GdalJob, GdalStart } from './gdal-worker.ts';

/** GDAL could not do the job; `message` is in its words. */
export class GdalError extends Error {
  override readonly name = 'GdalError';
}

type Done = Exclude<GdalAnswer, { failure: string }>;

/**
 * Runs one job in the GDAL thread, after those asked for before. Files it writes vanish some time after: move them at once.
 *
 * @throws GdalError
 */
export function runGdal<Job extends GdalJob>(
  job: Job,
): Promise<Extract<Done, Job extends { read: unknown } ? { layers: unknown } : { written: unknown }>> {
  const answer = before.then(() => ask(job));
  before = answer.catch(() => undefined);
  return answer as ReturnType<typeof runGdal<Job>>;
}

interface Thread {
  readonly worker: Worker;
  end(): void;
}

/** Starting takes 0.6 s and a running thread holds 100 MB or more, so it serves a run of files and then ends. */
const IDLE_MS = 3000;
let before: Promise<unknown> = Promise.resolve();
let running: Thread | undefined;
let idle: NodeJS.Timeout | undefined;

async function ask(job: GdalJob): Promise<Done> {
  clearTimeout(idle);
  running ??= startThread();
  const { worker, end } = running;
  // Only a thread at work keeps the process from ending.
  worker.ref();
  try {
    const answer = await answerOf(worker, job);
    if ('failure' in answer) throw new GdalError(answer.failure);
    return answer;
  } catch (error) {
    // What state it is in nobody knows: the next job gets a new one.
    end();
    throw error;
  } finally {
    worker.unref();
    idle = setTimeout(end, IDLE_MS).unref();
  }
}

function answerOf(worker: Worker, job: GdalJob): Promise<GdalAnswer> {
  return new Promise<GdalAnswer>((resolve, reject) => {
    const onMessage = (answer: GdalAnswer) => settle(() => resolve(answer));
    const onError = (error: unknown) => settle(() => reject(new GdalError(String(error), { cause: error })));
    const onExit = () => settle(() => reject(new GdalError('the GDAL thread ended early')));
    const settle = (act: () => void) => {
      // One by one: removeAllListeners would take the worker's own with it, and no further answer would arrive.
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(job);
  });
}

function startThread(): Thread {
  const out = mkdtempSync(join(tmpdir(), 'gapmap-gdal-'));
  const remove = () => rmSync(out, { recursive: true, force: true });
  process.once('exit', remove);
  const worker = new Worker(new URL('./gdal-worker.ts', import.meta.url), {
    workerData: { out } satisfies GdalStart,
  });
  const thread = {
    worker,
    end: () => {
      if (running === thread) running = undefined;
      process.off('exit', remove);
      worker.terminate().then(remove, remove);
    },
  };
  return thread;
}
