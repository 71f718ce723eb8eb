/** The door to the thread that sets type: started with the first print, and again after it ends. One print at a time. */
import { Worker } from 'node:worker_threads';
import type { Print } from './sheet.ts';
import type { PrintAnswer, PrintAsked } from './worker.ts';

export interface Printer {
  /** @throws Error where the page cannot be set as it should be */
  print(print: Print): Promise<Buffer>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (bytes: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/** The thread does not keep the process alive by itself. */
export function openPrinter(): Printer {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;

  function started(): Worker {
    if (worker) return worker;
    const begun = new Worker(new URL('./worker.ts', import.meta.url));
    const ended = (cause: unknown) => {
      if (worker === begun) worker = undefined;
      for (const { reject } of waiting.values()) reject(new Error('the thread that sets type ended early', { cause }));
      waiting.clear();
    };
    begun.on('message', (answer: PrintAnswer) => settle(begun, answer));
    begun.on('error', ended).on('exit', ended);
    worker = begun;
    return begun;
  }

  function settle(from: Worker, answer: PrintAnswer): void {
    const asked = waiting.get(answer.number);
    waiting.delete(answer.number);
    if (waiting.size === 0) from.unref();
    if ('fault' in answer) asked?.reject(new Error(`the page could not be set: ${answer.fault}`));
    else asked?.resolve(Buffer.from(answer.bytes));
  }

  return {
    print: (print) =>
      new Promise((resolve, reject) => {
        const number = ++last;
        waiting.set(number, { resolve, reject });
        const thread = started();
        thread.ref();
        thread.postMessage({ number, print } satisfies PrintAsked);
      }),
    close: async () => {
      await worker?.terminate();
    },
  };
}
