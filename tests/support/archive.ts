/** Tile archives as a reader opens them, and the tiles to look for. */
import { open } from 'node:fs/promises';
import { PMTiles } from 'pmtiles';
import type { Tile } from '../../server/features/tiles/address.ts';
import { worldX, worldY } from '../../server/features/tiles/outlines.ts';

export async function openArchive(path: string): Promise<{ archive: PMTiles; close(): Promise<void> }> {
  const file = await open(path);
  const archive = new PMTiles({
    getKey: () => path,
    async getBytes(offset, length) {
      const bytes = Buffer.alloc(length);
      const { bytesRead } = await file.read(bytes, 0, length, offset);
      return { data: new Uint8Array(bytes.subarray(0, bytesRead)).buffer };
    },
  });
  return { archive, close: () => file.close() };
}

/** Tiles that touch a box, from zoom 0 on. */
export function* tilesOver(
  box: { west: number; south: number; east: number; north: number },
  maxZoom: number,
): Generator<Tile> {
  for (let z = 0; z <= maxZoom; z++) {
    const at = (world: number) => Math.floor(world * 2 ** z);
    for (let x = at(worldX(box.west)); x <= at(worldX(box.east)); x++)
      for (let y = at(worldY(box.north)); y <= at(worldY(box.south)); y++) yield { z, x, y };
  }
}
