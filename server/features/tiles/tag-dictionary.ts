/** The keys and values of one vector tile layer, each written once, and the pairs of numbers features hold instead. */
import { FIRST_VALUE, MOST_VALUES } from '../../domain/cell-tile.ts';
import type { CellTable } from './cell-table.ts';
import type { Patterns } from './patterns.ts';
import { ProtobufWriter } from './protobuf.ts';

const LAYER = { keys: 3, values: 4 } as const;
const VALUE = { text: 1, uint: 5, bool: 7 } as const;
/** Counts under it are found in an array, the few larger ones in a map. */
const SMALL = 1 << 16;

export interface TagDictionary {
  /** The key and value numbers of one row, packed. */
  writeTags(out: ProtobufWriter, row: number, h3: string): void;
  writeTo(layer: ProtobufWriter): void;
  readonly length: number;
}

export function tagDictionary({ columns, published }: CellTable): TagDictionary {
  const keys = new ProtobufWriter(4096);
  const values = new ProtobufWriter(1 << 14);
  const value = new ProtobufWriter(64);
  let keyCount = 0;
  let valueCount = 0;

  function addKey(name: string): number {
    keys.textField(LAYER.keys, name);
    return keyCount++;
  }
  function addValue(): number {
    values.writerField(LAYER.values, value);
    value.clear();
    return valueCount++;
  }

  // 0 = not written yet, so numbers are kept one higher.
  const smallNumbers = new Uint32Array(SMALL);
  const largeNumbers = new Map<number, number>();
  function numberValue(count: number): number {
    const known = (count < SMALL ? smallNumbers[count] : largeNumbers.get(count)) ?? 0;
    if (known > 0) return known - 1;
    value.varintField(VALUE.uint, count);
    const added = addValue();
    if (count < SMALL) smallNumbers[count] = added + 1;
    else largeNumbers.set(count, added + 1);
    return added;
  }
  const flags: [number | undefined, number | undefined] = [undefined, undefined];
  function flagValue(flag: 0 | 1): number {
    const known = flags[flag];
    if (known !== undefined) return known;
    value.varintField(VALUE.bool, flag);
    const added = addValue();
    flags[flag] = added;
    return added;
  }
  function textValue(text: string): number {
    value.textField(VALUE.text, text);
    return addValue();
  }
  const masks = new Map<number, number>();
  function maskValue(mask: number, text: string): number {
    const known = masks.get(mask);
    if (known !== undefined) return known;
    const added = textValue(text);
    masks.set(mask, added);
    return added;
  }

  const h3Key = addKey('h3');
  const keyNumbers = new Map<string, number>();
  function keyNumber(name: string): number {
    const known = keyNumbers.get(name);
    if (known !== undefined) return known;
    const added = addKey(name);
    keyNumbers.set(name, added);
    return added;
  }
  const columnKeys = new Int32Array(columns.length).fill(-1);
  const arrays = columns.map((column) => column.values);
  /** Values under it are HIDDEN_CODES and not written. */
  const leastShown = Uint8Array.from(columns, (column) => (column.kind === 'count' ? FIRST_VALUE : 0));
  const isFlag = columns.map((column) => column.kind === 'flag');
  /** Of each pattern, the key number and value column of each statistic that is shown, and how many value columns. */
  const shownBy = new Map<number, { pairs: Uint16Array; places: number }>();
  function shownIn({ keys, bytes }: Patterns, pattern: number): { pairs: Uint16Array; places: number } {
    const known = shownBy.get(pattern);
    if (known) return known;
    const pairs: number[] = [];
    let places = 0;
    for (let i = 0; i < keys.length; i++) {
      const code = bytes[pattern * keys.length + i] ?? 0;
      if (code < FIRST_VALUE) continue;
      pairs.push(keyNumber(keys[i] ?? ''), code - FIRST_VALUE);
      places = Math.max(places, code - FIRST_VALUE + 1);
    }
    const shown = { pairs: Uint16Array.from(pairs), places };
    shownBy.set(pattern, shown);
    return shown;
  }
  /** A row has a dozen different counts in a hundred statistics: each is looked up once. */
  const numberAt = new Uint32Array(MOST_VALUES);

  return {
    writeTags(out, row, h3) {
      out.pair(h3Key, textValue(h3));
      for (let column = 0; column < arrays.length; column++) {
        const count = arrays[column]?.[row] ?? 0;
        if (count < (leastShown[column] ?? 0)) continue;
        let key = columnKeys[column] ?? -1;
        if (key < 0) {
          key = keyNumber(columns[column]?.name ?? '');
          columnKeys[column] = key;
        }
        out.pair(key, isFlag[column] ? flagValue(count === 0 ? 0 : 1) : numberValue(count));
      }
      if (!published) return;
      const { patterns, hidden } = published;
      const { pairs, places } = shownIn(patterns, patterns.ofRow[row] ?? 0);
      for (let place = 0; place < places; place++) numberAt[place] = numberValue(patterns.values[place]?.[row] ?? 0);
      for (let i = 0; i < pairs.length; i += 2) out.pair(pairs[i] ?? 0, numberAt[pairs[i + 1] ?? 0] ?? 0);
      const mask = hidden.ofRow[row] ?? 0;
      const text = hidden.texts[mask];
      if (text === undefined) return;
      out.pair(keyNumber('hidden'), maskValue(mask, text));
    },
    writeTo(layer) {
      layer.appendWriter(keys);
      layer.appendWriter(values);
    },
    get length() {
      return keys.length + values.length;
    },
  };
}
