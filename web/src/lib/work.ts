/** Long tasks: how they report progress, and how they are stopped. No browser here. */
import type { Phrase } from '../../../server/domain/messages/phrase.ts';

export interface Progress {
  /** 0 to 1; undefined when unknown. */
  readonly share: number | undefined;
  readonly said: Phrase;
}

/** How a long task reports progress and learns to stop. */
export interface Ticket {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** The requester stopped a task. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}

/** A task failed; the phrase says why. */
export class Failed extends Error {
  readonly phrase: Phrase;
  constructor(phrase: Phrase) {
    super(phrase.key);
    this.name = 'Failed';
    this.phrase = phrase;
  }
}
