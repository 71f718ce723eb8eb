/**
 * The two flatbuffer messages of our Arrow streams, laid out by hand: a table library builds the same in ten times as
 * long (measured with apache-arrow), longer than everything else a cell tile takes. Source: Apache Arrow columnar
 * format 1.5 (Message.fbs, Schema.fbs) and FlatBuffers internals. Offsets of tables and vectors point forwards, to the
 * tables' own descriptions (vtables) backwards.
 */
export interface ArrowField {
  readonly name: string;
  /** Width of the integers; of a column with a dictionary, of the positions in it. */
  readonly bits: 8 | 16 | 32 | 64;
  /** Bytes a value of the column's dictionary has. A stream has one such column at most. */
  readonly dictionaryWidth?: number;
}

const V5 = 4;
const HEADER = { schema: 1, dictionaryBatch: 2, recordBatch: 3 } as const;
const TYPE = { int: 2, fixedSizeBinary: 15 } as const;
const ALIGNMENT = 8;

/** 0xFFFFFFFF and a length of 0. */
export const endOfStream = Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 0);

export function schemaMessage(
  fields: readonly ArrowField[],
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
  const texts = [...fields.map(({ name }) => name), ...Object.entries(metadata).flat()];
  const size = 400 + texts.reduce((sum, text) => sum + 40 + text.length, 0);
  const { view, target, link, finish } = messageOf(HEADER.schema, size, 0);
  // Schema: 1 fields, 2 custom_metadata. Field: 0 name, 2 type_type, 3 type, 4 dictionary, 5 children.
  // Int: 0 bitWidth. FixedSizeBinary: 0 byteWidth. DictionaryEncoding: 1 indexType. KeyValue: 0 key, 1 value.
  const fieldShape = target.vtable(20, [4, 0, 16, 8, 0, 12]);
  const dictionaryFieldShape = target.vtable(24, [4, 0, 16, 8, 20, 12]);
  const widthShape = target.vtable(8, [4]);
  const encodingShape = target.vtable(8, [0, 4]);
  const pairShape = target.vtable(12, [4, 8]);

  const schema = target.table(target.vtable(12, [0, 4, 8]), 12);
  link.header(schema);
  const list = target.tables(
    fields.map(({ dictionaryWidth }) => (dictionaryWidth ? dictionaryFieldShape : fieldShape)),
    fields.map(({ dictionaryWidth }) => (dictionaryWidth ? 24 : 20)),
  );
  link.to(schema + 4, list.at);
  const pairs = Object.entries(metadata);
  const pairList = target.tables(
    pairs.map(() => pairShape),
    pairs.map(() => 12),
  );
  link.to(schema + 8, pairList.at);

  const noChildren = target.vector(0, 4);
  // Tables of types and texts come after all that share them: offsets only point forwards.
  const types = new Map<number, number>();
  const typeOfWidth = (width: number): number => {
    const known = types.get(width);
    if (known !== undefined) return known;
    const type = target.table(widthShape, 8);
    view.setInt32(type + 4, width, true);
    types.set(width, type);
    return type;
  };
  fields.forEach(({ name, bits, dictionaryWidth }, i) => {
    const field = list.tables[i] ?? 0;
    link.to(field + 4, target.text(name));
    link.to(field + 12, noChildren);
    if (dictionaryWidth) {
      view.setUint8(field + 16, TYPE.fixedSizeBinary);
      const binary = target.table(widthShape, 8);
      view.setInt32(binary + 4, dictionaryWidth, true);
      link.to(field + 8, binary);
      const encoding = target.table(encodingShape, 8);
      link.to(field + 20, encoding);
      const indexType = target.table(widthShape, 8);
      view.setInt32(indexType + 4, bits, true);
      link.to(encoding + 4, indexType);
    } else view.setUint8(field + 16, TYPE.int);
  });
  fields.forEach(({ bits, dictionaryWidth }, i) => {
    if (!dictionaryWidth) link.to((list.tables[i] ?? 0) + 8, typeOfWidth(bits));
  });
  pairs.forEach(([key, value], i) => {
    const pair = pairList.tables[i] ?? 0;
    link.to(pair + 4, target.text(key));
    link.to(pair + 8, target.text(value));
  });
  return finish();
}

/** @param offsets where in the body each field's values begin */
export function recordBatchMessage(
  rows: number,
  fields: readonly ArrowField[],
  offsets: readonly number[],
  bodyLength: number,
): Uint8Array {
  const message = messageOf(HEADER.recordBatch, 256 + fields.length * 48, bodyLength);
  const batch = message.target.table(message.target.vtable(24, [8, 4, 16]), 24, 8);
  message.link.header(batch);
  writeBatch(
    message,
    batch,
    rows,
    fields.map(({ bits }, i) => ({ at: offsets[i] ?? 0, length: (rows * bits) / 8 })),
  );
  return message.finish();
}

