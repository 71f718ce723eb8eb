/**
 * Hexes as a release publishes them, made up: students drawn one by one with answers of their own, on land whose filings
 * say different things, counted and hidden by the real rule of floors; estimates by shares of that land and rates that
 * hold for a county. A cell coarser than res 8 is the sum of the res-8 cells in it. For tests and benches without a
 * database.
 */
import { cellToChildren, cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { type Cell, cellFromText, cellToText, parentOf, resolutionOf } from '../../server/domain/cell.ts';
import { HIDDEN_LETTERS, hiding } from '../../server/domain/hidden.ts';
import { COUNT_KEYS } from '../../server/domain/statistic.ts';
import { DEVICE_STATUSES, HOME_STATUSES } from '../../server/domain/survey.ts';
import { emptyEstimates, estimate, fitLevers, type LandMix, landMixes } from './synthetic-land.ts';

export interface SyntheticHex {
  readonly cell: Cell;
  readonly resolution: number;
  readonly rest: boolean;
  readonly students: number;
  readonly households: number;
  /** In the order of COUNT_KEYS. */
  readonly counts: readonly (number | null)[];
  readonly hidden: string;
  /** In the order of ESTIMATE_KEYS. */
  readonly estimates: readonly number[];
}

const FLOOR = 10;
const FINEST = 8;

/** Cells around a point, sorted by index. */
export function cellsAround(lngLat: readonly [number, number], resolution: number, rings: number): Cell[] {
  return gridDisk(latLngToCell(lngLat[1], lngLat[0], resolution), rings)
    .map(cellFromText)
    .sort((a, b) => (a < b ? -1 : 1));
}

/** @param cells of one resolution */
export function syntheticHexes(cells: readonly Cell[], seed = 1): SyntheticHex[] {
  const random = seededRandom(seed);
  const landOf = cells.map((cell) => (resolutionOf(cell) === FINEST ? [cell] : inhabited(cell, random)));
  const towns = landOf.flat().filter(() => random() < 0.012);
  const mixes = landMixes(towns.map(center), random);
  return cells.map((cell, i) => {
    const parts = (landOf[i] ?? []).map((land) => mixes(land, center(land)));
    return hexOf(cell, parts, random);
  });
}

/** A seventh of the land has students. */
function inhabited(cell: Cell, random: () => number): Cell[] {
  const children = cellToChildren(cellToText(cell), FINEST).map(cellFromText);
  return children.filter((_, i) => i === 0 || random() < 0.14);
}

function hexOf(cell: Cell, parts: readonly LandMix[], random: () => number): SyntheticHex {
  const truth = new Map<string, number>();
  const add = (key: string) => truth.set(key, (truth.get(key) ?? 0) + 1);
  const studentsOf = parts.map(({ density }) =>
    parts.length > 1
      ? 1 + Math.floor(-density * 0.35 * Math.log(1 - random()))
      : FLOOR + Math.floor(-density * 0.6 * Math.log(1 - random())),
  );
  const estimates = emptyEstimates();
  let students = 0;
  parts.forEach((part, i) => {
    const here = studentsOf[i] ?? 0;
    students += here;
    for (let student = 0; student < here; student++) {
      const home = pick(HOME_STATUSES, random, part.wellServed ? 0.6 : 0.2);
      const device = pick(DEVICE_STATUSES, random, 0.5);
      add(`home.${home}`);
      add(`device.${device}`);
      if (device !== 'own' && device !== 'unanswered') add('equip');
    }
    estimate(estimates, part, here, parentOf(cell, 4));
  });
  const counts = COUNT_KEYS.map((key) => truth.get(key) ?? 0);
  const hidden = counts.map((count) => hiding(count, students, FLOOR));
  const connected = counts[COUNT_KEYS.indexOf('home.connected')] ?? 0;
  if (connected >= FLOOR) fitLevers(estimates, students - connected);
  return {
    cell,
    resolution: resolutionOf(cell),
    rest: false,
    students,
    households: Math.ceil(students * (0.62 + 0.1 * random())),
    counts: counts.map((count, i) => (hidden[i] ? null : count)),
    hidden: hidden.map((how) => (how ? HIDDEN_LETTERS[how] : '.')).join(''),
    estimates: Array.from(estimates, Math.round),
  };
}

function center(cell: Cell): readonly [number, number] {
  return cellToLatLng(cellToText(cell));
}

/** The first with probability `first`, the others alike. */
function pick<T>(from: readonly T[], random: () => number, first: number): T {
  const at = random() < first ? 0 : 1 + Math.floor(random() * (from.length - 1));
  return from[at] as T;
}

/** Mulberry32: small, seeded, even enough. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
