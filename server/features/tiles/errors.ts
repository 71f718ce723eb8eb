import { Refusal } from '../../platform/problem.ts';

export const tileErrors = {
  notAnAddress: () =>
    new Refusal(
      'tile.not-an-address',
      400,
      'A tile address is /tiles/{release}/{layer}/{z}/{x}/{y}, in whole numbers.',
    ),
  outside: (maxZoom: number) =>
    new Refusal(
      'tile.outside',
      404,
      `There is no such tile: zoom goes from 0 to ${maxZoom}, x and y from 0 to 2^zoom - 1.`,
    ),
  noSuchLayer: (layers: readonly string[]) =>
    new Refusal('tile.no-such-layer', 404, `There is no such layer. The layers are ${layers.join(', ')}.`),
  noCellTiles: (layers: readonly string[]) =>
    new Refusal('tile.no-cell-tiles', 404, `Only ${layers.join(' and ')} come as .arrow; ask for .mvt.`),
  tippecanoe: (program: string, ended: number | string) =>
    new Refusal(
      'tile.tippecanoe',
      500,
      `${program} could not cut the outlines (it ended with ${ended}), so no archive was written. Is there room on the disk?`,
    ),
  noSuchRelease: () => new Refusal('release.unknown', 404, 'There is no such release. /api/v1/releases lists them.'),
} as const;
