/** Everything outside that preparing a file depends on. */
import type { Asker } from './protocol.ts';
import type { Step } from './steps.ts';

export interface Doors {
  readonly worker: Asker;
  /** Writes a step to the address bar. */
  tellAddress(step: Step): void;
  /** Blocks all sending and fetching from here on. */
  lock(): void;
  /** Random bytes for a new key. */
  secret(): Uint8Array;
  now(): Date;
}
