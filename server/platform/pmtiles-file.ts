/** A PMTiles archive in a file. */
import { open } from 'node:fs/promises';
import { PMTiles } from 'pmtiles';

export interface PmtilesFile {
  readonly archive: PMTiles;
  /** @returns no bytes where nothing is drawn */
  tile(at: { z: number; x: number; y: number }): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** @throws the file system's error when there is no such file, or none that may be read */
export async function openPmtiles(path: string): Promise<PmtilesFile> {
  const file = await open(path);
  const archive = new PMTiles({
    getKey: () => path,
    async getBytes(offset, length) {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await file.read(bytes, 0, length, offset);
      return { data: bytes.buffer.slice(0, bytesRead) };
    },
  });
  return {
    archive,
    async tile({ z, x, y }) {
      const found = await archive.getZxy(z, x, y);
      return found ? new Uint8Array(found.data) : new Uint8Array();
    },
    close: () => file.close(),
  };
}
