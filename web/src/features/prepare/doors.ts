/** What preparing a file needs of the world. */
import type { Asker } from './protocol.ts';
import type { Step } from './steps.ts';

export interface Doors {
  readonly worker: Asker;
  /** Puts a step into the address. */
  tellAddress(step: Step): void;
  /** From here on nothing can be sent or fetched. */
  lock(): void;
  /** Random bytes for a new key. */
  secret(): Uint8Array;
  now(): Date;
}
