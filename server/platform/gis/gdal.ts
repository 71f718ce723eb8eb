import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { openScratch } from '../scratch.ts';
import type { GdalAnswer, GdalJob, GdalStart, ListedSet } from './gdal-worker.ts';

/** A GDAL job failed; `message` is GDAL's own. */
export class GdalError extends Error {
  override readonly name = 'GdalError';
}

type Done = Exclude<GdalAnswer, { failure: string }>;

interface Answers {
  readonly list: { readonly sets: readonly ListedSet[] };
  readonly convert: { readonly lines: string; readonly fault: string | null };
  readonly write: { readonly written: string };
}

type AnswerTo<Job> = {
  [Kind in keyof Answers]: Job extends Record<Kind, unknown> ? Answers[Kind] : never;
}[keyof Answers];

/**
 * Runs one job in the GDAL thread, after earlier ones. Files it writes disappear some time later: move them at once.
 *
 * @param advance called with the features written so far by a conversion
 * @throws GdalError
 */
export function runGdal<Job extends GdalJob>(job: Job, advance?: (features: number) => void): Promise<AnswerTo<Job>> {
  const answer = before.then(() => ask(job, advance));
  before = answer.catch(() => undefined);
  return answer as Promise<AnswerTo<Job>>;
}

interface Thread {
  readonly worker: Worker;
  /** Folder it writes to. */
  readonly out: string;
  end(): void;
}

/** Starting takes 0.6 s and a running thread holds 100 MB or more, so it serves a series of files and then ends. */
const IDLE_MS = 3000;
let before: Promise<unknown> = Promise.resolve();
let running: Thread | undefined;
let idle: NodeJS.Timeout | undefined;

async function ask(job: GdalJob, advance?: (features: number) => void): Promise<Done> {
  clearTimeout(idle);
  running ??= startThread();
  const { worker, out, end } = running;
  const watch = 'convert' in job && advance ? watchLines(join(out, job.convert.name + LINES), advance) : undefined;
  // Only a busy thread keeps the process alive.
  worker.ref();
  try {
    const answer = await answerOf(worker, job);
    if ('failure' in answer) throw new GdalError(answer.failure);
    return answer;
  } catch (error) {
    // Its state is unknown: the next job gets a new thread.
    end();
    throw error;
  } finally {
    watch?.end();
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
      // One by one: removeAllListeners would remove the worker's own as well, and no further answer would arrive.
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(job);
  });
}

/** Extension of a conversion's output. */
const LINES = '.geojsonl';
const WATCH_MS = 250;
const NEWLINE = 10;

/** GDAL reports nothing until it is done, so the lines written so far are counted. */
function watchLines(path: string, advance: (features: number) => void): { end(): void } {
  const buffer = Buffer.allocUnsafe(1 << 20);
  let file: number | undefined;
  const look = () => {
    if (file === undefined && existsSync(path)) file = openSync(path, 'r');
    if (file === undefined) return;
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      let lines = 0;
      for (let at = buffer.indexOf(NEWLINE); at !== -1 && at < read; at = buffer.indexOf(NEWLINE, at + 1)) lines++;
      advance(lines);
    }
  };
  const timer = setInterval(look, WATCH_MS);
  return {
    end() {
      clearInterval(timer);
      look();
      if (file !== undefined) closeSync(file);
    },
  };
}

function startThread(): Thread {
  const scratch = openScratch('gdal');
  const out = scratch.folder;
  const remove = () => scratch[Symbol.dispose]();
  process.once('exit', remove);
  const worker = new Worker(new URL('./gdal-worker.ts', import.meta.url), {
    workerData: { out } satisfies GdalStart,
  });
  const thread = {
    worker,
    out,
    end: () => {
      if (running === thread) running = undefined;
      process.off('exit', remove);
      worker.terminate().then(remove, remove);
    },
  };
  return thread;
}
