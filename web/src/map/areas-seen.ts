/** Whether any outline of a filing is drawn in view; undefined while they are not asked for, or the map is still drawing. */
export class AreasSeen {
  #seen: boolean | undefined;
  readonly #listeners = new Set<() => void>();

  readonly get = (): boolean | undefined => this.#seen;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  tell(seen: boolean | undefined): void {
    if (seen === this.#seen) return;
    this.#seen = seen;
    for (const listener of this.#listeners) listener();
  }
}
