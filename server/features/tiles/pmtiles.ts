/**
 * Writes PMTiles archives (specification version 3): tiles sorted by Hilbert number, equal tiles stored once.
 * The first 16 KiB are reserved for the header and root directory, tiles follow as they come, the rest goes to the
 * end, so only the directory stays in memory.
 */
import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';
import { ProtobufWriter } from './protobuf.ts';

export interface ArchiveWriter {
  /** @param gzipped contents; tiles must come in order of their number @throws RangeError otherwise */
  add(z: number, x: number, y: number, gzipped: Uint8Array): Promise<void>;
  /** Completes the file, which only then gets its name. */
  finish(of: ArchiveDescription): Promise<{ tiles: number; bytes: number }>;
  /** Removes what was written. */
  abandon(): Promise<void>;
}

export interface ArchiveDescription {
  readonly metadata: object;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** West, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number];
}

interface Entry {
  readonly tileId: number;
  readonly offset: number;
  readonly length: number;
  /** Run of consecutive tiles with the same contents; 0 marks a leaf directory. */
  runLength: number;
}

const DATA_AT = 16_384;
const HEADER_BYTES = 127;
const LEAF_ENTRIES = 4096;

export async function archiveWriter(path: string): Promise<ArchiveWriter> {
  const partial = `${path}.partial`;
  const file = await open(partial, 'w');
  const entries: Entry[] = [];
  const known = new Map<string, { offset: number; length: number }>();
  let dataBytes = 0;
  let addressed = 0;

  return {
    async add(z, x, y, gzipped) {
      const tileId = zxyToTileId(z, x, y);
      const last = entries.at(-1);
      if (last && tileId < last.tileId + last.runLength) throw new RangeError('tiles must be added in order');
      addressed++;
      const hash = createHash('sha256').update(gzipped).digest('base64');
      const same = known.get(hash);
      if (same && last && same.offset === last.offset && tileId === last.tileId + last.runLength) {
        last.runLength++;
        return;
      }
      const stored = same ?? { offset: dataBytes, length: gzipped.length };
      if (!same) {
        await file.write(gzipped, 0, gzipped.length, DATA_AT + dataBytes);
        dataBytes += gzipped.length;
        known.set(hash, stored);
      }
      entries.push({ tileId, ...stored, runLength: 1 });
    },

    async finish({ metadata, minZoom, maxZoom, bounds }) {
      const { root, leaves } = directories(entries);
      const description = gzipSync(JSON.stringify(metadata));
      await file.write(description, 0, description.length, DATA_AT + dataBytes);
      await file.write(leaves, 0, leaves.length, DATA_AT + dataBytes + description.length);
      const header = Buffer.alloc(HEADER_BYTES);
      header.write('PMTiles', 0, 'latin1');
      header.writeUInt8(3, 7);
      const numbers = [
        HEADER_BYTES,
        root.length,
        DATA_AT + dataBytes,
        description.length,
        DATA_AT + dataBytes + description.length,
        leaves.length,
        DATA_AT,
        dataBytes,
        addressed,
        entries.length,
        known.size,
      ];
      numbers.forEach((number, i) => {
        header.writeBigUInt64LE(BigInt(number), 8 + 8 * i);
      });
      header.set([CLUSTERED, GZIP, GZIP, MVT, minZoom, maxZoom], 96);
      const [west, south, east, north] = bounds;
      [west, south, east, north].forEach((degrees, i) => {
        header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * i);
      });
      header.writeUInt8(Math.min(maxZoom, 7), 118);
      header.writeInt32LE(Math.round(((west + east) / 2) * 1e7), 119);
      header.writeInt32LE(Math.round(((south + north) / 2) * 1e7), 123);
      await file.write(header, 0, header.length, 0);
      await file.write(root, 0, root.length, HEADER_BYTES);
      await file.sync();
      await file.close();
      await rename(partial, path);
      return { tiles: addressed, bytes: DATA_AT + dataBytes + description.length + leaves.length };
    },

    async abandon() {
      await file.close();
      await rm(partial, { force: true });
    },
  };
}

const CLUSTERED = 1;
const GZIP = 2;
const MVT = 1;

/** One directory if it fits beside the header, else a root with leaves. */
function directories(entries: readonly Entry[]): { root: Buffer; leaves: Buffer } {
  const whole = directory(entries);
  if (HEADER_BYTES + whole.length <= DATA_AT) return { root: whole, leaves: Buffer.alloc(0) };
  const parts: Buffer[] = [];
  const rootEntries: Entry[] = [];
  let offset = 0;
  for (let from = 0; from < entries.length; from += LEAF_ENTRIES) {
    const leaf = directory(entries.slice(from, from + LEAF_ENTRIES));
    rootEntries.push({ tileId: entries[from]?.tileId ?? 0, offset, length: leaf.length, runLength: 0 });
    parts.push(leaf);
    offset += leaf.length;
  }
  return { root: directory(rootEntries), leaves: Buffer.concat(parts) };
}

function directory(entries: readonly Entry[]): Buffer {
  const out = new ProtobufWriter(entries.length * 8 + 16);
  out.varint(entries.length);
  let before = 0;
  for (const { tileId } of entries) {
    out.varint(tileId - before);
    before = tileId;
  }
  for (const { runLength } of entries) out.varint(runLength);
  for (const { length } of entries) out.varint(length);
  entries.forEach(({ offset }, i) => {
    const previous = entries[i - 1];
    // 0 = directly after the previous entry.
    out.varint(previous && offset === previous.offset + previous.length ? 0 : offset + 1);
  });
  return gzipSync(out.view());
}
