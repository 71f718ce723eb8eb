/** Does the work off the page's thread. It is told to stop rather than ended: a new worker would have to be fetched. */

import { PrepareEngine } from './engine.ts';
import { watchRequests } from './network-watch.ts';
import type { Exchanges, FromWorker, Kind, ToWorker } from './protocol.ts';
import type { Ticket } from './rows.ts';
import { sourceOf } from './source.ts';
import { Stopped } from './stopped.ts';

watchRequests('worker', (request) => send({ kind: 'request', request }));

const engine = new PrepareEngine();
const stoppers = new Map<number, AbortController>();

const WORK: { readonly [K in Kind]: (ask: Exchanges[K]['ask'], ticket: Ticket) => Answer<K> } = {
  open: async ({ file, headerLine }, ticket) => engine.open(await sourceOf(file, ticket.signal), ticket, headerLine),
  points: async ({ file }, ticket) =>
    engine.points(file && { name: file.name, source: await sourceOf(file, ticket.signal) }, ticket),
  answers: async ({ file, headerLine }, ticket) =>
    engine.answers(file && (await sourceOf(file, ticket.signal)), ticket, headerLine),
  trace: () => engine.trace(),
  restore: ({ trace }) => {
    engine.restore(trace);
    return {};
  },
  check: (settings, ticket) => engine.check(settings, ticket),
  problems: (ask) => engine.problems(ask),
  mend: (ask) => engine.mend(ask),
  forget: () => engine.forget(),
};
type Answer<K extends Kind> = Exchanges[K]['answer'] | Promise<Exchanges[K]['answer']>;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'stop') stoppers.get(data.id)?.abort();
  else void answer(data.id, data.kind, data.ask);
});
send({ kind: 'ready' });

async function answer<K extends Kind>(id: number, kind: K, ask: Exchanges[K]['ask']): Promise<void> {
  const stopper = new AbortController();
  stoppers.set(id, stopper);
  let toldAt = 0;
  const ticket: Ticket = {
    signal: stopper.signal,
    progress: (progress) => {
      const now = performance.now();
      if (now - toldAt < BETWEEN_NEWS_MS) return;
      toldAt = now;
      send({ kind: 'progress', id, progress });
    },
  };
  try {
    send({ kind: 'answer', id, answer: await WORK[kind](ask, ticket) });
  } catch (error) {
    // What a bug says may repeat a value: only what was written for a person is passed on.
    if (error instanceof Stopped) send({ kind: 'stopped', id });
    else send({ kind: 'failed', id, message: messageOf(error) });
  } finally {
    stoppers.delete(id);
  }
}

const BETWEEN_NEWS_MS = 100;

function messageOf(error: unknown): string {
  const { name, message } = error as Error;
  if (FOR_PEOPLE.has(name)) return message;
  if (name === 'NotReadableError' || name === 'NotFoundError')
    return 'The file was changed or moved since it was chosen. Choose it again.';
  return 'Something in this page failed. Nothing was sent or changed. Reload the page and try again, or use the command npx gapmap anonymize.';
}

const FOR_PEOPLE = new Set(['Refusal', 'AnonymizeError', 'Unreadable']);

function send(message: FromWorker): void {
  postMessage(message);
}
