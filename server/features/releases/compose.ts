/** From homes and filings to what each audience is given, in memory: verdicts, patches, counts, places. */
import { AUDIENCES, type Audience, FINEST_RESOLUTION } from '../../domain/audience.ts';
import { countStudents, sumNumbers, sumRows } from '../../domain/counts.ts';
import { coarsen, type Partition, partition } from '../../domain/partition.ts';
import type { Homes } from '../../domain/partition-units.ts';
import type { Floors } from '../../domain/patch.ts';
import type { Tx } from '../../platform/db.ts';
import type { Progress } from '../../platform/progress.ts';
import type { ReleaseHomes } from '../intake/index.ts';
import { placesOfCells } from '../places/index.ts';
import { verdictsOfCells } from '../verdicts/index.ts';
import { contradictedStudents } from './cluster-patches.ts';
import { type Content, PLACED_KINDS, placesOf } from './content.ts';
import { distinctCells, type HomeCells } from './home-cells.ts';
import type { ReleaseFiling } from './ingredients.ts';
import { patchCells } from './placement.ts';

export interface Composed {
  readonly content: Content;
  /** Students by patch whose cell's filings contradict each other. */
  readonly contradicted: Int32Array;
}

interface Given {
  readonly homes: ReleaseHomes;
  readonly filings: Record<Audience, readonly ReleaseFiling[]>;
  readonly floors: Floors;
  readonly stateFips: string;
}

/** @returns one entry an audience; none when all homes together are under the floors */
export async function compose(tx: Tx, given: Given, progress: Progress): Promise<Composed[]> {
  const { homes, filings, floors, stateFips } = given;
  const partitioning = progress.begin('Patches');
  const inCells = distinctCells(homes.cells);
  const placed: Homes = { district: homes.lea, household: homes.household, ...inCells };
  const finer = partition(placed, { finest: 8, floors });
  const coarser = coarsen(finer, placed, { finest: 7, floors });
  partitioning.done(`${finer.patches.length} (for the public ${coarser.patches.length})`);
  if (finer.patches.length === 0) return [];

  const counting = progress.begin('Verdicts and counts');
  const countsOf = new Map<Audience, PatchCounts>();
  for (const audience of AUDIENCES) {
    const same = AUDIENCES.find((other) => countsOf.has(other) && hasSameFilings(filings[other], filings[audience]));
    const known = same && countsOf.get(same);
    countsOf.set(audience, known ?? (await countPatches(tx, { homes, inCells, finer, filings: filings[audience] })));
  }
  counting.done(`${inCells.cells.length} cells`);

  const placing = progress.begin('Places of patches');
  const ofCell = await placesOfCells(tx, { kinds: PLACED_KINDS, cells: inCells.cells });
  const pairs = patchCells(finer.patchOf, inCells.cellOf, inCells.cells.length);
  const coarserPairs = { ...pairs, patch: pairs.patch.map((patch) => coarser.patchOf[patch] ?? -1) };
  const places = { stateFips, ofCell };
  const finerPlaces = placesOf(finer.patches, pairs, homes.leaIds, places);
  const coarserPlaces = placesOf(coarser.patches, coarserPairs, homes.leaIds, places);
  placing.done();

  return AUDIENCES.map((audience) => {
    const { counts, contradicted } = countsOf.get(audience) ?? NOTHING;
    const shared = { audience, leaIds: homes.leaIds };
    if (FINEST_RESOLUTION[audience] === 8)
      return { content: { ...shared, patches: finer.patches, counts, places: finerPlaces }, contradicted };
    const patches = coarser.patches;
    return {
      content: {
        ...shared,
        patches,
        counts: sumRows(counts, coarser.patchOf, patches.length),
        places: coarserPlaces,
      },
      contradicted: sumNumbers(contradicted, coarser.patchOf, patches.length),
    };
  });
}

/** By the finest patches. */
interface PatchCounts {
  readonly counts: Int32Array;
  readonly contradicted: Int32Array;
}
const NOTHING: PatchCounts = { counts: new Int32Array(), contradicted: new Int32Array() };

async function countPatches(
  tx: Tx,
  given: { homes: ReleaseHomes; inCells: HomeCells; finer: Partition; filings: readonly ReleaseFiling[] },
): Promise<PatchCounts> {
  const { homes, inCells, finer, filings } = given;
  const verdicts = await verdictsOfCells(tx, inCells.cells, {
    fccFilingId: filings.find(({ source }) => source === 'fcc')?.id,
    pucFilingIds: filings.filter(({ source }) => source === 'puc').map(({ id }) => id),
  });
  const { cellOf } = inCells;
  const { patchOf, patches } = finer;
  const { homeStatus, deviceStatus } = homes;
  return {
    counts: countStudents({ cellOf, homeStatus, deviceStatus }, verdicts, patchOf, patches.length),
    contradicted: contradictedStudents(verdicts, cellOf, patchOf, patches.length),
  };
}

function hasSameFilings(some: readonly ReleaseFiling[], others: readonly ReleaseFiling[]): boolean {
  return some.length === others.length && some.every(({ id }, i) => id === others[i]?.id);
}
