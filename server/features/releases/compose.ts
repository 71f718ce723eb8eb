/** From homes and filings to what each audience is given, in memory: verdicts, patches, counts, places. */
import { AUDIENCES, type Audience, FINEST_RESOLUTION } from '../../domain/audience.ts';
import { countStudents, sumNumbers, sumRows } from '../../domain/counts.ts';
import { coarsen, type Partition, partition } from '../../domain/partition.ts';
import type { Homes } from '../../domain/partition-units.ts';
import type { Floors } from '../../domain/patch.ts';
import type { CellVerdicts } from '../../domain/verdict-cells.ts';
import type { Tx } from '../../platform/db.ts';
import type { Progress } from '../../platform/progress.ts';
import type { ReleaseHomes } from '../intake/index.ts';
import { placesOfCells } from '../places/index.ts';
import { type VerdictFilings, verdictsOfCells } from '../verdicts/index.ts';
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
  const sets = AUDIENCES.map((audience) => ({ audience, ids: filings[audience].map(({ id }) => id).join() }));
  const distinctSets = sets.filter(({ ids }, i) => sets.findIndex((set) => set.ids === ids) === i);
  const verdicts = await verdictsOfCells(
    tx,
    inCells.cells,
    distinctSets.map(({ audience }) => verdictFilings(filings[audience])),
  );
  const countsOf = new Map<string | undefined, PatchCounts>();
  for (const [i, decided] of verdicts.entries())
    countsOf.set(distinctSets[i]?.ids, countPatches(homes, inCells, finer, decided));
  counting.done(`${inCells.cells.length} cells`);

  const placing = progress.begin('Places of patches');
  const ofCell = await placesOfCells(tx, { kinds: PLACED_KINDS, cells: inCells.cells });
  const pairs = patchCells(finer.patchOf, inCells.cellOf, inCells.cells.length);
  const coarserPairs = { ...pairs, patch: pairs.patch.map((patch) => coarser.patchOf[patch] ?? -1) };
  const places = { stateFips, ofCell };
  const finerPlaces = placesOf(finer.patches, pairs, homes.leaIds, places);
  const coarserPlaces = placesOf(coarser.patches, coarserPairs, homes.leaIds, places);
  placing.done();

  return sets.map(({ audience, ids }) => {
    const own = countsOf.get(ids);
    if (!own) throw new Error(`nothing was counted for ${audience}`);
    const { counts, contradicted } = own;
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

function countPatches(
  { homeStatus, deviceStatus }: ReleaseHomes,
  { cellOf }: HomeCells,
  { patchOf, patches }: Partition,
  verdicts: CellVerdicts,
): PatchCounts {
  return {
    counts: countStudents({ cellOf, homeStatus, deviceStatus }, verdicts, patchOf, patches.length),
    contradicted: contradictedStudents(verdicts, cellOf, patchOf, patches.length),
  };
}

function verdictFilings(filings: readonly ReleaseFiling[]): VerdictFilings {
  return {
    fccFilingId: filings.find(({ source }) => source === 'fcc')?.id,
    pucFilingIds: filings.filter(({ source }) => source === 'puc').map(({ id }) => id),
  };
}
