import { cellFromText } from '../../server/domain/cell.ts';
import { hexesAt } from '../../server/domain/patch.ts';
import type { Publication, PublishedRow } from './published.ts';

/** Rows of one level of detail, which divide the patches among them. */
export interface CountedLevel {
  /** `hex 8` to `hex 5`, or a kind of place. */
  readonly level: string;
  readonly rows: readonly { readonly row: PublishedRow; readonly members: readonly number[] }[];
}

/** Which patches each row adds up, as the published method says: finer hexes first, then places. */
export function countedRows({ patches, hexes, places }: Publication): CountedLevel[] {
  const areas = patches.map(({ h3, resolution }) => ({ cell: cellFromText(h3), resolution }));
  const levels: CountedLevel[] = [];
  for (const level of [8, 7, 6, 5]) {
    const drawn = new Map(hexes.filter((hex) => hex.level === level).map((hex) => [hex.h3, hex]));
    if (drawn.size === 0) continue;
    const { hexes: cells, hexOf } = hexesAt(areas, level);
    const members: number[][] = cells.map(() => []);
    for (const [patch, hex] of hexOf.entries()) members[hex]?.push(patch);
    levels.push({
      level: `hex ${level}`,
      rows: cells.map(({ cell }, i) => {
        const row = drawn.get(cell.toString(16));
        if (!row) throw new Error(`no hex of level ${level} was drawn at ${cell.toString(16)}`);
        return { row, members: members[i] ?? [] };
      }),
    });
  }
  for (const level of new Set(places.map(({ placeKind }) => placeKind)))
    levels.push({
      level,
      rows: places.filter(({ placeKind }) => placeKind === level).map((row) => ({ row, members: row.patches })),
    });
  return levels;
}
