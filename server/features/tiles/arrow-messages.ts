/**
 * The two flatbuffer messages of our Arrow streams, laid out by hand: a table library builds the same in ten times as
 * long (measured with apache-arrow), longer than everything else a cell tile takes. Source: Apache Arrow columnar
 * format 1.5 (Message.fbs, Schema.fbs) and FlatBuffers internals. Offsets of tables and vectors point forwards, to the
 * tables' own descriptions (vtables) backwards.
 */
export interface ArrowField {
  readonly name: string;
  readonly bits: 8 | 16 | 32 | 64;
}

const V5 = 4;
const HEADER = { schema: 1, recordBatch: 3 } as const;
const INT_TYPE = 2;

/** 0xFFFFFFFF and a length of 0. */
export const endOfStream = Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 0);

export function schemaMessage(fields: readonly ArrowField[]): Uint8Array {
  const names = fields.map(({ name }) => nameBytes(name));
  const size = 256 + names.reduce((sum, name) => sum + 32 + name.length, 0);
  const { view, bytes, target, link, finish } = messageOf(HEADER.schema, size, 0);
  // Schema: 1 fields. Field: 0 name, 2 type_type, 3 type, 5 children. Int: 0 bitWidth.
  const schemaShape = target.vtable(8, [0, 4]);
  const fieldShape = target.vtable(20, [4, 0, 16, 8, 0, 12]);
  const intShape = target.vtable(8, [4]);

  const schema = target.table(schemaShape, 8);
  link.header(schema);
  const list = target.vector(fields.length, 4);
  link.to(schema + 4, list);
  const tables = fields.map((_, i) => {
    const table = target.table(fieldShape, 20);
    view.setUint8(table + 16, INT_TYPE);
    link.to(list + 4 + 4 * i, table);
    return table;
  });
  const types = new Map<number, number>();
  const noChildren = target.vector(0, 4);
  fields.forEach(({ bits }, i) => {
    const table = tables[i] ?? 0;
    let type = types.get(bits);
    if (type === undefined) {
      type = target.table(intShape, 8);
      view.setInt32(type + 4, bits, true);
      types.set(bits, type);
    }
    link.to(table + 8, type);
    link.to(table + 12, noChildren);
  });
  // Vectors and tables lie before the texts: readers that share `children` and `type` still see forward offsets.
  names.forEach((name, i) => {
    const text = target.vector(name.length, 1);
    bytes.set(name, text + 4);
    target.skip(1);
    link.to((tables[i] ?? 0) + 4, text);
  });
  return finish();
}

export function recordBatchMessage(
  rows: number,
  fields: readonly ArrowField[],
  offsets: readonly number[],
  bodyLength: number,
): Uint8Array {
  const { view, target, link, finish } = messageOf(HEADER.recordBatch, 256 + fields.length * 48, bodyLength);
  // RecordBatch: 0 length, 1 nodes, 2 buffers.
  const batch = target.table(target.vtable(24, [8, 4, 16]), 24, 8);
  link.header(batch);
  view.setUint32(batch + 8, rows, true);
  const nodes = target.vector(fields.length, 16, 8);
  link.to(batch + 4, nodes);
  for (let i = 0; i < fields.length; i++) view.setUint32(nodes + 4 + 16 * i, rows, true);
  const buffers = target.vector(fields.length * 2, 16, 8);
  link.to(batch + 16, buffers);
  fields.forEach(({ bits }, i) => {
    const at = buffers + 4 + 32 * i;
    const offset = offsets[i] ?? 0;
    view.setUint32(at, offset, true);
    view.setUint32(at + 16, offset, true);
    view.setUint32(at + 24, (rows * bits) / 8, true);
  });
  return finish();
}

const names = new Map<string, Uint8Array>();
function nameBytes(name: string): Uint8Array {
  let bytes = names.get(name);
  if (!bytes) {
    bytes = new TextEncoder().encode(name);
    names.set(name, bytes);
  }
  return bytes;
}

/** A Message begun: its own table written, room for the rest. Positions count from the flatbuffer's start. */
function messageOf(headerType: number, size: number, bodyLength: number) {
  const whole = new Uint8Array(8 + size + 64);
  const bytes = whole.subarray(8);
  const view = new DataView(whole.buffer, 8);
  let at = 4;

  const align = (to: number, before = 0) => {
    while ((at + before) % to !== 0) at++;
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
    skip(count: number): void {
      at += count;
    },
  };

  // Message: 0 version, 1 header_type, 2 header, 3 bodyLength.
  const message = target.table(target.vtable(24, [16, 18, 4, 8]), 24, 8);
  view.setUint32(0, message, true);
  view.setUint32(message + 8, bodyLength, true);
  view.setInt16(message + 16, V5, true);
  view.setUint8(message + 18, headerType);

  const link = {
    to(slot: number, position: number): void {
      view.setUint32(slot, position - slot, true);
    },
    header(position: number): void {
      link.to(message + 4, position);
    },
  };
  return {
    bytes,
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
