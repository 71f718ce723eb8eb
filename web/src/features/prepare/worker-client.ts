/** Asks the worker, one answer a question. The worker is made once: another would have to be fetched. */
import { noteRequest } from './network-log.ts';
import type { Exchanges, FromWorker, Kind, Progress, ToWorker } from './protocol.ts';
import { Stopped } from './stopped.ts';

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly progress: (progress: Progress) => void;
}

export class WorkerClient {
  readonly ready: Promise<void>;
  readonly #worker = new Worker(new URL('./prepare.worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor() {
    this.ready = new Promise((resolve, reject) => {
      this.#worker.addEventListener('error', (event) => {
        const error = new Error(event.message || 'The part of the page that does the work could not be loaded.');
        reject(error);
        for (const waiting of this.#waiting.values()) waiting.reject(error);
        this.#waiting.clear();
      });
      this.#worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (data.kind === 'ready') resolve();
        else this.#hear(data);
      });
    });
  }

  ask<K extends Kind>(
    kind: K,
    ask: Exchanges[K]['ask'],
    { signal, progress = () => {} }: { signal?: AbortSignal; progress?: (progress: Progress) => void } = {},
  ): Promise<Exchanges[K]['answer']> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      // A workbook that is being unpacked hears nothing until it is: the page need not wait for that.
      signal?.addEventListener('abort', () => {
        this.#worker.postMessage({ kind: 'stop', id } satisfies ToWorker);
        this.#waiting.delete(id);
        reject(new Stopped());
      });
      this.#waiting.set(id, { resolve, reject, progress });
      this.#worker.postMessage({ kind, id, ask } as ToWorker);
    });
  }

  #hear(message: Exclude<FromWorker, { kind: 'ready' }>): void {
    if (message.kind === 'request') {
      noteRequest(message.request);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if (message.kind === 'progress') {
      waiting.progress(message.progress);
      return;
    }
    this.#waiting.delete(message.id);
    if (message.kind === 'answer') waiting.resolve(message.answer as never);
    else waiting.reject(message.kind === 'stopped' ? new Stopped() : new Error(message.message));
  }
}
