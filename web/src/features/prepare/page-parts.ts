/**
 * Loads everything the page will ever need before a file can be chosen: the worker, the messages of every language, and the fonts
 * for letters that only names of people and places use. Afterwards nothing is fetched, so that the network can be off, or locked.
 */
import { loadLanguages } from '../../lib/catalog.ts';
import { prepareMessages } from './messages.ts';
import { startLog } from './network-log.ts';
import { type PrepareWorker, startWorker } from './worker-client.ts';

export interface PageParts {
  readonly worker: PrepareWorker;
  readonly ready: Promise<void>;
}

/** One letter per subset of the page's font: the browser fetches a subset when it first draws a letter of it. */
const LETTERS = 'A Ł ơ';
const WEIGHTS = [400, 600, 650, 700];

let parts: PageParts | undefined;

export function loadPage(): PageParts {
  parts ??= begin();
  return parts;
}

function begin(): PageParts {
  startLog();
  const worker = startWorker();
  const fonts = WEIGHTS.map((weight) => document.fonts.load(`${weight} 1rem "Public Sans Variable"`, LETTERS));
  const messages = prepareMessages.load().then(loadLanguages);
  // If a font does not arrive, the page stays readable in another.
  return { worker, ready: Promise.all([messages, worker.ready, Promise.allSettled(fonts)]).then(() => {}) };
}
