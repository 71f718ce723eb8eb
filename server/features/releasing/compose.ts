/** Turns homes and filings into what each audience gets, without the database: patches, places, counts and their protection. */
import { AUDIENCES, type Audience, FINEST_RESOLUTION } from '../../domain/audience.ts';
import { countStudents } from '../../domain/counts.ts';
import { ONE_READING, sortOf } from '../../domain/lever.ts';
import { phrase } from '../../domain/messages/phrase.ts';
import { coarsen, type Partition, partition } from '../../domain/partition.ts';
import type { Homes } from '../../domain/partition-units.ts';
import type { Floors } from '../../domain/patch.ts';
import type { Keyed } from '../../domain/protect/noise.ts';
import { PatchSetIndex, type PatchSets, sumBySet } from '../../domain/protect/patch-sets.ts';
import { codesFor, hideByChoice, type Protected, protect } from '../../domain/protect/protect.ts';
import { VERDICT_TIERS, type VerdictTier } from '../../domain/speed.ts';
import { PROFILES } from '../../domain/technology.ts';
import type { Progress } from '../../platform/progress.ts';
import type { Reader } from '../../platform/reader.ts';
import type { Collection, ReleaseHomes } from '../intake/index.ts';
import { placesOfCells } from '../places/index.ts';
import type { VerdictFilings } from '../verdicts/index.ts';
import {
  type Content,
  type Numbers,
  type Outline,
  outlineOf,
  PLACED_KINDS,
  type PlacedKind,
  placesOf,
} from './content.ts';
import { releaseErrors } from './errors.ts';
import { distinctCells, type HomeCells } from './home-cells.ts';
import type { ReleaseFiling } from './ingredients.ts';
import { type Land, landOf } from './land.ts';
import { patchCells } from './placement.ts';
import {
  hiddenByPrograms,
  type KeptPatch,
  type Released,
  type ReleaseToProve,
  releaseInput,
} from './programs/index.ts';

export interface Composed {
  /** One per audience. */
  readonly contents: readonly Content[];
  readonly finest: Partition;
  /** The public patch of each finest patch. */
  readonly coarserOf: Int32Array;
  /** The proven release, with its codes as published. */
  readonly proven: ReleaseToProve;
  /** Number of patches, by resolution of the finest, with the same homes as in the release before. */
  readonly keptPatches: Record<7 | 8, number>;
}

/** The patches of homes, and the land and places around them. */
export interface Surroundings {
  readonly inCells: HomeCells;
  readonly finer: Partition;
  readonly coarser: Partition;
  readonly land: Land;
  readonly placesOfCell: Record<PlacedKind, readonly (string | null)[]>;
}

/** All inputs of a release. */
export interface Ingredients extends Surroundings {
  readonly name: string;
  readonly collection: Collection;
  readonly stateFips: string;
  readonly homes: ReleaseHomes;
  readonly filings: Record<Audience, readonly ReleaseFiling[]>;
  readonly floors: Floors;
  readonly benchmark: VerdictTier;
  /** Smallest town with numbers of its own, in students. */
  readonly townStudents: number;
  readonly keyed: Keyed;
  /** What earlier releases published. */
  readonly released: Released;
  /** Changes when any input changes. */
  readonly moment: string;
}

/** @throws Refusal release.too-few when all homes together are under the floors */
export async function surroundingsOf(
  reader: Reader,
  { homes, filings, floors, stateFips }: Pick<Ingredients, 'homes' | 'filings' | 'floors' | 'stateFips'>,
  progress: Progress,
): Promise<Surroundings> {
  const partitioning = progress.begin(phrase('step.patches'));
  const inCells = distinctCells(homes.cells);
  const { lea: district, household, areaOf, areas } = homes;
  const placed: Homes = { district, household, areaOf, areas, ...inCells };
  const finer = partition(placed, { finest: 8, floors });
  const coarser = coarsen(finer, placed, { finest: 7, floors });
  if (finer.patches.length === 0) throw releaseErrors.tooFew(floors);
  partitioning.done(phrase('done.patches', { patches: finer.patches.length, publicPatches: coarser.patches.length }));

  const looking = progress.begin(phrase('step.verdicts'));
  const outlined = AUDIENCES.map((audience) => {
    const { patches } = FINEST_RESOLUTION[audience] === 8 ? finer : coarser;
    return { audience, patches, leaIds: homes.leaIds, filings: verdictFilings(filings[audience]) };
  });
  const land = await landOf(reader, outlined, inCells.cells);
  const placesOfCell = await placesOfCells(reader, { kinds: PLACED_KINDS, cells: inCells.cells, stateFips });
  looking.done(phrase('done.verdicts', { hexes: land.hexes.length }));
  return { inCells, finer, coarser, land, placesOfCell };
}

