/** Protects what a release counts: for every audience at once, since what one reads must not undo another's protection. */
import { AUDIENCES, type Audience } from '../../domain/audience.ts';
import { kindsOfStudents, STATISTIC_COUNT, type StudentCounts } from '../../domain/counts.ts';
import { listsOf } from '../../domain/lists.ts';
import type { Patch } from '../../domain/patch.ts';
import { type Classes, classesOf } from '../../domain/protect/classes.ts';
import { hiddenCode } from '../../domain/protect/code.ts';
import type { LivedIn } from '../../domain/protect/local.ts';
import { PARTITIONS } from '../../domain/protect/partitions.ts';
import { type PatchSetIndex, sumBySet } from '../../domain/protect/patch-sets.ts';
import { type Protected, protect } from '../../domain/protect/protect.ts';
import { roundedForPublic } from '../../domain/protect/round.ts';
import { statisticPosition } from '../../domain/statistic.ts';
import { HOME_STATUSES } from '../../domain/survey.ts';
import type { CellVerdicts } from '../../domain/verdict-cells.ts';
import type { PatchCells } from './placement.ts';

/** What one audience's filings make of the homes, by the finest patches. */
export interface Layer extends StudentCounts {
  readonly audiences: readonly Audience[];
  readonly verdicts: CellVerdicts;
}

/** The numbers of one audience, by set of patches. */
export interface Numbers {
  size(set: number): [students: number, households: number];
  /** STATISTIC_COUNT published counts, or codes of hidden ones. */
  codes(set: number): Int32Array;
  /** Likewise the true counts, which never leave the job. */
  truth(set: number): Int32Array;
}

export interface ProtectedRows {
  readonly of: Record<Audience, Numbers>;
  readonly alsoHidden: Protected['alsoHidden'];
}

/** @param patches the finest @param lived by pair a patch and a cell that its students live in */
export function protectRows(
  index: PatchSetIndex,
  patches: readonly Patch[],
  layers: readonly Layer[],
  floor: number,
  lived: Pick<PatchCells, 'patch' | 'cell'>,
): ProtectedRows {
  const sets = index.build();
  const households = sumBySet(
    sets,
    patches.map((patch) => patch.households),
  );
  const sorts = sortsOfCells(layers);
  const classes = classesOfLayers(layers, sorts);
  const made = protect(
    sets,
    { ...sideBySide(layers, patches.length), groupKeys: keysOfEverybody(layers[0], patches.length) },
    classes,
    patches.map(({ students }) => students),
    floor,
    livedIn(lived, sorts, patches.length),
  );
  const row = (values: Int32Array, layer: number, set: number, ofNobody: number) => {
    const counts = new Int32Array(STATISTIC_COUNT);
    for (let i = 0; i < STATISTIC_COUNT; i++) {
      const own = classes.classOf[layer * STATISTIC_COUNT + i] as number;
      counts[i] = own < 0 ? ofNobody : (values[own * sets.count + set] as number);
    }
    return counts;
  };
  const numbersOf = (audience: Audience): Numbers => {
    const layer = layers.findIndex(({ audiences }) => audiences.includes(audience));
    const students = (set: number) => made.students[set] ?? 0;
    return {
      size: (set) => [students(set), households[set] ?? 0],
      codes: (set) => {
        const codes = row(made.codes, layer, set, hiddenCode(0, 0, students(set), floor));
        return audience === 'public' ? codes.map((code) => roundedForPublic(code, students(set), floor)) : codes;
      },
      truth: (set) => row(made.truth, layer, set, 0),
    };
  };
  const of = Object.fromEntries(AUDIENCES.map((audience) => [audience, numbersOf(audience)]));
  return { of: of as Record<Audience, Numbers>, alsoHidden: made.alsoHidden };
}

/** The layers' statistics one after the other, as if they were of one release. */
function sideBySide(layers: readonly Layer[], patches: number) {
  const statistics = layers.length * STATISTIC_COUNT;
  if (layers.length === 1 && layers[0]) return { ...layers[0], statistics };
  const counts = new Int32Array(patches * statistics);
  const keys = new Int32Array(patches * statistics);
  for (const [l, layer] of layers.entries())
    for (let patch = 0; patch < patches; patch++) {
      const to = patch * statistics + l * STATISTIC_COUNT;
      const from = patch * STATISTIC_COUNT;
      counts.set(layer.counts.subarray(from, from + STATISTIC_COUNT), to);
      keys.set(layer.keys.subarray(from, from + STATISTIC_COUNT), to);
    }
  return { counts, keys, statistics };
}

/** Everybody has given one answer about the connection, or none, which counts as one. */
function keysOfEverybody(layer: Layer | undefined, patches: number): Int32Array {
  const answers = HOME_STATUSES.map((status) => statisticPosition({ kind: 'home', status }));
  return Int32Array.from({ length: patches }, (_, patch) =>
    answers.reduce((sum, answer) => (sum + (layer?.keys[patch * STATISTIC_COUNT + answer] ?? 0)) | 0, 0),
  );
}

/** Cells are of one sort where every layer has the same verdicts of them. */
interface Sorts {
  readonly ofCell: Int32Array;
  /** By sort one of its cells. */
  readonly cells: readonly number[];
  readonly kindsEach: number;
}

function sortsOfCells(layers: readonly Layer[]): Sorts {
  const known = new Map<string, number>();
  const cells: number[] = [];
  const ofCell = Int32Array.from(layers[0]?.verdicts.comboOf ?? [], (_, cell) => {
    const key = layers.map(({ verdicts }) => verdicts.comboOf[cell]).join();
    const sort = known.get(key) ?? cells.push(cell) - 1;
    known.set(key, sort);
    return sort;
  });
  return { ofCell, cells, kindsEach: kindsOfStudents(layers[0]?.verdicts.combos.slice(0, 1) ?? []).length };
}

function livedIn(
  { patch, cell }: Pick<PatchCells, 'patch' | 'cell'>,
  { ofCell, kindsEach }: Sorts,
  patches: number,
): LivedIn {
  const sorts = Array.from({ length: patches }, () => new Set<number>());
  for (const [i, own] of patch.entries()) sorts[own]?.add(ofCell[cell[i] as number] as number);
  return { sortsOf: listsOf(sorts.map((own) => [...own].sort((a, b) => a - b))), kindsEach };
}

/** A student counts in every layer by the verdicts that layer has of its cell. */
function classesOfLayers(layers: readonly Layer[], { cells }: Sorts): Classes {
  const kindsByCombo = layers.map(({ verdicts }) => verdicts.combos.map((combo) => kindsOfStudents([combo])));
  const kinds = cells.flatMap((cell) => {
    const byLayer = layers.map(({ verdicts }, layer) => kindsByCombo[layer]?.[verdicts.comboOf[cell] ?? 0] ?? []);
    return (byLayer[0] ?? []).map((_, kind) =>
      byLayer.flatMap((lists, layer) => Array.from(lists[kind] ?? [], (position) => inLayer(layer, position))),
    );
  });
  const partitions = layers.flatMap((_, layer) =>
    PARTITIONS.map(({ whole, parts }) => ({
      ...(whole !== undefined && { whole: inLayer(layer, whole) }),
      parts: parts.map((part) => inLayer(layer, part)),
    })),
  );
  return classesOf(layers.length * STATISTIC_COUNT, kinds, partitions);
}

function inLayer(layer: number, position: number): number {
  return layer * STATISTIC_COUNT + position;
}
