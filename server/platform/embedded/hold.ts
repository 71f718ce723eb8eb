/**
 * Who may run the database of a data folder: whoever holds a lock of the operating system on a file in it. The lock goes with
 * its process, however that ends, so none is ever left behind and no process number is ever taken for another's.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Exit code of a process that found the folder held. */
export const HELD = 75;
const SQLITE_BUSY = 5;

/** Takes the lock for as long as this process runs. @returns false when another process holds it */
export function takeHold(folder: string): boolean {
  // SQLite has the locks that Node lacks, on every system (sqlite.org/lockingv3.html).
  const file = new DatabaseSync(join(folder, 'held.sqlite'));
  try {
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return false;
    throw error;
  }
  held.add(file);
  writeFileSync(join(folder, 'holder'), String(process.pid));
  return true;
}

/** Keeps what is held from the garbage collector, which would close it. */
const held = new Set<DatabaseSync>();

/** Process number of whoever held it last, for people; 0 when nobody has. */
export function holderOf(folder: string): number {
  try {
    return Number(readFileSync(join(folder, 'holder'), 'utf8'));
  } catch {
    return 0;
  }
}
