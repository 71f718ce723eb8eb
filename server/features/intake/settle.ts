/**
 * Homes as the last release had them, where few have changed since: whoever compares two releases must not see one student
 * move in, move away or answer otherwise. An area keeps its homes, as they were when they were last taken anew, until at
 * least the floor of its students came, went or changed. Compared with those and not with the last release, so that no drip
 * of single changes shows either. Filings are not held back: they are public.
 */
import { COARSEST_RESOLUTION } from '../../domain/audience.ts';
import { type Cell, parentOf } from '../../domain/cell.ts';
import { nearestAmong } from '../../domain/partition-nearest.ts';
import { cellOf, RECORD_BYTES, studentOf } from './home-record.ts';

/** Homes of one district. */
export interface DistrictHomes {
  readonly leaId: string;
  /** One home after the other, see home-record.ts. */
  readonly records: Buffer;
}

/** One district's homes of one area (a finest patch) of the last release. */
export interface KeptHomes extends DistrictHomes {
  readonly area: number;
  readonly cell: Cell;
  readonly resolution: number;
}

export interface SettledHomes extends DistrictHomes {
  /** By home the area that is as it was, or -1. */
  readonly areaOf: Int32Array;
}

/** @returns districts in order of LEAID, those without a home left out */
export function settle(districts: readonly DistrictHomes[], kept: readonly KeptHomes[], floor: number): SettledHomes[] {
  const keptOf = Map.groupBy(kept, ({ leaId }) => leaId);
  const sentBy = new Map(districts.map((district) => [district.leaId, district.records]));
  const leaIds = [...new Set([...sentBy.keys(), ...keptOf.keys()])].sort();
  const changed = new Map<number, number>();
  const sorted = leaIds.map((leaId) => {
    const own = keptOf.get(leaId) ?? [];
    return { leaId, own, inAreas: sortedInto(own, sentBy.get(leaId) ?? Buffer.alloc(0), changed) };
  });
  return sorted
    .map(({ leaId, own, inAreas }) => {
      const parts = inAreas.map(({ area, records }) => {
        const before = own.find((homes) => homes.area === area);
        return before && (changed.get(area) ?? 0) < floor
          ? { area, records: before.records }
          : { area: -1, records: Buffer.concat(records) };
      });
      const areaOf = parts.flatMap(({ area, records }) => new Array<number>(records.length / RECORD_BYTES).fill(area));
      return {
        leaId,
        records: Buffer.concat(parts.map(({ records }) => records)),
        areaOf: Int32Array.from(areaOf),
      };
    })
    .filter(({ records }) => records.length > 0);
}

interface AreaHomes {
  /** -1: the district has no area yet. */
  readonly area: number;
  readonly records: Buffer[];
}

/** A district's homes by the area they live in, and in `changed` how many students of each came, went or changed. */
function sortedInto(kept: readonly KeptHomes[], sent: Buffer, changed: Map<number, number>): AreaHomes[] {
  if (kept.length === 0) return [{ area: -1, records: [sent] }];
  const areaOfCell = areaFinder(kept);
  const before = new Map<string, { area: number; record: Buffer }>();
  for (const { area, records } of kept)
    for (const record of each(records)) before.set(studentOf(record), { area, record });
  const inAreas = new Map<number, Buffer[]>(kept.map(({ area }) => [area, []]));
  const add = (area: number) => changed.set(area, (changed.get(area) ?? 0) + 1);
  for (const record of each(sent)) {
    const area = areaOfCell(cellOf(record));
    inAreas.get(area)?.push(record);
    const student = studentOf(record);
    const earlier = before.get(student);
    if (earlier?.area !== area) add(area);
    else {
      if (!earlier.record.equals(record)) add(area);
      before.delete(student);
    }
  }
  for (const { area } of before.values()) add(area);
  return [...inAreas].map(([area, records]) => ({ area, records }));
}

/** The area of a home: the one that has homes in the same res-8 cell, else the finest around it, else the nearest. */
function areaFinder(kept: readonly KeptHomes[]): (cell: Cell) => number {
  const byCell = new Map<Cell, number>();
  for (const { area, records } of kept)
    for (const record of each(records)) byCell.set(parentOf(cellOf(record), FINEST), area);
  const byLand = new Map(kept.map(({ cell, area }) => [cell, area]));
  const nearest = nearestAmong(kept);
  return (cell) => {
    const home = parentOf(cell, FINEST);
    let area = byCell.get(home);
    for (let resolution = FINEST; area === undefined && resolution >= COARSEST_RESOLUTION; resolution--)
      area = byLand.get(parentOf(home, resolution));
    area ??= nearest(home).area;
    byCell.set(home, area);
    return area;
  };
}

const FINEST = 8;

function* each(records: Buffer): Generator<Buffer> {
  for (let at = 0; at < records.length; at += RECORD_BYTES) yield records.subarray(at, at + RECORD_BYTES);
}
