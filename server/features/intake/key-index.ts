const KEY_WORDS = 4;

/**
 * Numbers 16-byte keys 0, 1, 2... in order of first appearance. Open addressing over typed arrays: a million keys
 * take 28 MB and no garbage, where a Map of strings takes 120 MB.
 */
export class KeyIndex {
  #slots = new Int32Array(1 << 12).fill(-1);
  #words = new Uint32Array((1 << 11) * KEY_WORDS);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Number of the key whose 16 bytes begin at `offset`; equal to the previous `size` when it is new. */
  add(bytes: Buffer, offset: number): number {
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    const a = bytes.readUInt32LE(offset);
    const b = bytes.readUInt32LE(offset + 4);
    const c = bytes.readUInt32LE(offset + 8);
    const d = bytes.readUInt32LE(offset + 12);
    const mask = this.#slots.length - 1;
    for (let slot = mixed(a, b, c, d) & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot] ?? -1;
      const at = number * KEY_WORDS;
      if (number < 0) {
        const next = this.#size++;
        this.#slots[slot] = next;
        this.#words.set([a, b, c, d], next * KEY_WORDS);
        return next;
      }
      const words = this.#words;
      if (words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) return number;
    }
  }

  #grow(): void {
    const words = new Uint32Array(this.#words.length * 2);
    words.set(this.#words);
    this.#words = words;
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      const at = number * KEY_WORDS;
      let slot = mixed(words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0, words[at + 3] ?? 0) & mask;
      while ((this.#slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number;
    }
  }
}

/** 32 bits that follow from a 16-byte key. */
export function keyNumber(bytes: Buffer, offset: number): number {
  return mixed(
    bytes.readUInt32LE(offset),
    bytes.readUInt32LE(offset + 4),
    bytes.readUInt32LE(offset + 8),
    bytes.readUInt32LE(offset + 12),
  );
}

/**
 * Replaces a 16-byte key by a random one with the same `keyNumber`: noise follows from these numbers, so what was published keeps its
 * noise. No more of the key remains than that number.
 *
 * @param random 12 bytes
 */
export function maskKey(bytes: Buffer, offset: number, random: Buffer): void {
  const wordsOf = (buffer: Buffer, at: number) =>
    [buffer.readUInt32LE(at), buffer.readUInt32LE(at + 4), buffer.readUInt32LE(at + 8)] as const;
  const last = mixedThree(...wordsOf(bytes, offset)) ^ bytes.readUInt32LE(offset + 12);
  random.copy(bytes, offset, 0, 12);
  bytes.writeInt32LE(last ^ mixedThree(...wordsOf(random, 0)), offset + 12);
}

/** HMAC keys would need no mixing; similar keys of test data made long runs without it. */
function mixed(a: number, b: number, c: number, d: number): number {
  let hash = mixedThree(a, b, c) ^ d;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return hash ^ (hash >>> 15);
}

function mixedThree(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ b;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ c;
  return Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
}
