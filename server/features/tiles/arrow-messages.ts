/**
 * The two flatbuffer messages of our Arrow streams, encoded by hand: a table library (apache-arrow) takes ten times as
 * long, longer than everything else in a cell tile. Source: Apache Arrow columnar format 1.5 (Message.fbs, Schema.fbs) and
 * FlatBuffers internals. Offsets of tables and vectors point forward; a table's offset to its description (vtable) points
 * backward.
 */
export type ArrowField =
  | { readonly name: string /** Width of the unsigned integers. */; readonly bits: 8 | 16 | 32 | 64 }
  | { readonly name: string /** Bytes of each byte string. */; readonly width: number };

const V5 = 4;
const HEADER = { schema: 1, recordBatch: 3 } as const;
const TYPE = { int: 2, fixedSizeBinary: 15 } as const;

/** 0xFFFFFFFF and a length of 0. */
export const endOfStream = Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 0);

export function schemaMessage(
  fields: readonly ArrowField[],
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
  const texts = [...fields.map(({ name }) => name), ...Object.entries(metadata).flat()];
  const size = 400 + texts.reduce((sum, text) => sum + 40 + text.length, 0);
  const { view, target, link, finish } = messageOf(HEADER.schema, size, 0);
  // Schema: 1 fields, 2 custom_metadata. Field: 0 name, 2 type_type, 3 type, 5 children.
  // Int: 0 bitWidth. FixedSizeBinary: 0 byteWidth. KeyValue: 0 key, 1 value.
  const fieldShape = target.vtable(20, [4, 0, 16, 8, 0, 12]);
  const widthShape = target.vtable(8, [4]);
  const pairShape = target.vtable(12, [4, 8]);

  const schema = target.table(target.vtable(12, [0, 4, 8]), 12);
  link.header(schema);
  const list = target.tables(fields.length, fieldShape, 20);
  link.to(schema + 4, list.at);
  const pairs = Object.entries(metadata);
  const pairList = target.tables(pairs.length, pairShape, 12);
  link.to(schema + 8, pairList.at);

  const noChildren = target.vector(0, 4);
  // Shared tables of types and texts come last: offsets only point forward.
  const types = new Map<number, number>();
  const typeOfWidth = (width: number): number => {
    const known = types.get(width);
    if (known !== undefined) return known;
    const type = target.table(widthShape, 8);
    view.setInt32(type + 4, width, true);
    types.set(width, type);
    return type;
  };
  fields.forEach((field, i) => {
    const at = list.tables[i] ?? 0;
    link.to(at + 4, target.text(field.name));
    link.to(at + 12, noChildren);
    view.setUint8(at + 16, 'bits' in field ? TYPE.int : TYPE.fixedSizeBinary);
  });
  // A type is one number in both cases: bits of an integer, or bytes of a byte string.
  fields.forEach((field, i) => {
    link.to((list.tables[i] ?? 0) + 8, typeOfWidth('bits' in field ? field.bits : field.width));
  });
  pairs.forEach(([key, value], i) => {
    const pair = pairList.tables[i] ?? 0;
    link.to(pair + 4, target.text(key));
    link.to(pair + 8, target.text(value));
  });
  return finish();
}

/** @param buffers position of each field's values in the body */
export function recordBatchMessage(
  rows: number,
  buffers: readonly { readonly at: number; readonly length: number }[],
  bodyLength: number,
): Uint8Array {
  const { view, target, link, finish } = messageOf(HEADER.recordBatch, 256 + buffers.length * 48, bodyLength);
  // RecordBatch: 0 length, 1 nodes, 2 buffers; per column an empty validity buffer and its values.
  const batch = target.table(target.vtable(24, [8, 4, 16]), 24, 8);
  link.header(batch);
  view.setUint32(batch + 8, rows, true);
  const nodes = target.vector(buffers.length, 16, 8);
  link.to(batch + 4, nodes);
  const places = target.vector(buffers.length * 2, 16, 8);
  link.to(batch + 16, places);
  buffers.forEach(({ at, length }, i) => {
    view.setUint32(nodes + 4 + 16 * i, rows, true);
    const place = places + 4 + 32 * i;
    view.setUint32(place, at, true);
    view.setUint32(place + 16, at, true);
    view.setUint32(place + 24, length, true);
  });
  return finish();
}

const encoder = new TextEncoder();

/** An open Message: its own table is written, with room for the rest. Positions count from the flatbuffer's start. */
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
    /** @param slots offset of each field in its table, 0 = default */
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
    /** @returns the position of its length; the elements follow it */
    vector(length: number, elementSize: number, alignment = 4): number {
      align(4);
      align(alignment, 4);
      const start = at;
      view.setUint32(start, length, true);
      at += 4 + length * elementSize;
      return start;
    },
    /** A vector of equally shaped tables. */
    tables(length: number, vtable: number, size: number): { at: number; tables: number[] } {
      const list = target.vector(length, 4);
      const tables = Array.from({ length }, (_, i) => {
        const table = target.table(vtable, size);
        link.to(list + 4 + 4 * i, table);
        return table;
      });
      return { at: list, tables };
    },
    text(text: string): number {
      const encoded = encoder.encode(text);
      const start = target.vector(encoded.length, 1);
      bytes.set(encoded, start + 4);
      // Flatbuffers terminates strings with a zero as well.
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
