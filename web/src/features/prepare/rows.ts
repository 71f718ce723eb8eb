/** Files as the work behind the page sees them, and how it is told to stop. No browser here. */
export interface SourceRow {
  /** Physical line, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** An export that can be read from its beginning any number of times. */
export interface RowSource {
  rows(signal: AbortSignal, read: (share: number | undefined) => void): AsyncIterable<readonly SourceRow[]>;
  /** What was noticed so far about how the file is written. */
  readonly notes: readonly string[];
}

/** What is wrong with a file as a whole, in words for the person who chose it; repeats nothing of the file. */
export class Unreadable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Unreadable';
  }
}
