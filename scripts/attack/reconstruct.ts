/**
 * Linear reconstruction: which cells of a patch do its students live in? Filings say what each cell's verdicts are, so the
 * cells of a patch fall into classes of like verdicts, and each published count is a sum over classes and answers. Least
 * squares guesses the classes from those sums, the integer program proves the least and most a class can hold.
 */
import type { Audience } from '../../server/domain/audience.ts';
import { type Cell, cellFromText, parentOf } from '../../server/domain/cell.ts';
import { HOME_STATUSES } from '../../server/domain/survey.ts';
import { NOBODY } from './catalog.ts';
import { childrenOf } from './geometry.ts';
import { kindsIn } from './kinds.ts';
import { type Bounded, solver } from './program.ts';
import type { PublishedPatch } from './published.ts';
import type { System } from './system.ts';
import { FILINGS_OF, type Truth } from './truth.ts';

export interface Reconstruction {
  readonly patches: number;
  /** Classes of cells whose least and most were worked out. */
  readonly classes: number;
  readonly programs: number;
  /** Classes proven to hold some students and fewer than the floor, and truly so. */
  readonly disclosures: readonly string[];
  /** Patches whose cells cannot give the published sums, as some of their homes joined from outside. */
  readonly impossible: number;
  readonly students: number;
  /** Students a guess puts in their own res-8 cell, on average: by locations alone, and by the published sums too. */
  readonly placedByLocations: number;
  readonly placedBySums: number;
}

export interface Target {
  readonly patches: readonly PublishedPatch[];
  readonly audience: Audience;
  /** Homes of each patch, as positions in the truth. */
  readonly homesOf: readonly (readonly number[])[];
}

interface CellClass {
  readonly combo: number;
  readonly cells: Cell[];
}

export async function reconstruct(
  system: System,
  truth: Truth,
  { patches, audience, homesOf }: Target,
  { locations, floor, most }: { locations: ReadonlyMap<Cell, number>; floor: number; most: number },
): Promise<Reconstruction> {
  const solve = await solver();
  const filings = FILINGS_OF[audience];
  const groupOf = system.patchGroups.get(audience) ?? [];
  const comboOfCell = new Map(
    Array.from(truth.around.cells, (cell, i) => [cell, truth.around.verdicts[filings].comboOf[i] ?? 0] as const),
  );
  const holders = new Map<string, Cell[]>();
  for (const { h3, leaIds } of patches)
    holders.set(leaIds.join(), [...(holders.get(leaIds.join()) ?? []), cellFromText(h3)]);
  const weightOf = (cell: Cell) => (locations.get(parentOf(cell, 8)) ?? 0) / 7;
  // The smallest first: there a class is likeliest to be under the floor.
  const order = patches.map((_, i) => i).sort((a, b) => (patches[a]?.students ?? 0) - (patches[b]?.students ?? 0));
  const result = {
    patches: 0,
    classes: 0,
    programs: 0,
    impossible: 0,
    students: 0,
    placedByLocations: 0,
    placedBySums: 0,
  };
  const disclosures: string[] = [];
  for (const position of order.slice(0, most)) {
    const patch = patches[position] as PublishedPatch;
    const group = groupOf[position] as number;
    const classes = classesIn(patch, holders.get(patch.leaIds.join()) ?? [], comboOfCell, weightOf);
    if (classes.length < 2) continue;
    result.patches++;
    const kinds = kindsIn(
      classes.map(({ combo }) => combo),
      truth.around.verdicts[filings],
    );
    const setOf = system.catalog.setOf[filings];
    const sums = new Map<number, Bounded>();
    for (const [statistic, of] of kinds.entries()) {
      const set = setOf[statistic] ?? NOBODY;
      if (set > 0 && of.length > 0)
        sums.set(set, {
          of,
          least: (system.least[group] as Int32Array)[set] as number,
          most: (system.most[group] as Int32Array)[set] as number,
        });
    }
    const everybody = Array.from({ length: classes.length * HOME_STATUSES.length }, (_, i) => i);
    const constraints = [...sums.values(), { of: everybody, least: patch.students, most: patch.students }];
    const homes = homesOf[position] ?? [];
    const truly = classes.map(({ cells }) => {
      const inside = new Set(cells);
      return homes.filter((home) => inside.has(truth.homes.cells[home] as Cell)).length;
    });

    const weights = classes.map(({ cells }) => cells.reduce((sum, cell) => sum + weightOf(cell), 0));
    const prior = spread(weights, patch.students);
    const guessed = leastSquares(prior, constraints);
    const placed = placement(truth, homes, classes, weightOf);
    result.students += homes.length;
    result.placedByLocations += placed(prior);
    result.placedBySums += placed(guessed);

    for (const [at, { cells }] of classes.entries()) {
      const of = HOME_STATUSES.map((_, status) => at * HOME_STATUSES.length + status);
      const range = solve(everybody.length, constraints, of, 2 * floor);
      result.programs += range.programs;
      if (!range.isPossible) {
        result.impossible++;
        break;
      }
      result.classes++;
      const count = truly[at] ?? 0;
      if (range.least >= 1 && range.most < floor && count >= range.least && count <= range.most)
        disclosures.push(`${cells.length} cells of ${patch.name}: ${range.least} to ${range.most}`);
    }
  }
  return { ...result, disclosures };
}

