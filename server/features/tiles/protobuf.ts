/**
 * Writes Protocol Buffers wire format into one growing array. Lengths are written before contents, so nested messages
 * are built in a writer of their own and copied in.
 */
export interface ProtobufWriter {
  readonly length: number;
  clear(): void;
  /** An unsigned varint; values up to 2^53. */
  varint(value: number): void;
  /** A signed 32-bit value in zigzag form. */
  zigzag(value: number): void;
  /** A length-delimited field: text, bytes or a finished message. */
  bytesField(field: number, bytes: Uint8Array): void;
  textField(field: number, text: string): void;
  varintField(field: number, value: number): void;
  /** What another writer holds, as a length-delimited field. */
  writerField(field: number, writer: ProtobufWriter): void;
  /** Finished fields as they are. */
  append(bytes: Uint8Array): void;
  /** The bytes so far; overwritten by what is written next. */
  view(): Uint8Array;
  /** A copy of the bytes so far. */
  finish(): Uint8Array;
}

const VARINT = 0;
const LENGTH_DELIMITED = 2;
const encoder = new TextEncoder();

export function protobufWriter(capacity = 1024): ProtobufWriter {
  let bytes = new Uint8Array(capacity);
  let at = 0;

  function reserve(more: number): void {
    if (at + more <= bytes.length) return;
    const grown = new Uint8Array(Math.max(bytes.length * 2, at + more));
    grown.set(bytes.subarray(0, at));
    bytes = grown;
  }

  function varint(value: number): void {
    reserve(10);
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
  }

  function append(added: Uint8Array): void {
    reserve(added.length);
    bytes.set(added, at);
    at += added.length;
  }

  const writer: ProtobufWriter = {
    get length() {
      return at;
    },
    clear() {
      at = 0;
    },
    varint,
    zigzag: (value) => varint(((value << 1) ^ (value >> 31)) >>> 0),
    bytesField(field, added) {
      varint((field << 3) | LENGTH_DELIMITED);
      varint(added.length);
      append(added);
    },
    textField(field, text) {
      writer.bytesField(field, encoder.encode(text));
    },
    varintField(field, value) {
      varint((field << 3) | VARINT);
      varint(value);
    },
    writerField(field, other) {
      writer.bytesField(field, other.view());
    },
    append,
    view: () => bytes.subarray(0, at),
    finish: () => bytes.slice(0, at),
  };
  return writer;
}
