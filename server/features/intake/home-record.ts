/** The binary record of one home: cell, household key, student key, status of the home and of the device. */
import { type Cell, parentOf } from '../../domain/cell.ts';

export const RECORD_BYTES = 42;
export const HOUSEHOLD_AT = 8;
export const STUDENT_AT = 24;
/** Two bytes: index into HOME_STATUSES, index into DEVICE_STATUSES. From the database the two bytes are the answers number. */
export const STATUSES_AT = 40;
export const HOME_AT = STATUSES_AT;
export const DEVICE_AT = STATUSES_AT + 1;

/** The finest resolution of an area, and the one that distinguishes homes. */
export const FINEST = 8;

/** Cell at the finest resolution of the record at the buffer's first byte. */
export function cellOf(record: Buffer): Cell {
  return parentOf(record.readBigInt64BE(0), FINEST);
}

/** Runs of neighboring homes in one cell: most districts' homes are sorted by cell. */
export function* runsIn(records: Buffer): Generator<{ cell: Cell; homes: Buffer[] }> {
  let run: { cell: Cell; homes: Buffer[] } | undefined;
  for (const home of recordsIn(records)) {
    if (run?.homes[0]?.compare(home, 0, HOUSEHOLD_AT, 0, HOUSEHOLD_AT) === 0) run.homes.push(home);
    else {
      if (run) yield run;
      run = { cell: cellOf(home), homes: [home] };
    }
  }
  if (run) yield run;
}

/** The student's key as text, for lookups. */
export function studentOf(record: Buffer): string {
  return record.toString('latin1', STUDENT_AT, STATUSES_AT);
}

export function householdOf(record: Buffer): string {
  return record.toString('latin1', HOUSEHOLD_AT, STUDENT_AT);
}

export function* recordsIn(records: Buffer): Generator<Buffer> {
  for (let at = 0; at < records.length; at += RECORD_BYTES) yield records.subarray(at, at + RECORD_BYTES);
}

/** The home with other statuses. */
export function withStatuses(record: Buffer, { home, device }: { home: number; device: number }): Buffer {
  if (record[HOME_AT] === home && record[DEVICE_AT] === device) return record;
  const copy = Buffer.from(record);
  copy[HOME_AT] = home;
  copy[DEVICE_AT] = device;
  return copy;
}

export function statusesIn(record: Buffer): { home: number; device: number } {
  return { home: record.readUInt8(HOME_AT), device: record.readUInt8(DEVICE_AT) };
}

export interface Size {
  readonly students: number;
  readonly households: number;
}

export function sizeOf(records: readonly Buffer[]): Size {
  return { students: records.length, households: new Set(records.map(householdOf)).size };
}
