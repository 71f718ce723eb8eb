/**
 * Writes Protocol Buffers wire format into one growing array. Lengths are written before contents, so nested messages
 * are built in a writer of their own and copied in.
 */
export class ProtobufWriter {
  #bytes: Uint8Array;
  #length = 0;

  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  clear(): void {
    this.#length = 0;
  }

  /** An unsigned varint; values up to 2^53. */
  varint(value: number): void {
    this.#reserve(10);
    const bytes = this.#bytes;
    let at = this.#length;
    let rest = value;
    // Bit operations are 32-bit in JavaScript: larger values are divided until they fit.
    while (rest > 0x7fffffff) {
      bytes[at++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    while (rest > 0x7f) {
      bytes[at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    bytes[at++] = rest;
    this.#length = at;
  }

  /** Two unsigned varints: the tags of a feature are pairs, and most of a tile. */
  pair(first: number, second: number): void {
    if (first >= 0x4000 || second >= 0x4000) {
      this.varint(first);
      this.varint(second);
      return;
    }
    this.#reserve(4);
    const bytes = this.#bytes;
    let at = this.#length;
    if (first < 0x80) bytes[at++] = first;
    else {
      bytes[at++] = (first & 0x7f) | 0x80;
      bytes[at++] = first >> 7;
    }
    if (second < 0x80) bytes[at++] = second;
    else {
      bytes[at++] = (second & 0x7f) | 0x80;
      bytes[at++] = second >> 7;
    }
    this.#length = at;
  }

  /** A signed 32-bit value in zigzag form. */
  zigzag(value: number): void {
    this.varint(((value << 1) ^ (value >> 31)) >>> 0);
  }

  varintField(field: number, value: number): void {
    this.varint((field << 3) | VARINT);
    this.varint(value);
  }

  textField(field: number, text: string): void {
    for (let i = 0; i < text.length; i++)
      if (text.charCodeAt(i) > 0x7f) {
        const encoded = encoder.encode(text);
        this.#begin(field, encoded.length);
        this.append(encoded);
        return;
      }
    this.#begin(field, text.length);
    this.#reserve(text.length);
    const bytes = this.#bytes;
    const at = this.#length;
    for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
    this.#length = at + text.length;
  }

  /** What another writer holds, as a length-delimited field. */
  writerField(field: number, other: ProtobufWriter): void {
    this.#begin(field, other.#length);
    this.appendWriter(other);
  }

  /** Finished fields as they are. */
  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** What another writer holds, as it is. */
  appendWriter(other: ProtobufWriter): void {
    this.appendFrom(other.#bytes, 0, other.#length);
  }

  /** A part of other bytes. */
  appendFrom(from: Uint8Array, start: number, end: number): void {
    const length = end - start;
    // Making a view costs as much as copying some hundred bytes one by one.
    if (length > 200) {
      this.append(from.subarray(start, end));
      return;
    }
    this.#reserve(length);
    const to = this.#bytes;
    const at = this.#length;
    for (let i = 0; i < length; i++) to[at + i] = from[start + i] ?? 0;
    this.#length = at + length;
  }

  /** The bytes so far; overwritten by what is written next. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** A copy of the bytes so far. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #begin(field: number, length: number): void {
    this.varint((field << 3) | LENGTH_DELIMITED);
    this.varint(length);
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, needed));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

const VARINT = 0;
const LENGTH_DELIMITED = 2;
const encoder = new TextEncoder();
