/** The held state of a file being prepared, the page state derived from it, and the work under way. */

import { answersFaults } from '../../../../server/domain/anonymize/answers/answers-file.ts';
import { AnonymizeError } from '../../../../server/domain/anonymize/error.ts';
import { mappingFaults } from '../../../../server/domain/anonymize/fields.ts';
import type { DistrictKey } from '../../../../server/domain/anonymize/key-file.ts';
import { type Phrase, phrase } from '../../../../server/domain/messages/phrase.ts';
import { Failed, type Progress, Stopped } from '../../lib/work.ts';
import { keptTrace } from './kept-trace.ts';
import { namesOf } from './mapping.ts';
import type { Held, Looked, Prepare, Source, Task } from './state.ts';
import { type Done, stepAt } from './steps.ts';

export class HeldRun {
  #held: Held;
  #state: Prepare;
  readonly #listeners = new Set<() => void>();

  constructor(first: Held) {
    this.#held = first;
    this.#state = stateOf(first);
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };
  readonly state = () => this.#state;

  protected get held(): Held {
    return this.#held;
  }

  /** @returns undefined when it was stopped or failed; the page shows the failure */
  protected async working<T>(
    task: Task,
    act: (options: { signal: AbortSignal; progress: (progress: Progress) => void }) => Promise<T>,
  ): Promise<T | undefined> {
    const stopper = new AbortController();
    const stop = () => stopper.abort();
    const progress = (now: Progress) => this.change({ work: { task, progress: now, stop } });
    this.change({ failure: undefined });
    progress({ share: undefined, said: phrase('work.beginning') });
    try {
      return await act({ signal: stopper.signal, progress });
    } catch (error) {
      if (!(error instanceof Stopped)) this.change({ failure: { about: task, said: phraseOf(error) } });
      return undefined;
    } finally {
      this.change({ work: undefined });
    }
  }

  protected change(part: Partial<Held>): void {
    const before = this.#held;
    this.#held = { ...before, ...part };
    this.#state = stateOf(this.#held);
    for (const listener of this.#listeners) listener();
    const { key, source } = this.#held;
    if (!key || !source || (key.key === before.key?.key && source === before.source)) return;
    void lookFor(key.key, source).then((looked) => {
      const { key: keyNow, source: sourceNow } = this.#held;
      if (keyNow?.key === looked.key && sourceNow === looked.source) this.change({ looked });
    });
  }
}

function stateOf(held: Held): Prepare {
  const { source, key, looked } = held;
  const isLooked = looked !== undefined && looked.key === key?.key && looked.source === source;
  const answersAreMapped = !held.answers || answersFaults(held.answers.mapping).length === 0;
  const done: Done = {
    hasFile: source !== undefined,
    hasKey: key !== undefined && (!key.isNew || key.isSaved),
    isMapped: mappingFaults(held.mapping).length === 0 && answersAreMapped,
    isChecked: held.checked !== undefined,
    isFinished: held.isFinished,
  };
  return {
    ...held,
    kept: isLooked ? looked.kept : undefined,
    isLooking: key !== undefined && source !== undefined && !isLooked,
    done,
    step: stepAt(held.wanted, done),
  };
}

/** Only errors in our own words are shown: the message of a bug may repeat a value. */
export function phraseOf(error: unknown): Phrase {
  return error instanceof Failed || error instanceof AnonymizeError ? error.phrase : phrase('prepare.failed');
}

/** What the browser keeps about a file under a key. */
async function lookFor(key: DistrictKey, source: Source): Promise<Looked> {
  const kept = await keptTrace({ secret: key.secret, header: namesOf(source) });
  return { key, source, kept };
}
