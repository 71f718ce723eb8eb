/**
 * The partition of a state's homes into patches. Every published number is a sum of whole patches, and so is any difference of
 * two.
 *
 * Per district: cells that meet the floors become patches; the rest rolls up to the parent and becomes the remainder of
 * that parent if it meets the floors there; what is still left joins the nearest patch of the district. A district
 * under the floors joins the nearest patch of another as a whole. The land of a patch of an earlier release stays a patch, and
 * nothing joins it, so that two partitions do not reveal the difference.
 */
import { COARSEST_RESOLUTION } from './audience.ts';
import { type Cell, parentOf } from './cell.ts';
import { nearestAmong } from './partition-nearest.ts';
import { distinct, gatherUnits, type Homes, type Unit } from './partition-units.ts';
import { ancestorsOf, type Floors, meetsFloors, type Patch } from './patch.ts';

export interface Partition {
  /** In order of first district, then cell. Empty when all homes together are under the floors. */
  readonly patches: readonly Patch[];
  /** Position of each home's patch; for `coarsen`, of each finer patch's. */
  readonly patchOf: Int32Array;
}

export interface PartitionOptions {
  /** Resolution of the finest patches. */
  readonly finest: number;
  readonly floors: Floors;
}

/** @param homes in any order, which does not affect the patches */
export function partition(homes: Homes, options: PartitionOptions): Partition {
  const units = gatherUnits(homes, options.finest);
  return numbered(areasOf(units, options), homes.district.length);
}

/**
 * A coarser audience's patches, each a union of whole finer ones.
 *
 * @param homes those of the finer partition: households across several of its patches count once for the floors
 */
export function coarsen(finer: Partition, homes: Homes, options: PartitionOptions): Partition {
  const families: number[][] = finer.patches.map(() => []);
  finer.patchOf.forEach((patch, home) => {
    families[patch]?.push(homes.household[home] ?? 0);
  });
  const together = districtsTogether(finer.patches);
  const units = finer.patches.map((patch, position): Unit => {
    const district = together.get(patch.districts[0] ?? -1) ?? -1;
    const { cell, resolution, students, districts } = patch;
    return {
      district,
      cell: resolution > options.finest ? parentOf(cell, options.finest) : cell,
      resolution: Math.min(resolution, options.finest),
      students,
      families: distinct(families[position] ?? []),
      households: patch.households,
      districts,
      members: [position],
    };
  });
  return numbered(areasOf(units, options), finer.patches.length);
}

/** Where units ended up together. */
interface Area {
  readonly cell: Cell;
  readonly resolution: number;
  readonly units: Unit[];
}

function areasOf(units: readonly Unit[], options: PartitionOptions): Area[] {
  const byDistrict = new Map<number, Unit[]>();
  const kept: Area[] = [];
  const areas: Area[] = [];
  for (const unit of units) {
    const { cell, resolution } = unit;
    if (unit.isKept) kept.push({ cell, resolution, units: [unit] });
    else grouped(byDistrict, unit.district).push(unit);
  }
  const small: { district: number; own: Unit[] }[] = [];
  for (const district of [...byDistrict.keys()].sort((a, b) => a - b)) {
    const own = grouped(byDistrict, district);
    if (reaches(own, options.floors)) areas.push(...areasOfDistrict(own, options));
    else small.push({ district, own });
  }
  if (small.length === 0) return [...kept, ...areas];
  if (areas.length === 0) {
    const all = small.flatMap(({ own }) => own);
    return reaches(all, options.floors) ? [...kept, heart(all)] : kept;
  }
  // Chosen among the areas before any join, so that the order of districts does not matter.
  const nearest = nearestAmong(areas);
  const joins = small.map(({ own }) => ({ own, area: nearest(heart(own).cell) }));
  for (const { own, area } of joins) area.units.push(...own);
  return [...kept, ...areas];
}

