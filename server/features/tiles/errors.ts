import { refusal } from '../../platform/problem.ts';

export const tileErrors = {
  notAnAddress: () => refusal('tile.not-an-address', 400),
  outside: (maxZoom: number) => refusal('tile.outside', 404, { maxZoom }),
  noSuchLayer: (layers: readonly string[]) => refusal('tile.no-such-layer', 404, { layers }),
  noCellTiles: (layers: readonly string[]) => refusal('tile.no-cell-tiles', 404, { layers }),
  tippecanoe: (program: string, ended: number | string) =>
    refusal('tile.tippecanoe', 500, { program, ended: String(ended) }),
  noSuchRelease: () => refusal('release.unknown', 404),
} as const;
