/**
 * Writes the Protocol Buffers wire format into one growing array. A length precedes its contents: `open` reserves its bytes and
 * `close` fills them in, so nothing is built elsewhere and copied. The reserve is a three-byte varint, whose upper bytes may be zero.
 * Measured on the features of a tile of 1,519 hexes: 3.5 ms against 3.9 ms with pbf 5, and 0.4 % more bytes by gzip. pbf can neither
 * copy prepared fields from other bytes, as for tags, nor undo a feature that turned out empty.
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
    // JavaScript's bit operations are 32-bit: divides larger values until they fit.
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

  /** Begins a length-delimited field of less than 2 MB. @returns what `close` needs */
  open(field: number): number {
    this.varint((field << 3) | LENGTH_DELIMITED);
    this.#reserve(ROOM_FOR_LENGTH);
    this.#length += ROOM_FOR_LENGTH;
    return this.#length;
  }

  close(opened: number): void {
    const length = this.#length - opened;
    if (length >>> (7 * ROOM_FOR_LENGTH) !== 0) throw new RangeError('the field is too long');
    for (let i = 0; i < ROOM_FOR_LENGTH; i++)
      this.#bytes[opened - ROOM_FOR_LENGTH + i] = ((length >>> (7 * i)) & 0x7f) | (i + 1 < ROOM_FOR_LENGTH ? 0x80 : 0);
  }

  /** Another writer's contents, as a length-delimited field. */
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

  /** Another writer's contents, verbatim. */
  appendWriter(other: ProtobufWriter): void {
    this.appendFrom(other.#bytes, 0, other.#length);
  }

  /** A slice of other bytes. */
  appendFrom(from: Uint8Array, start: number, end: number): void {
    const length = end - start;
    // A view costs as much as copying some hundred bytes one by one.
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

  /** All bytes, with the given room after `length`; report with `skipTo` how much was written. */
  room(more: number): Uint8Array {
    this.#reserve(more);
    return this.#bytes;
  }

  skipTo(length: number): void {
    this.#length = length;
  }

  /** The bytes so far; later writes overwrite them. */
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

const ROOM_FOR_LENGTH = 3;
const VARINT = 0;
const LENGTH_DELIMITED = 2;
const encoder = new TextEncoder();