/** @throws Refusal release.unproven when earlier releases leave nothing to hide */
export async function compose(ingredients: Ingredients, progress: Progress, signal?: AbortSignal): Promise<Composed> {
  const { homes, floors, stateFips, benchmark, keyed, inCells, finer, coarser, land } = ingredients;
  const protecting = progress.begin(phrase('step.protection'));
  const sort = sortsOfHomes(inCells, land, benchmark);
  const { recordKey, homeStatus, deviceStatus } = homes;
  const counts = countStudents({ recordKey, homeStatus, deviceStatus, sort }, finer.patchOf, finer.patches.length);
  const pairs = patchCells(finer.patchOf, inCells.cellOf, inCells.cells.length);
  const coarserPairs = { ...pairs, patch: pairs.patch.map((patch) => coarser.patchOf[patch] ?? -1) };
  const places = { stateFips, townStudents: ingredients.townStudents, ofCell: ingredients.placesOfCell };
  const finerPlaces = placesOf(finer.patches, pairs, homes.leaIds, places, floors.students);
  const coarserPlaces = placesOf(coarser.patches, coarserPairs, homes.leaIds, places, floors.students);

  const index = new PatchSetIndex(finer.patches.length);
  const own = Int32Array.from(finer.patches.keys());
  const outlines: Record<7 | 8, Outline> = {
    8: outlineOf(index, 'agency', finer.patches, own, homes.leaIds, finerPlaces),
    7: outlineOf(index, 'public', coarser.patches, coarser.patchOf, homes.leaIds, coarserPlaces),
  };
  const sets = index.build();
  const students = finer.patches.map((patch) => patch.students);
  const made = protect(sets, counts, students, floors.students, keyed);
  protecting.done();
  const proven: ReleaseToProve = {
    floor: floors.students,
    sets,
    made,
    sameAs: counts.sameAs,
    patches: finer.patches,
    kept: keptPatchesOf(homes, finer),
    leaIds: homes.leaIds,
    homes: { patchOf: finer.patchOf, district: homes.lea, cells: homes.cells, sort, homeStatus, deviceStatus },
  };
  const positions = await hiddenByPrograms(releaseInput(proven, ingredients.released), progress, signal);
  hideByChoice(made, counts.sameAs, positions);
  const contents = AUDIENCES.map((audience) => ({
    ...outlines[FINEST_RESOLUTION[audience]],
    audience,
    numbers: numbersFor(audience, { sets, made, patches: finer.patches, floor: floors.students }),
  }));
  const keptPatches = { 8: keptIn(homes, finer.patchOf), 7: keptIn(homes, finer.patchOf, coarser.patchOf) };
  return { contents, finest: finer, coarserOf: coarser.patchOf, proven, keptPatches };
}

/** Verdict of public filings on each home in the one reading, as levers distinguish them: index into SORTS. */
function sortsOfHomes({ cells, cellOf }: HomeCells, land: Land, benchmark: VerdictTier): Uint8Array {
  const decided = land.of.get('public')?.verdicts.hexes;
  const at = PROFILES.indexOf(ONE_READING.profile) * VERDICT_TIERS.length + VERDICT_TIERS.indexOf(benchmark);
  const ofCombo = (decided?.combos ?? []).map((combo) => sortOf(combo[at]?.[ONE_READING.source] ?? 'unknown'));
  const positions = new Map(Array.from(land.hexes, (hex, position) => [hex, position]));
  const ofCell = Array.from(cells, (cell) => ofCombo[decided?.comboOf[positions.get(cell) ?? -1] ?? -1]);
  return Uint8Array.from(cellOf, (cell) => ofCell[cell] ?? sortOf('unknown'));
}

function numbersFor(
  audience: Audience,
  given: { sets: PatchSets; made: Protected; patches: Partition['patches']; floor: number },
): Numbers {
  const { sets, made, floor } = given;
  const households = sumBySet(
    sets,
    given.patches.map((patch) => patch.households),
  );
  return {
    size: (set) => [made.students[set] ?? 0, households[set] ?? 0],
    codes: (set, statistics) => codesFor(made, set, statistics, { isPublic: audience === 'public', floor }),
    truth: (set, statistics) => made.truth.slice(set * made.statistics, set * made.statistics + statistics),
  };
}

function keptPatchesOf({ areaOf, areas }: ReleaseHomes, { patches, patchOf }: Partition): (KeptPatch | undefined)[] {
  const kept = new Array<KeptPatch | undefined>(patches.length);
  for (const [home, patch] of patchOf.entries()) kept[patch] = areas.get(areaOf[home] ?? -1);
  return kept;
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

function verdictFilings(filings: readonly ReleaseFiling[]): VerdictFilings {
  return {
    fccFilingId: filings.find(({ source }) => source === 'fcc')?.id,
    pucFilingIds: filings.filter(({ source }) => source === 'puc').map(({ id }) => id),
  };
}
