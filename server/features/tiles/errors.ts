import { phrase } from '../../domain/messages/phrase.ts';
import { refusal } from '../../platform/problem.ts';

export const tileErrors = {
  notAnAddress: () => refusal('tile.not-an-address', 400),
  outside: (maxZoom: number) => refusal('tile.outside', 404, { maxZoom }),
  noSuchLayer: (layers: readonly string[]) => refusal('tile.no-such-layer', 404, { layers }),
  noCellTiles: (layers: readonly string[]) => refusal('tile.no-cell-tiles', 404, { layers }),
  /** @param ended its exit code, or the name of the signal that ended it, where known */
  tippecanoe: (program: string, ended: number | string | undefined) =>
    refusal('tile.tippecanoe', 500, {
      program,
      ended: ended === undefined ? phrase('tile.signal') : String(ended),
    }),
  noSuchRelease: () => refusal('release.unknown', 404),
} as const;
