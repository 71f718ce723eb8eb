/** From homes and filings to what each audience is given, in memory: verdicts, patches, counts, places. */
import { AUDIENCES, type Audience, FINEST_RESOLUTION } from '../../domain/audience.ts';
import { countStudents, type StudentCounts } from '../../domain/counts.ts';
import { coarsen, type Partition, partition } from '../../domain/partition.ts';
import type { Homes } from '../../domain/partition-units.ts';
import type { Floors } from '../../domain/patch.ts';
import { PatchSetIndex } from '../../domain/protect/patch-sets.ts';
import type { CellVerdicts } from '../../domain/verdict-cells.ts';
import type { Tx } from '../../platform/db.ts';
import type { Progress } from '../../platform/progress.ts';
import type { ReleaseHomes } from '../intake/index.ts';
import { placesOfCells } from '../places/index.ts';
import { type VerdictFilings, verdictsOfCells } from '../verdicts/index.ts';
import { type Content, type Outline, outlineOf, PLACED_KINDS, placesOf } from './content.ts';
import { distinctCells, type HomeCells } from './home-cells.ts';
import type { ReleaseFiling } from './ingredients.ts';
import { patchCells } from './placement.ts';
import { type Layer, type ProtectedRows, protectRows } from './protected-rows.ts';

export interface Composed {
  /** One an audience. */
  readonly contents: readonly Content[];
  readonly alsoHidden: ProtectedRows['alsoHidden'];
  readonly finest: Partition;
  /** Patches, by resolution of the finest, whose homes are as in the release before. */
  readonly keptPatches: Record<7 | 8, number>;
}

interface Given {
  readonly homes: ReleaseHomes;
  readonly filings: Record<Audience, readonly ReleaseFiling[]>;
  readonly floors: Floors;
  readonly stateFips: string;
}

/** @returns undefined when all homes together are under the floors */
export async function compose(tx: Tx, given: Given, progress: Progress): Promise<Composed | undefined> {
  const { homes, filings, floors, stateFips } = given;
  const partitioning = progress.begin('Patches');
  const inCells = distinctCells(homes.cells);
  const { lea: district, household, areaOf, areas } = homes;
  const placed: Homes = { district, household, areaOf, areas, ...inCells };
  const finer = partition(placed, { finest: 8, floors });
  const coarser = coarsen(finer, placed, { finest: 7, floors });
  partitioning.done(`${finer.patches.length} (for the public ${coarser.patches.length})`);
  if (finer.patches.length === 0) return undefined;

  const counting = progress.begin('Verdicts and counts');
  const sets = AUDIENCES.map((audience) => ({ audience, ids: filings[audience].map(({ id }) => id).join() }));
  const distinctSets = sets.filter(({ ids }, i) => sets.findIndex((set) => set.ids === ids) === i);
  const verdicts = await verdictsOfCells(
    tx,
    inCells.cells,
    distinctSets.map(({ audience }) => verdictFilings(filings[audience])),
  );
  const layers = verdicts.map((decided, i): Layer => {
    const audiences = sets.filter(({ ids }) => ids === distinctSets[i]?.ids).map(({ audience }) => audience);
    return { audiences, verdicts: decided, ...countPatches(homes, inCells, finer, decided) };
  });
  counting.done(`${inCells.cells.length} cells`);

  const placing = progress.begin('Places of patches');
  const ofCell = await placesOfCells(tx, { kinds: PLACED_KINDS, cells: inCells.cells });
  const pairs = patchCells(finer.patchOf, inCells.cellOf, inCells.cells.length);
  const coarserPairs = { ...pairs, patch: pairs.patch.map((patch) => coarser.patchOf[patch] ?? -1) };
  const places = { stateFips, ofCell };
  const finerPlaces = placesOf(finer.patches, pairs, homes.leaIds, places, floors.students);
  const coarserPlaces = placesOf(coarser.patches, coarserPairs, homes.leaIds, places, floors.students);
  placing.done();

  const protecting = progress.begin('Protection');
  const index = new PatchSetIndex(finer.patches.length);
  const own = Int32Array.from(finer.patches.keys());
  const outlines: Record<7 | 8, Outline> = {
    8: outlineOf(index, 'agency', finer.patches, own, homes.leaIds, finerPlaces),
    7: outlineOf(index, 'public', coarser.patches, coarser.patchOf, homes.leaIds, coarserPlaces),
  };
  const { of, alsoHidden } = protectRows(index, finer.patches, layers, floors.students, pairs);
  protecting.done(`${alsoHidden.forNesting + alsoHidden.byAudit} more counts hidden`);
  const contents = AUDIENCES.map((audience) => ({
    ...outlines[FINEST_RESOLUTION[audience]],
    audience,
    numbers: of[audience],
  }));
  const keptPatches = { 8: keptIn(homes, finer.patchOf), 7: keptIn(homes, finer.patchOf, coarser.patchOf) };
  return { contents, alsoHidden, finest: finer, keptPatches };
}

function keptIn({ areaOf, areas }: ReleaseHomes, patchOf: Int32Array, coarserOf?: Int32Array): number {
  const [all, anew] = [new Set<number>(), new Set<number>()];
  for (const [home, finest] of patchOf.entries()) {
    const patch = coarserOf ? (coarserOf[finest] ?? -1) : finest;
    all.add(patch);
    const { homeVersion = 0, deviceVersion = 0 } = areas.get(areaOf[home] ?? -1) ?? {};
    if (homeVersion === 0 || deviceVersion === 0) anew.add(patch);
  }
  return all.size - anew.size;
}

function countPatches(
  { recordKey, homeStatus, deviceStatus }: ReleaseHomes,
  { cellOf }: HomeCells,
  { patchOf, patches }: Partition,
  verdicts: CellVerdicts,
): StudentCounts {
  return countStudents({ recordKey, cellOf, homeStatus, deviceStatus }, verdicts, patchOf, patches.length);
}

function verdictFilings(filings: readonly ReleaseFiling[]): VerdictFilings {
  return {
    fccFilingId: filings.find(({ source }) => source === 'fcc')?.id,
    pucFilingIds: filings.filter(({ source }) => source === 'puc').map(({ id }) => id),
  };
}
