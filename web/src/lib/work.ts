/** Long pieces of work: how they tell where they are, and how they are stopped. No browser here. */
import type { Phrase } from '../../../server/domain/messages/phrase.ts';

export interface Progress {
  /** 0 to 1; undefined where nobody can tell. */
  readonly share: number | undefined;
  readonly said: Phrase;
}

/** How a long piece of work tells where it is and is told to stop. */
export interface Ticket {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** A piece of work was stopped by whoever asked for it. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}

/** A piece of work failed, and the phrase says why. */
export class Failed extends Error {
  readonly phrase: Phrase;
  constructor(phrase: Phrase) {
    super(phrase.key);
    this.name = 'Failed';
    this.phrase = phrase;
  }
}