/** Cells of a patch by their verdicts; of a rest, what no finer patch of the district holds. */
function classesIn(
  { h3 }: PublishedPatch,
  ofDistrict: readonly Cell[],
  comboOfCell: ReadonlyMap<Cell, number>,
  weightOf: (cell: Cell) => number,
): CellClass[] {
  const own = cellFromText(h3);
  const taken = new Set(ofDistrict.filter((cell) => cell !== own));
  const classes = new Map<number, CellClass>();
  for (const cell of childrenOf(own, 9)) {
    const combo = comboOfCell.get(cell);
    if (combo === undefined || weightOf(cell) === 0) continue;
    if ([8, 7, 6].some((resolution) => taken.has(parentOf(cell, resolution)))) continue;
    const known = classes.get(combo);
    if (known) known.cells.push(cell);
    else classes.set(combo, { combo, cells: [cell] });
  }
  return [...classes.values()];
}

function spread(weights: readonly number[], students: number): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Float64Array.from({ length: weights.length * HOME_STATUSES.length }, (_, i) => {
    const weight = weights[Math.floor(i / HOME_STATUSES.length)] ?? 0;
    return (students * weight) / total / HOME_STATUSES.length;
  });
}

/** The nearest to the prior that keeps to the sums: projections in turn (Kaczmarz), never below zero. */
function leastSquares(prior: Float64Array, constraints: readonly Bounded[]): Float64Array {
  const guess = prior.slice();
  for (let sweep = 0; sweep < 200; sweep++)
    for (const { of, least, most } of constraints) {
      const sum = of.reduce((total, kind) => total + (guess[kind] as number), 0);
      const wanted = Math.min(most, Math.max(least, sum));
      if (wanted === sum) continue;
      const step = (wanted - sum) / of.length;
      for (const kind of of) guess[kind] = Math.max(0, (guess[kind] as number) + step);
    }
  return guess;
}

/** Students whose own res-8 cell is drawn for them, on average, when cells are drawn by a guess about the classes. */
function placement(
  truth: Truth,
  homes: readonly number[],
  classes: readonly CellClass[],
  weightOf: (cell: Cell) => number,
): (guess: Float64Array) => number {
  return (guess) => {
    const chance = new Map<Cell, number>();
    const total = guess.reduce((sum, one) => sum + one, 0);
    for (const [at, { cells }] of classes.entries()) {
      let share = 0;
      for (let status = 0; status < HOME_STATUSES.length; status++)
        share += guess[at * HOME_STATUSES.length + status] ?? 0;
      const weight = cells.reduce((sum, cell) => sum + weightOf(cell), 0);
      for (const cell of cells) {
        const parent = parentOf(cell, 8);
        chance.set(parent, (chance.get(parent) ?? 0) + ((share / total) * weightOf(cell)) / weight);
      }
    }
    return homes.reduce((sum, home) => sum + (chance.get(parentOf(truth.homes.cells[home] as Cell, 8)) ?? 0), 0);
  };
}
