import { KEY_BYTES } from '../pseudonym.ts';

/** Finds a student's first row by key: open addressing over the keys in the table, 8 bytes a student. */
export class StudentIndex {
  #slots = new Int32Array(1 << 12).fill(-1);
  #size = 0;

  /** @returns the slot with the same key, or else the given one, now added */
  add(keys: Uint8Array, slot: number): number {
    if (this.#size * 2 >= this.#slots.length) this.#grow(keys);
    const mask = this.#slots.length - 1;
    for (let at = hashAt(keys, slot) & mask; ; at = (at + 1) & mask) {
      const known = this.#slots[at] ?? -1;
      if (known < 0) {
        this.#slots[at] = slot;
        this.#size++;
        return slot;
      }
      if (sameKey(keys, known, slot)) return known;
    }
  }

  /** @returns the added slot with the same key as the given one, if any */
  find(keys: Uint8Array, slot: number): number | undefined {
    const mask = this.#slots.length - 1;
    for (let at = hashAt(keys, slot) & mask; ; at = (at + 1) & mask) {
      const known = this.#slots[at] ?? -1;
      if (known < 0) return undefined;
      if (sameKey(keys, known, slot)) return known;
    }
  }

  #grow(keys: Uint8Array): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2).fill(-1);
    const mask = this.#slots.length - 1;
    for (const slot of old) {
      if (slot < 0) continue;
      let at = hashAt(keys, slot) & mask;
      while ((this.#slots[at] ?? -1) >= 0) at = (at + 1) & mask;
      this.#slots[at] = slot;
    }
  }
}

/** Keys are already uniform. */
function hashAt(keys: Uint8Array, slot: number): number {
  const at = slot * KEY_BYTES;
  return ((keys[at] ?? 0) << 24) | ((keys[at + 1] ?? 0) << 16) | ((keys[at + 2] ?? 0) << 8) | (keys[at + 3] ?? 0);
}

function sameKey(keys: Uint8Array, a: number, b: number): boolean {
  for (let i = 0; i < KEY_BYTES; i++) if (keys[a * KEY_BYTES + i] !== keys[b * KEY_BYTES + i]) return false;
  return true;
}