/** The dictionary of the one column that has one, message and body. @param bytes values of `width` bytes each */
export function dictionaryMessage(bytes: Uint8Array, width: number): [Uint8Array, Uint8Array] {
  const body = new Uint8Array(Math.ceil(bytes.length / ALIGNMENT) * ALIGNMENT);
  body.set(bytes);
  const message = messageOf(HEADER.dictionaryBatch, 256, body.length);
  const { target, link } = message;
  // DictionaryBatch: 1 data; its id is 0, the default.
  const batchShape = target.vtable(24, [8, 4, 16]);
  const dictionary = target.table(target.vtable(8, [0, 4]), 8);
  link.header(dictionary);
  const batch = target.table(batchShape, 24, 8);
  link.to(dictionary + 4, batch);
  writeBatch(message, batch, bytes.length / width, [{ at: 0, length: bytes.length }]);
  return [message.finish(), body];
}

/** RecordBatch: 0 length, 1 nodes, 2 buffers; of each column an empty validity buffer and its values. */
function writeBatch(
  { view, target, link }: Message,
  batch: number,
  rows: number,
  columns: readonly { at: number; length: number }[],
): void {
  view.setUint32(batch + 8, rows, true);
  const nodes = target.vector(columns.length, 16, 8);
  link.to(batch + 4, nodes);
  const buffers = target.vector(columns.length * 2, 16, 8);
  link.to(batch + 16, buffers);
  columns.forEach(({ at, length }, i) => {
    view.setUint32(nodes + 4 + 16 * i, rows, true);
    const buffer = buffers + 4 + 32 * i;
    view.setUint32(buffer, at, true);
    view.setUint32(buffer + 16, at, true);
    view.setUint32(buffer + 24, length, true);
  });
}

const encoder = new TextEncoder();

type Message = ReturnType<typeof messageOf>;

/** A Message begun: its own table written, room for the rest. Positions count from the flatbuffer's start. */
function messageOf(headerType: number, size: number, bodyLength: number) {
  const whole = new Uint8Array(8 + size + 64);
  const bytes = whole.subarray(8);
  const view = new DataView(whole.buffer, 8);
  let at = 4;

  const align = (to: number, before = 0) => {
    while ((at + before) % to !== 0) at++;
  };
  const messageTable = { at: 0 };
  const link = {
    to(slot: number, position: number): void {
      view.setUint32(slot, position - slot, true);
    },
    header(position: number): void {
      link.to(messageTable.at + 4, position);
    },
  };
  const target = {
    /** @param slots offset of each field in its table, 0 = left at its default */
    vtable(tableSize: number, slots: readonly number[]): number {
      align(2);
      const start = at;
      view.setUint16(at, 4 + 2 * slots.length, true);
      view.setUint16(at + 2, tableSize, true);
      slots.forEach((slot, i) => {
        view.setUint16(start + 4 + 2 * i, slot, true);
      });
      at += 4 + 2 * slots.length;
      return start;
    },
    table(vtable: number, tableSize: number, alignment = 4): number {
      align(alignment);
      const start = at;
      view.setInt32(start, start - vtable, true);
      at += tableSize;
      return start;
    },
    /** @returns the position of its length, which the elements follow */
    vector(length: number, elementSize: number, alignment = 4): number {
      align(4);
      align(alignment, 4);
      const start = at;
      view.setUint32(start, length, true);
      at += 4 + length * elementSize;
      return start;
    },
    /** A vector of tables, each with its shape and size. */
    tables(vtables: readonly number[], sizes: readonly number[]): { at: number; tables: number[] } {
      const list = target.vector(vtables.length, 4);
      const tables = vtables.map((vtable, i) => {
        const table = target.table(vtable, sizes[i] ?? 0);
        link.to(list + 4 + 4 * i, table);
        return table;
      });
      return { at: list, tables };
    },
    text(text: string): number {
      const encoded = encoder.encode(text);
      const start = target.vector(encoded.length, 1);
      bytes.set(encoded, start + 4);
      // Flatbuffers ends texts with a zero as well.
      at += 1;
      return start;
    },
  };

  // Message: 0 version, 1 header_type, 2 header, 3 bodyLength.
  const message = target.table(target.vtable(24, [16, 18, 4, 8]), 24, 8);
  messageTable.at = message;
  view.setUint32(0, message, true);
  view.setUint32(message + 8, bodyLength, true);
  view.setInt16(message + 16, V5, true);
  view.setUint8(message + 18, headerType);

  return {
    view,
    target,
    link,
    /** The message with its prefix, its length a multiple of 8. */
    finish(): Uint8Array {
      align(8);
      const prefix = new DataView(whole.buffer, 0);
      prefix.setUint32(0, 0xffffffff, true);
      prefix.setUint32(4, at, true);
      return whole.subarray(0, 8 + at);
    },
  };
}
