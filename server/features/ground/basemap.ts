/** A state's own basemap: one PMTiles file that whoever runs the instance names by a setting. */
import { type FileHandle, open } from 'node:fs/promises';
import { PMTiles, TileType } from 'pmtiles';
import { refusal } from '../../platform/problem.ts';
import type { Ground } from './contract.ts';

export interface Basemap {
  readonly described: NonNullable<Ground['basemap']>;
  readonly contentType: string;
  /** @returns no bytes where nothing is drawn */
  tile(at: { z: number; x: number; y: number }): Promise<Uint8Array>;
  close(): Promise<void>;
}

const CONTENT_TYPES: Partial<Record<TileType, string>> = {
  [TileType.Mvt]: 'application/vnd.mapbox-vector-tile',
  [TileType.Png]: 'image/png',
  [TileType.Jpeg]: 'image/jpeg',
  [TileType.Webp]: 'image/webp',
};

export const BASEMAP_TILES = '/basemap/{z}/{x}/{y}';

/** @throws Refusal when the file is missing, or no PMTiles archive of a kind that browsers draw */
export async function openBasemap(path: string): Promise<Basemap> {
  const file = await open(path).catch(() => {
    throw refusal('ground.basemap/missing', 500, { path });
  });
  try {
    const archive = new PMTiles({ getKey: () => path, getBytes: (offset, length) => bytesOf(file, offset, length) });
    const { tileType, minZoom, maxZoom } = await archive.getHeader();
    const contentType = CONTENT_TYPES[tileType];
    if (contentType === undefined) throw new TypeError('of tiles that browsers cannot draw');
    const { vector_layers: layers = [], attribution = '' } = (await archive.getMetadata()) as {
      vector_layers?: { id: string }[];
      attribution?: string;
    };
    return {
      contentType,
      described: {
        tiles: BASEMAP_TILES,
        encoding: tileType === TileType.Mvt ? 'vector' : 'picture',
        minZoom,
        maxZoom,
        layers: layers.map(({ id }) => id),
        // It may hold links; a map shows its words.
        attribution: attribution.replace(/<[^>]*>/g, '').slice(0, 200),
      },
      async tile({ z, x, y }) {
        const found = await archive.getZxy(z, x, y);
        return found ? new Uint8Array(found.data) : new Uint8Array();
      },
      close: () => file.close(),
    };
  } catch {
    await file.close();
    throw refusal('ground.basemap/unreadable', 500, { path });
  }
}

async function bytesOf(file: FileHandle, offset: number, length: number): Promise<{ data: ArrayBuffer }> {
  const bytes = new Uint8Array(length);
  const { bytesRead } = await file.read(bytes, 0, length, offset);
  return { data: bytes.buffer.slice(0, bytesRead) };
}
