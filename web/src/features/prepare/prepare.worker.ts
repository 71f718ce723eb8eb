/** Works off the page's thread. The page stops a task, never the worker: a new one would have to be fetched. */
import { type Phrase, phrase } from '../../../../server/domain/messages/phrase.ts';
import { serveWorker, tellPage, type Work } from '../../lib/worker-rpc.ts';
import { PrepareEngine } from './engine.ts';
import { watchRequests } from './network-watch.ts';
import type { Exchanges } from './protocol.ts';
import type { SeenRequest } from './requests.ts';
import { sourceOf } from './source.ts';

watchRequests('worker', (request) => tellPage<SeenRequest>(request));

const engine = new PrepareEngine();

const WORK: Work<Exchanges> = {
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
  calls: (ask, ticket) => engine.calls(ask, ticket),
};

const FOR_PEOPLE = new Set(['Refusal', 'AnonymizeError', 'Failed']);

serveWorker(WORK, why);

/** Passes on only messages written for a person: the message of a bug may repeat a value. */
function why(error: unknown): Phrase {
  const { name, phrase: said } = error as Error & { readonly phrase?: Phrase };
  if (said && FOR_PEOPLE.has(name)) return said;
  return phrase(name === 'NotReadableError' || name === 'NotFoundError' ? 'prepare.moved' : 'prepare.failed');
}
