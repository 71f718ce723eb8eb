import type { HexInfo } from './protocol.ts';

/** The hex under the mouse or reached by arrow keys. */
export class Pointed {
  #hex: HexInfo | undefined;
  readonly #listeners = new Set<() => void>();

  readonly get = (): HexInfo | undefined => this.#hex;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  at(hex: HexInfo | undefined): void {
    if (hex?.h3 === this.#hex?.h3 && hex?.class === this.#hex?.class) return;
    this.#hex = hex;
    for (const listener of this.#listeners) listener();
  }
}
