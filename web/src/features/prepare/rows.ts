/** Files as the work behind the page sees them, and how it is told to stop. No browser here. */
import type { Phrase } from '../../../../server/domain/messages/phrase.ts';

export interface SourceRow {
  /** Physical line, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** An export that can be read from its beginning any number of times. */
export interface RowSource {
  rows(signal: AbortSignal, read: (share: number | undefined) => void): AsyncIterable<readonly SourceRow[]>;
  /** What was noticed so far about how the file is written. */
  readonly notes: readonly Phrase[];
}
