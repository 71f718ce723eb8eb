/** Whose filed areas are drawn in view; undefined while they are not asked for, or the map is still drawing. */
export class AreasSeen {
  #seen: readonly string[] | undefined;
  readonly #listeners = new Set<() => void>();

  readonly get = (): readonly string[] | undefined => this.#seen;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @param seen providers in order of their names */
  tell(seen: readonly string[] | undefined): void {
    if (seen?.join('\n') === this.#seen?.join('\n') && (seen === undefined) === (this.#seen === undefined)) return;
    this.#seen = seen;
    for (const listener of this.#listeners) listener();
  }
}
