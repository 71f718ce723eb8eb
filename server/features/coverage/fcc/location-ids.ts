/** Ids of the FCC's locations, from the kept rows of a filing: public, and nowhere in the database. */
import { join } from 'node:path';
import { openScratch } from '../../../platform/scratch.ts';
import { turns } from '../../../platform/turns.ts';
import { withDuck } from './duck.ts';
import { type Kept, keptFolder, looksSound } from './kept.ts';
import { locationsInCells } from './rows-file.ts';

interface LocationId {
  readonly location: bigint;
  readonly cell: bigint;
}

/** Each holds up to a gigabyte while it runs. */
const inTurn = turns();

/**
 * The locations of some cells, each once, in order of their ids.
 *
 * @param kept the kept files of one filing
 * @returns undefined where this machine has not all of them
 */
export async function locationIds(
  dataDir: string,
  kept: readonly Kept[],
  cells: readonly bigint[],
): Promise<LocationId[] | undefined> {
  if (kept.length === 0 || kept.some((file) => looksSound(dataDir, file) !== 'sound')) return undefined;
  if (cells.length === 0) return [];
  const paths = kept.map(({ name }) => join(keptFolder(dataDir), name));
  return inTurn(async () => {
    using scratch = openScratch('locations');
    return await withDuck(scratch.folder, (duck) => locationsInCells(duck, paths, cells));
  });
}
