/** The most recently used values whose sizes add up to a limit. */
export interface Lru<T> {
  get(key: string): T | undefined;
  /** A value larger than the whole limit is not kept. */
  set(key: string, value: T): void;
  delete(key: string): void;
  readonly size: number;
}

/** @param limit in the unit of `sizeOf`, for example bytes */
export function lru<T>(limit: number, sizeOf: (value: T) => number): Lru<T> {
  // A Map remembers the order of insertion, so its first key is the one not used for longest.
  const values = new Map<string, { value: T; size: number }>();
  let total = 0;
  const remove = (key: string) => {
    total -= values.get(key)?.size ?? 0;
    values.delete(key);
  };
  return {
    get(key) {
      const found = values.get(key);
      if (!found) return undefined;
      values.delete(key);
      values.set(key, found);
      return found.value;
    },
    set(key, value) {
      remove(key);
      const size = sizeOf(value);
      if (size > limit) return;
      values.set(key, { value, size });
      total += size;
      for (const oldest of values.keys()) {
        if (total <= limit) break;
        remove(oldest);
      }
    },
    delete: remove,
    get size() {
      return total;
    },
  };
}
