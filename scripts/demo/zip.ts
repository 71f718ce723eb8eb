import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';

/** 1 July 2026, 00:00, in the archive's own form: a fixed time keeps the bytes the same. */
const FIXED_DATE = ((2026 - 1980) << 9) | (7 << 5) | 1;

export interface ZipEntry {
  name: string;
  bytes: Uint8Array;
}

/** An archive of small files, in memory. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes, { level: 6 });
    const facts = { name, crc: crc32(bytes), packed: packed.length, plain: bytes.length, offset };
    const header = localHeader(facts);
    parts.push(header, packed);
    directory.push(directoryRecord(facts));
    offset += header.length + packed.length;
  }
  return Buffer.concat([...parts, ...directory, endRecord(directory, offset)]);
}

/**
 * One large text written into an archive of one file as it is made: level 1, because a demo is made once and read
 * once (level 6 takes three times as long and saves a fifth).
 */
export async function zipText(path: string, name: string, chunks: Iterable<string>): Promise<number> {
  const file = openSync(path, 'w');
  try {
    const facts = { name, crc: 0, packed: 0, plain: 0, offset: 0 };
    const header = localHeader(facts);
    writeSync(file, header);
    const deflate = createDeflateRaw({ level: 1, chunkSize: 256 * 1024 });
    const packed = (async () => {
      for await (const chunk of deflate as AsyncIterable<Buffer>) {
        writeSync(file, chunk);
        facts.packed += chunk.length;
      }
    })();
    for (const chunk of chunks) {
      const bytes = Buffer.from(chunk, 'utf8');
      facts.crc = crc32(bytes, facts.crc);
      facts.plain += bytes.length;
      if (!deflate.write(bytes)) await new Promise((resume) => deflate.once('drain', resume));
    }
    deflate.end();
    await packed;
    const directory = [directoryRecord(facts)];
    writeSync(file, Buffer.concat([...directory, endRecord(directory, header.length + facts.packed)]));
    writeSync(file, localHeader(facts), 0, header.length, 0);
    return facts.plain;
  } finally {
    closeSync(file);
  }
}

interface EntryFacts {
  name: string;
  crc: number;
  packed: number;
  plain: number;
  offset: number;
}

function localHeader({ name, crc, packed, plain }: EntryFacts): Buffer {
  const header = Buffer.alloc(30 + name.length);
  header.writeUInt32LE(0x04034b50, 0);
  writeFacts(header, 4, crc, packed, plain, name.length);
  header.write(name, 30, 'latin1');
  return header;
}

function directoryRecord({ name, crc, packed, plain, offset }: EntryFacts): Buffer {
  const record = Buffer.alloc(46 + name.length);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(20, 4);
  writeFacts(record, 6, crc, packed, plain, name.length);
  record.writeUInt32LE(offset, 42);
  record.write(name, 46, 'latin1');
  return record;
}

/** The fields that both headers share: version needed, flags, method, time, date, sizes, length of the name. */
function writeFacts(into: Buffer, at: number, crc: number, packed: number, plain: number, nameLength: number): void {
  into.writeUInt16LE(20, at);
  into.writeUInt16LE(8, at + 4);
  into.writeUInt16LE(FIXED_DATE, at + 8);
  into.writeUInt32LE(crc, at + 10);
  into.writeUInt32LE(packed, at + 14);
  into.writeUInt32LE(plain, at + 18);
  into.writeUInt16LE(nameLength, at + 22);
}

function endRecord(directory: readonly Buffer[], offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(directory.length, 8);
  record.writeUInt16LE(directory.length, 10);
  record.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    12,
  );
  record.writeUInt32LE(offset, 16);
  return record;
}
