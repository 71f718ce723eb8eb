/** A state's own basemap: one PMTiles file that whoever runs the instance names by a setting. */
import { TileType } from 'pmtiles';
import { openPmtiles, type PmtilesFile } from '../../platform/pmtiles-file.ts';
import { refusalBecause } from '../../platform/problem.ts';
import type { Ground } from './contract.ts';

export interface Basemap extends Pick<PmtilesFile, 'tile' | 'close'> {
  readonly described: NonNullable<Ground['basemap']>;
  readonly contentType: string;
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
  const { archive, tile, close } = await openPmtiles(path).catch((error: unknown) => {
    throw refusalBecause(error, 'ground.basemap/missing', 500, { path });
  });
  try {
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
      tile,
      close,
    };
  } catch (error) {
    await close();
    throw refusalBecause(error, 'ground.basemap/unreadable', 500, { path });
  }
}
