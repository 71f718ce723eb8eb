/** Files as rows and the signal to stop, without any browser. */
import type { Phrase } from '../../../../server/domain/messages/phrase.ts';

export interface SourceRow {
  /** Physical line, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** An export that can be read from the start any number of times. */
export interface RowSource {
  rows(signal: AbortSignal, read: (share: number | undefined) => void): AsyncIterable<readonly SourceRow[]>;
  /** Notes so far on how the file is written. */
  readonly notes: readonly Phrase[];
}
