/**
 * Cell tiles: the columns of a tile's rows as an Arrow IPC stream of one record batch. Each column has the narrowest
 * unsigned type that fits; counts hidden as `low` in every row are omitted. There are no nulls. Estimates are codes, byte
 * by byte, see `domain/cell-tile.ts`.
 */
import { estimatesColumn, STATISTICS_METADATA } from '../../domain/cell-tile.ts';
import { type ArrowField, endOfStream, recordBatchMessage, schemaMessage } from './arrow-messages.ts';
import type { CellTable, Plane } from './cell-table.ts';

/** @returns no bytes when there are no rows */
export function encodeArrow({ h3, columns, estimates }: CellTable, rows: Uint32Array): Uint8Array {
  if (rows.length === 0) return new Uint8Array();
  const width = estimates ? estimates.planes.length * estimates.width : 0;
  const body = batchBody(rows.length, columns.length, width);
  body.addCells(h3, rows);
  for (const { name, kind, values } of columns) body.add(name, values, rows, kind === 'count');
  estimates?.planes.forEach((plane, i) => {
    body.addPlane(estimatesColumn(i), plane, rows);
  });
  const metadata = estimates ? { [STATISTICS_METADATA]: estimates.fingerprint } : {};
  return concatenated([schemaMessage(body.fields, metadata), ...body.finish(), endOfStream]);
}

/** Arrow asks for buffers at multiples of 8. */
const ALIGNMENT = 8;

function batchBody(count: number, columns: number, bytesARow: number) {
  // Room for the widest case; columns are packed consecutively.
  const body = new Uint8Array(count * (8 + bytesARow) + 4 * ALIGNMENT + columns * (count * 4 + ALIGNMENT));
  const gathered = new Uint32Array(count);
  const fields: ArrowField[] = [];
  const buffers: { at: number; length: number }[] = [];
  let at = 0;
  const added = (field: ArrowField, length: number) => {
    fields.push(field);
    buffers.push({ at, length });
    at += Math.ceil(length / ALIGNMENT) * ALIGNMENT;
  };
  return {
    fields,
    addCells(h3: BigUint64Array, rows: Uint32Array): void {
      const into = new BigUint64Array(body.buffer, at, count);
      for (let i = 0; i < count; i++) into[i] = h3[rows[i] ?? 0] ?? 0n;
      added({ name: 'h3', bits: 64 }, count * 8);
    },
    add(name: string, values: Uint32Array, rows: Uint32Array, leaveOutZeros: boolean): void {
      let every = 0;
      for (let i = 0; i < count; i++) {
        const value = values[rows[i] ?? 0] ?? 0;
        gathered[i] = value;
        every |= value;
      }
      if (every === 0 && leaveOutZeros) return;
      const bits = every >>> 16 !== 0 ? 32 : every >>> 8 !== 0 ? 16 : 8;
      new (bits === 32 ? Uint32Array : bits === 16 ? Uint16Array : Uint8Array)(body.buffer, at, count).set(gathered);
      added({ name, bits }, (count * bits) / 8);
    },
    /** One byte per estimate and row, estimate by estimate; omitted where every byte is 0. */
    addPlane(name: string, { bytes, used }: Plane, rows: Uint32Array): void {
      const width = used.length;
      const tableRows = bytes.length / width;
      let every = 0;
      for (let estimate = 0; estimate < width; estimate++) {
        if (used[estimate] === 0) continue;
        const from = estimate * tableRows;
        const to = at + estimate * count;
        for (let i = 0; i < count; i++) {
          const byte = bytes[from + (rows[i] as number)] as number;
          body[to + i] = byte;
          every |= byte;
        }
      }
      if (every !== 0) added({ name, width }, count * width);
    },
    finish: (): [Uint8Array, Uint8Array] => [recordBatchMessage(count, buffers, at), body.subarray(0, at)],
  };
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
