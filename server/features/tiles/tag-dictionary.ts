/** The keys and values of one vector tile layer, each written once, and the pairs of numbers features hold instead. */
import type { CellTable } from './cell-table.ts';
import { type ProtobufWriter, protobufWriter } from './protobuf.ts';

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

export function tagDictionary({ columns, hidden }: CellTable): TagDictionary {
  const keys = protobufWriter(4096);
  const values = protobufWriter(1 << 14);
  const value = protobufWriter(64);
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
  const columnKeys = new Int32Array(columns.length).fill(-1);
  let hiddenKey = -1;
  const arrays = columns.map((column) => column.values);
  /** Values under it are HIDDEN_CODES and not written. */
  const leastShown = Uint8Array.from(columns, (column) => (column.kind === 'count' ? 3 : 0));
  const isFlag = columns.map((column) => column.kind === 'flag');

  return {
    writeTags(out, row, h3) {
      out.varint(h3Key);
      out.varint(textValue(h3));
      for (let column = 0; column < arrays.length; column++) {
        const count = arrays[column]?.[row] ?? 0;
        if (count < (leastShown[column] ?? 0)) continue;
        let key = columnKeys[column] ?? -1;
        if (key < 0) {
          key = addKey(columns[column]?.name ?? '');
          columnKeys[column] = key;
        }
        out.varint(key);
        out.varint(isFlag[column] ? flagValue(count === 0 ? 0 : 1) : numberValue(count));
      }
      const mask = hidden?.ofRow[row] ?? 0;
      const text = hidden?.texts[mask];
      if (text === undefined) return;
      if (hiddenKey < 0) hiddenKey = addKey('hidden');
      out.varint(hiddenKey);
      out.varint(maskValue(mask, text));
    },
    writeTo(layer) {
      layer.append(keys.view());
      layer.append(values.view());
    },
    get length() {
      return keys.length + values.length;
    },
  };
}
