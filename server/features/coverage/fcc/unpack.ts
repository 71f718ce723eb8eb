/** Turns every input into a plain CSV on disk: DuckDB reads those on all cores, and packed ones on one. */
import { createReadStream, createWriteStream, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createGunzip } from 'node:zlib';
import { MOST_INFLATION, mostUnpacked } from '../../../platform/archive-limits.ts';
import { fccErrors } from './errors.ts';
import type { Input } from './inputs.ts';
import { readZipMember } from './zip.ts';

/** @param target path of the plain CSV; names inside archives are never used as paths */
export async function unpack(input: Input, target: string): Promise<void> {
  if (input.packing === 'gzip') await gunzip(input, target);
  else await unzip(input, target);
}

async function unzip(input: Input, target: string): Promise<void> {
  await readZipMember(input.path, input.member ?? '', async (bytes, declared) => {
    requireRoom(input, declared.bytes, target);
    const meter = measured(input, declared.bytes);
    await pipeline(bytes, meter.stream, createWriteStream(target));
    if (meter.bytes() !== declared.bytes || meter.crc32() !== declared.crc32)
      throw new Error('the content does not match its checksum');
  });
}

async function gunzip(input: Input, target: string): Promise<void> {
  const packed = statSync(input.path).size;
  const source: Readable = createReadStream(input.path, { highWaterMark: 1 << 20 });
  const meter = measured(input, Math.min(mostUnpacked(packed), freeBytes(target)));
  await pipeline(source, createGunzip({ chunkSize: 1 << 18 }), meter.stream, createWriteStream(target)).catch(
    (error) => {
      throw isZlibError(error) ? fccErrors.gzipUnreadable(input.name, error) : error;
    },
  );
}

/** Counts and checksums the bytes that pass, and fails the stream beyond `most` bytes. */
function measured(input: Input, most: number) {
  let bytes = 0;
  let sum = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      bytes += chunk.length;
      sum = crc32(chunk, sum);
      callback(bytes > most ? fccErrors.bomb(input.name, MOST_INFLATION) : null, chunk);
    },
  });
  return { stream, bytes: () => bytes, crc32: () => sum };
}

function requireRoom(input: Input, bytes: number, target: string): void {
  const free = freeBytes(target);
  if (bytes > free) throw fccErrors.noRoom(input.name, bytes, free);
}

function freeBytes(target: string): number {
  const disk = statfsSync(dirname(target));
  return disk.bavail * disk.bsize;
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
