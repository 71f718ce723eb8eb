/**
 * Requests to a worker: one answer each, progress on the way, a way to stop, and unsolicited messages. Both ends share a
 * table `Exchanges`, from the name of a request to its argument and its answer.
 */
import type { Phrase } from '../../../server/domain/messages/phrase.ts';
import { Failed, type Progress, Stopped, type Ticket } from './work.ts';

interface Exchange {
  ask: unknown;
  answer: unknown;
}
type Table<Exchanges> = { [K in keyof Exchanges]: Exchange };
type Names<Exchanges> = keyof Exchanges & string;

type ToWorker =
  | { readonly type: 'ask'; readonly id: number; readonly kind: string; readonly ask: unknown }
  | { readonly type: 'tell'; readonly kind: string; readonly ask: unknown }
  | { readonly type: 'stop'; readonly id: number };

type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'news'; readonly news: unknown }
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly type: 'stopped'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly why: string | Phrase };

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly progress: (progress: Progress) => void;
}

/** The page's end. */
export class WorkerClient<Exchanges extends Table<Exchanges>, News = never> {
  /** Resolves when the worker's script runs; rejects when it could not be loaded. */
  readonly ready: Promise<void>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #onNews: (news: News) => void;
  #last = 0;

  constructor(worker: Worker, onNews: (news: News) => void) {
    this.#worker = worker;
    this.#onNews = onNews;
    this.ready = new Promise((resolve, reject) => {
      worker.addEventListener('error', (event) => {
        const error = new Error(event.message || 'The part of the page that does the work could not be loaded.');
        reject(error);
        for (const waiting of this.#waiting.values()) waiting.reject(error);
        this.#waiting.clear();
      });
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (data.type === 'ready') resolve();
        else this.#hear(data);
      });
    });
    // Without a caller awaiting it, a failure shows in the requests.
    this.ready.catch(() => {});
  }

  /** @throws Stopped when aborted; Failed, or Error with words for people, when the work failed */
  ask<K extends Names<Exchanges>>(
    kind: K,
    ask: Exchanges[K]['ask'],
    { signal, progress = () => {} }: { signal?: AbortSignal; progress?: (progress: Progress) => void } = {},
  ): Promise<Exchanges[K]['answer']> {
    // Stopped before it began, as between two questions of one task: nobody would say so a second time.
    if (signal?.aborted) return Promise.reject(new Stopped());
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      // A busy worker hears nothing until it is done: the page need not wait for that.
      signal?.addEventListener('abort', () => {
        this.#post({ type: 'stop', id });
        this.#waiting.delete(id);
        reject(new Stopped());
      });
      this.#waiting.set(id, { resolve, reject, progress });
      this.#post({ type: 'ask', id, kind, ask });
    });
  }

  /** Sends a request without an answer. */
  tell<K extends Names<Exchanges>>(kind: K, ask: Exchanges[K]['ask']): void {
    this.#post({ type: 'tell', kind, ask });
  }

  /** Ends the worker. Pending requests get no answer. */
  end(): void {
    this.#waiting.clear();
    this.#worker.terminate();
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #hear(message: Exclude<FromWorker, { type: 'ready' }>): void {
    if (message.type === 'news') {
      this.#onNews(message.news as News); // what its own script sends
      return;
    }
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if (message.type === 'progress') {
      waiting.progress(message.progress);
      return;
    }
    this.#waiting.delete(message.id);
    if (message.type === 'answer') waiting.resolve(message.answer as never);
    else waiting.reject(message.type === 'stopped' ? new Stopped() : failureOf(message.why));
  }
}

export type Work<Exchanges extends Table<Exchanges>> = {
  readonly [K in keyof Exchanges]: (
    ask: Exchanges[K]['ask'],
    ticket: Ticket,
  ) => Exchanges[K]['answer'] | Promise<Exchanges[K]['answer']>;
};

const BETWEEN_NEWS_MS = 100;

function failureOf(why: string | Phrase): Error {
  return typeof why === 'string' ? new Error(why) : new Failed(why);
}

/** The worker's end. @param why of an error, for people */
export function serveWorker<Exchanges extends Table<Exchanges>>(
  work: Work<Exchanges>,
  why: (error: unknown) => string | Phrase,
): void {
  const stoppers = new Map<number, AbortController>();
  const answer = async (id: number, kind: keyof Exchanges, ask: Exchanges[keyof Exchanges]['ask']) => {
    const stopper = new AbortController();
    stoppers.set(id, stopper);
    let toldAt = 0;
    const progress = (now: Progress) => {
      if (performance.now() - toldAt < BETWEEN_NEWS_MS) return;
      toldAt = performance.now();
      send({ type: 'progress', id, progress: now });
    };
    try {
      send({ type: 'answer', id, answer: await work[kind](ask, { signal: stopper.signal, progress }) });
    } catch (error) {
      send(error instanceof Stopped ? { type: 'stopped', id } : { type: 'failed', id, why: why(error) });
    } finally {
      stoppers.delete(id);
    }
  };
  addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if (data.type === 'stop') stoppers.get(data.id)?.abort();
    // The page's end uses the same table.
    else if (data.type === 'ask') void answer(data.id, data.kind as keyof Exchanges, data.ask);
    else void work[data.kind as keyof Exchanges](data.ask, UNHEARD);
  });
  send({ type: 'ready' });
}

/** Unsolicited messages of a worker. @param handOver buffers to transfer instead of copying */
export function tellPage<News>(news: News, handOver: Transferable[] = []): void {
  postMessage({ type: 'news', news } satisfies FromWorker, { transfer: handOver });
}

const UNHEARD: Ticket = { signal: new AbortController().signal, progress: () => {} };

function send(message: FromWorker): void {
  postMessage(message);
}
