/** The dBASE table of a Shapefile: how many rows it has, and how its text is written. */
import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** Rows by its head; undefined where it has none. */
export function rowsOfTable(dbf: string): number | undefined {
  const file = openSync(dbf, 'r');
  try {
    const head = Buffer.alloc(32);
    return readSync(file, head, 0, 32, 0) === 32 ? head.readUInt32LE(4) : undefined;
  } finally {
    closeSync(file);
  }
}

interface TableText {
  readonly kind: 'ascii' | 'utf-8' | 'other';
  /** Language driver, 0 if none is given. */
  readonly language: number;
  /** Texts that filled their column in mid-letter; the moved file now ends them before that letter. */
  readonly cut: number;
  /** Non-UTF-8 text with characters inside words that are signs in Windows-1252 and letters in the code pages of DOS. */
  readonly isOfDos: boolean;
}

/** é, á, í, ó, ú, ñ and others in 437 and 850, after a letter; in Windows-1252 a currency sign or a low quote. */
const LETTER_OF_DOS = /[A-Za-z][\x81-\x84\x87-\x89\x8b\x8d\x90\xa1-\xa5](?=[A-Za-z\s]|$)/;
const LETTER_OF_WINDOWS = /[A-Za-z][\xc0-\xff](?=[A-Za-z\s]|$)/;

const BATCH = 1 << 20;

/** Scans the text columns of a dBASE table, record by record. Leaves an invalid table for GDAL to refuse. */
export function tableText(dbf: string): TableText {
  const file = openSync(dbf, 'r+');
  try {
    const head = Buffer.alloc(0x8000);
    const read = readSync(file, head, 0, head.length, 0);
    const from = head.readUInt16LE(8);
    const size = head.readUInt16LE(10);
    if (read < 32 || from > read || size === 0) return { kind: 'ascii', language: 0, cut: 0, isOfDos: false };
    const language = head[29] ?? 0;
    const columns = textColumns(head.subarray(32, from));
    const cuts: [at: number, length: number][] = [];
    let kind: TableText['kind'] = 'ascii';
    const batch = Buffer.alloc(Math.max(1, Math.floor(BATCH / size)) * size);
    for (let at = from; ; at += batch.length) {
      const bytes = batch.subarray(0, readSync(file, batch, 0, batch.length, at));
      if (bytes.length === 0) break;
      if (isAscii(bytes)) continue;
      for (let record = 0; record < bytes.length; record += size) {
        for (const { offset, length } of columns) {
          const value = bytes.subarray(record + offset, record + offset + length);
          if (isAscii(value)) continue;
          const half = halfLetter(value);
          if (!isUtf8(value.subarray(0, value.length - half))) {
            kind = 'other';
            const text = value.toString('latin1');
            if (LETTER_OF_WINDOWS.test(text)) return { kind, language, cut: 0, isOfDos: false };
            if (LETTER_OF_DOS.test(text)) return { kind, language, cut: 0, isOfDos: true };
          }
          if (kind === 'other') continue;
          kind = 'utf-8';
          if (half > 0) cuts.push([at + record + offset + length - half, half]);
        }
      }
    }
    if (kind === 'other') return { kind, language, cut: 0, isOfDos: false };
    for (const [at, length] of cuts) writeSync(file, Buffer.alloc(length, ' '), 0, length, at);
    return { kind, language, cut: cuts.length, isOfDos: false };
  } finally {
    closeSync(file);
  }
}

function textColumns(descriptors: Buffer): { offset: number; length: number }[] {
  const columns: { offset: number; length: number }[] = [];
  let offset = 1;
  for (let at = 0; at + 32 <= descriptors.length && descriptors[at] !== 0x0d; at += 32) {
    const length = descriptors[at + 16] ?? 0;
    if (descriptors[at + 11] === 0x43) columns.push({ offset, length });
    offset += length;
  }
  return columns;
}

/** Number of trailing bytes that begin a UTF-8 letter without ending it. */
function halfLetter(value: Buffer): number {
  for (let back = 1; back <= 3 && back <= value.length; back++) {
    const byte = value[value.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
