/** Arrays in PostgreSQL's binary form, which the driver sends unchanged from a Buffer. */

export type Value = string | number | bigint | boolean | Uint8Array | null;

export type ElementType = 'bigint' | 'integer' | 'smallint' | 'boolean' | 'double precision' | 'text' | 'bytea';

interface Element {
  /** OIDs of pg_type. */
  readonly oid: number;
  size(value: NonNullable<Value>): number;
  write(to: Buffer, at: number, value: NonNullable<Value>): void;
}

const ELEMENTS: Record<ElementType, Element> = {
  bigint: { oid: 20, size: () => 8, write: (to, at, value) => to.writeBigInt64BE(BigInt(value as bigint), at) },
  integer: { oid: 23, size: () => 4, write: (to, at, value) => to.writeInt32BE(whole(value), at) },
  smallint: { oid: 21, size: () => 2, write: (to, at, value) => to.writeInt16BE(whole(value), at) },
  boolean: { oid: 16, size: () => 1, write: (to, at, value) => to.writeUInt8(truth(value), at) },
  'double precision': { oid: 701, size: () => 8, write: (to, at, value) => to.writeDoubleBE(Number(value), at) },
  text: {
    oid: 25,
    size: (value) => Buffer.byteLength(String(value)),
    write: (to, at, value) => to.write(String(value), at),
  },
  bytea: {
    oid: 17,
    size: (value) => (value as Uint8Array).length,
    write: (to, at, value) => to.set(value as Uint8Array, at),
  },
};

/** A Buffer would write NaN as 0 and truncate a fraction, where the database refuses the text of either. */
function whole(value: Value): number {
  const number = Number(value);
  if (!Number.isInteger(number)) throw new TypeError(`a ${typeof value} that is no whole number in a column of those`);
  return number;
}

function truth(value: Value): 0 | 1 {
  if (typeof value !== 'boolean') throw new TypeError(`a ${typeof value} in a column of booleans`);
  return value ? 1 : 0;
}

const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const NULL_LENGTH = -1;

/** One-dimensional, from `from` up to but not including `to`. */
export function arrayBinary(values: ArrayLike<Value>, from: number, to: number, type: ElementType): Buffer {
  const { oid, size, write } = ELEMENTS[type];
  let bytes = HEADER_BYTES;
  for (let i = from; i < to; i++) {
    const value = values[i] ?? null;
    bytes += LENGTH_BYTES + (value === null ? 0 : size(value));
  }
  const array = Buffer.allocUnsafe(bytes);
  const dimensions = 1;
  const mayHoldNulls = 1;
  const lowerBound = 1;
  let at = 0;
  for (const word of [dimensions, mayHoldNulls, oid, to - from, lowerBound]) at = array.writeInt32BE(word, at);
  for (let i = from; i < to; i++) {
    const value = values[i] ?? null;
    if (value === null) {
      at = array.writeInt32BE(NULL_LENGTH, at);
      continue;
    }
    const length = size(value);
    at = array.writeInt32BE(length, at);
    write(array, at, value);
    at += length;
  }
  return array;
}
