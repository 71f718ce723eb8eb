/**
 * Cell tiles: the columns of a tile's rows as an Arrow IPC stream of one record batch. Each column in the narrowest
 * unsigned type that holds it; counts hidden as `low` in every row are left out. Nothing is null.
 */

import { type ArrowField, endOfStream, recordBatchMessage, schemaMessage } from './arrow-messages.ts';
import type { CellTable } from './cell-table.ts';

/** Arrow asks for buffers at multiples of 8. */
const ALIGNMENT = 8;

/** @returns no bytes when there are no rows */
export function encodeArrow(table: CellTable, rows: Uint32Array): Uint8Array {
  const count = rows.length;
  if (count === 0) return new Uint8Array();
  // Room for the widest case; columns are packed one after the other.
  const body = new Uint8Array(count * 8 + table.columns.length * (count * 4 + ALIGNMENT));
  const fields: ArrowField[] = [];
  const offsets: number[] = [];
  let at = 0;
  const add = (field: ArrowField) => {
    fields.push(field);
    offsets.push(at);
    at += Math.ceil((count * field.bits) / 8 / ALIGNMENT) * ALIGNMENT;
  };

  const h3 = new BigUint64Array(body.buffer, 0, count);
  for (let i = 0; i < count; i++) h3[i] = table.h3[rows[i] ?? 0] ?? 0n;
  add({ name: 'h3', bits: 64 });

  for (const { name, kind, values } of table.columns) {
    let every = 0;
    if (values instanceof Uint8Array) {
      const into = new Uint8Array(body.buffer, at, count);
      for (let i = 0; i < count; i++) every |= into[i] = values[rows[i] ?? 0] ?? 0;
      if (every !== 0 || kind !== 'count') add({ name, bits: 8 });
      continue;
    }
    for (let i = 0; i < count; i++) every |= values[rows[i] ?? 0] ?? 0;
    if (every === 0 && kind === 'count') continue;
    const bits = every >>> 16 !== 0 ? 32 : every >>> 8 !== 0 ? 16 : 8;
    const into = new (bits === 32 ? Uint32Array : bits === 16 ? Uint16Array : Uint8Array)(body.buffer, at, count);
    for (let i = 0; i < count; i++) into[i] = values[rows[i] ?? 0] ?? 0;
    add({ name, bits });
  }

  const schema = schemaMessage(fields);
  const batch = recordBatchMessage(count, fields, offsets, at);
  const whole = new Uint8Array(schema.length + batch.length + at + endOfStream.length);
  whole.set(schema);
  whole.set(batch, schema.length);
  whole.set(body.subarray(0, at), schema.length + batch.length);
  whole.set(endOfStream, schema.length + batch.length + at);
  return whole;
}
