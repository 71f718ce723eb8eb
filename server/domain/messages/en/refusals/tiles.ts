/** Why a tile is not served. */
export const tileRefusals = {
  'tile.not-an-address': 'A tile address is /tiles/{release}/{layer}/{z}/{x}/{y}, in whole numbers.',
  'tile.outside': ({ maxZoom }: { maxZoom: number }) =>
    `There is no such tile: zoom goes from 0 to ${maxZoom}, x and y from 0 to 2^zoom - 1.`,
  'tile.no-such-layer': ({ layers }: { layers: readonly string[] }) =>
    `There is no such layer. The layers are ${layers.join(', ')}.`,
  'tile.no-cell-tiles': ({ layers }: { layers: readonly string[] }) =>
    `Only ${layers.join(' and ')} come as .arrow; ask for .mvt.`,
  'tile.signal': 'a signal',
  'tile.tippecanoe': ({ program, ended }: { program: string; ended: string }) =>
    `${program} could not cut the outlines (it ended with ${ended}), so no archive was written. Is there room on the disk?`,
};
