/**
 * Loads everything the page will ever need before a file can be chosen: the worker, the messages of every language, and the fonts of letters that only the
 * names of people and places would ask for. After that nothing is fetched, so that the network can be off, or locked.
 */
import { loadLanguages } from '../../lib/catalog.ts';
import { prepareMessages } from './messages.ts';
import { startLog } from './network-log.ts';
import { type PrepareWorker, startWorker } from './worker-client.ts';

export interface PageParts {
  readonly worker: PrepareWorker;
  readonly ready: Promise<void>;
}

/** A letter of each subset of the page's font: fonts are fetched when a letter of theirs is first drawn. */
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
  // A font that does not come leaves the page readable in another.
  return { worker, ready: Promise.all([messages, worker.ready, Promise.allSettled(fonts)]).then(() => {}) };
}
