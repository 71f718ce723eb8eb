/**
 * Tags of vector tile features, prepared when a table is loaded: every key and value of the table is encoded
 * once, and a row is a list of number pairs. A tile then copies only the keys and values that its rows name.
 */
import { ProtobufWriter } from './protobuf.ts';

const LAYER = { keys: 3, values: 4 } as const;
const VALUE = { text: 1, uint: 5, bool: 7 } as const;

/** Bits of a pair that hold the key. */
const KEY_BITS = 9;
const KEY_MASK = (1 << KEY_BITS) - 1;

export interface Tags {
  /** Pairs of all rows; those of a row begin at `starts[row]`. A pair is `value << KEY_BITS | key`. */
  readonly pairs: Uint32Array;
  readonly starts: Uint32Array;
  readonly keys: Fields;
  readonly values: Fields;
  readonly inTile: Numbered;
  readonly byteLength: number;
}

/**
 * Numbers of keys and values in the tile being encoded. Those of earlier tiles stay, and are at most `before`: clearing room for each
 * value of a state took longer than encoding a tile.
 */
interface Numbered {
  readonly keys: Uint32Array;
  readonly values: Uint32Array;
  before: number;
}

/** Encoded protobuf fields, concatenated. */
interface Fields {
  readonly bytes: Uint8Array;
  /** One more than there are fields. */
  readonly starts: Uint32Array;
}

export interface TagsWriter {
  nextRow(): void;
  number(key: string, value: number): void;
  flag(key: string, value: boolean): void;
  text(key: string, value: string): void;
  finish(): Tags;
}

export function tagsWriter(): TagsWriter {
  const keys = fieldsWriter();
  const values = fieldsWriter();
  const value = new ProtobufWriter(64);
  let pairs = new Uint32Array(1 << 12);
  let length = 0;
  const starts: number[] = [];

  function add(key: string, name: string | number, write: () => void): void {
    const keyNumber = keys.number(key, (out) => out.textField(LAYER.keys, key));
    const valueNumber = values.number(name, (out) => {
      value.clear();
      write();
      out.writerField(LAYER.values, value);
    });
    if (keyNumber > KEY_MASK || valueNumber >>> (32 - KEY_BITS) !== 0)
      throw new RangeError('more keys or different values than a pair has room for');
    if (length === pairs.length) {
      const grown = new Uint32Array(length * 2);
      grown.set(pairs);
      pairs = grown;
    }
    pairs[length++] = ((valueNumber << KEY_BITS) | keyNumber) >>> 0;
  }
  return {
    nextRow: () => void starts.push(length),
    number: (key, number) => add(key, number, () => value.varintField(VALUE.uint, number)),
    flag: (key, flag) => add(key, `flag ${flag}`, () => value.varintField(VALUE.bool, flag ? 1 : 0)),
    text: (key, text) => add(key, `text ${text}`, () => value.textField(VALUE.text, text)),
    finish() {
      const made = {
        pairs: pairs.slice(0, length),
        starts: Uint32Array.from([...starts, length]),
        keys: keys.finish(),
        values: values.finish(),
        inTile: { keys: new Uint32Array(keys.count), values: new Uint32Array(values.count), before: 0 },
      };
      const byteLength = made.pairs.byteLength + made.starts.byteLength + made.keys.bytes.length * 2;
      return { ...made, byteLength: byteLength + made.values.bytes.length + made.values.starts.byteLength * 2 };
    },
  };
}

function fieldsWriter() {
  const numbers = new Map<string | number, number>();
  const out = new ProtobufWriter(4096);
  const starts: number[] = [];
  return {
    number(name: string | number, write: (out: ProtobufWriter) => void): number {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      starts.push(out.length);
      write(out);
      numbers.set(name, numbers.size);
      return numbers.size - 1;
    },
    get count(): number {
      return starts.length;
    },
    finish: (): Fields => ({ bytes: out.finish(), starts: Uint32Array.from([...starts, out.length]) }),
  };
}

/** The keys and values of one tile, numbered by first appearance in its rows. */
export interface TileTags {
  /** The packed pairs of a row. */
  write(out: ProtobufWriter, row: number): void;
  writeTo(layer: ProtobufWriter): void;
}

/** The keys and values of the tile being encoded; reused. */
const keysHere = new ProtobufWriter(1 << 12);
const valuesHere = new ProtobufWriter(1 << 14);
/** Leaves room for the numbers of one more tile. */
const MOST_BEFORE = 2 ** 31;

/** @returns the tags of a tile, to be written before another's are asked for */
export function tileTags({ pairs, starts, keys, values, inTile }: Tags): TileTags {
  keysHere.clear();
  valuesHere.clear();
  if (inTile.before > MOST_BEFORE) {
    inTile.keys.fill(0);
    inTile.values.fill(0);
    inTile.before = 0;
  }
  const { before, keys: keyNumbers, values: valueNumbers } = inTile;
  inTile.before += Math.max(keyNumbers.length, valueNumbers.length);
  let keyCount = 0;
  let valueCount = 0;
  return {
    write(out, row) {
      const start = starts[row] ?? 0;
      const end = starts[row + 1] ?? 0;
      // Encoded by hand into one reserved block: pairs are most of a tile.
      const bytes = out.room((end - start) * LONGEST_PAIR);
      let at = out.length;
      for (let i = start; i < end; i++) {
        const pair = pairs[i] as number;
        const key = pair & KEY_MASK;
        const named = pair >>> KEY_BITS;
        let keyNumber = (keyNumbers[key] as number) - before;
        if (keyNumber <= 0) {
          copyField(keysHere, keys, key);
          keyNumber = ++keyCount;
          keyNumbers[key] = before + keyNumber;
        }
        let valueNumber = (valueNumbers[named] as number) - before;
        if (valueNumber <= 0) {
          copyField(valuesHere, values, named);
          valueNumber = ++valueCount;
          valueNumbers[named] = before + valueNumber;
        }
        const keyAt = keyNumber - 1;
        if (keyAt < 0x80) bytes[at++] = keyAt;
        else {
          bytes[at++] = (keyAt & 0x7f) | 0x80;
          bytes[at++] = keyAt >> 7;
        }
        let rest = valueNumber - 1;
        while (rest > 0x7f) {
          bytes[at++] = (rest & 0x7f) | 0x80;
          rest >>= 7;
        }
        bytes[at++] = rest;
      }
      out.skipTo(at);
    },
    writeTo(layer) {
      layer.appendWriter(keysHere);
      layer.appendWriter(valuesHere);
    },
  };
}

/** Bytes of two numbers that a pair has bits for. */
const LONGEST_PAIR = 6;

function copyField(out: ProtobufWriter, { bytes, starts }: Fields, field: number): void {
  out.appendFrom(bytes, starts[field] ?? 0, starts[field + 1] ?? 0);
}