function areasOfDistrict(units: readonly Unit[], { finest, floors }: PartitionOptions): Area[] {
  const areas: Area[] = [];
  let left: readonly Unit[] = units;
  for (let resolution = finest; resolution >= COARSEST_RESOLUTION; resolution--) {
    const inCell = new Map<Cell, Unit[]>();
    const waiting: Unit[] = [];
    for (const unit of left) {
      if (unit.resolution < resolution) waiting.push(unit);
      else grouped(inCell, parentOf(unit.cell, resolution)).push(unit);
    }
    for (const [cell, inside] of inCell) {
      if (reaches(inside, floors)) areas.push({ cell, resolution, units: inside });
      else waiting.push(...inside);
    }
    left = waiting;
  }
  if (areas.length === 0) return [heart(units)];
  const nearest = nearestAmong(areas);
  const joins = left.map((unit) => ({ unit, area: nearest(unit.cell) }));
  for (const { unit, area } of joins) area.units.push(unit);
  return areas;
}

/** Merges scattered units into one area, drawn where most of their students are. */
function heart(units: readonly Unit[]): Area {
  const students = new Map<Cell, number>();
  for (const unit of units) {
    const cell = parentOf(unit.cell, COARSEST_RESOLUTION);
    students.set(cell, (students.get(cell) ?? 0) + unit.students);
  }
  const [most] = [...students].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1));
  return { cell: most?.[0] ?? 0n, resolution: COARSEST_RESOLUTION, units: [...units] };
}

function reaches(units: readonly Unit[], floors: Floors): boolean {
  const students = units.reduce((sum, unit) => sum + unit.students, 0);
  if (students < floors.students) return false;
  if (units.some((unit) => unit.families.length >= floors.households)) return true;
  return meetsFloors({ students, households: distinct(units.flatMap((unit) => unit.families)).length }, floors);
}

function numbered(areas: readonly Area[], members: number): Partition {
  const sorted = areas
    .map((area) => ({ ...area, districts: distinct(area.units.flatMap((unit) => unit.districts)) }))
    .sort((a, b) => (a.districts[0] ?? 0) - (b.districts[0] ?? 0) || (a.cell < b.cell ? -1 : 1));
  const together = districtsTogether(sorted);
  const areasTogether = new Map<number, Area[]>();
  const groupOf = (area: { districts: readonly number[] }) => together.get(area.districts[0] ?? -1) ?? -1;
  for (const area of sorted) grouped(areasTogether, groupOf(area)).push(area);
  const holders = new Map([...areasTogether].map(([group, own]) => [group, ancestorsOf(own)]));

  const patchOf = new Int32Array(members).fill(-1);
  const patches = sorted.map((area, patch): Patch => {
    let students = 0;
    for (const unit of area.units) {
      students += unit.students;
      for (const member of unit.members) patchOf[member] = patch;
    }
    const { cell, resolution, districts } = area;
    const rest = holders.get(groupOf(area))?.has(cell) ?? false;
    return { cell, resolution, rest, districts, students, households: householdsOf(area.units) };
  });
  return { patches, patchOf };
}

/** Distinct households of homes; for finer patches the sum, as published numbers must be sums of the finest patches. */
function householdsOf(units: readonly Unit[]): number {
  let sum = 0;
  const families: number[] = [];
  for (const unit of units) {
    if (unit.households === undefined) families.push(...unit.families);
    else sum += unit.households;
  }
  return sum + distinct(families).length;
}

/** By district, the first of those it can only be published with. */
export function districtsTogether(patches: readonly { districts: readonly number[] }[]): Map<number, number> {
  const firsts = new Map<number, number>();
  const firstOf = (district: number): number => {
    const first = firsts.get(district) ?? district;
    return first === district ? district : firstOf(first);
  };
  for (const { districts } of patches)
    for (const district of districts) {
      const [a, b] = [firstOf(districts[0] ?? district), firstOf(district)];
      firsts.set(Math.max(a, b), Math.min(a, b));
    }
  return new Map([...firsts.keys()].map((district) => [district, firstOf(district)]));
}

function grouped<Key, Value>(groups: Map<Key, Value[]>, key: Key): Value[] {
  const group = groups.get(key) ?? [];
  groups.set(key, group);
  return group;
}
