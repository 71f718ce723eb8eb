/** Joins the pictures of several states into one; a single picture passes unchanged. Runs in the worker. */
import type { HexGeometry, Summary } from './protocol.ts';

export function joinedGeometry(all: readonly HexGeometry[]): HexGeometry {
  const [one] = all;
  if (one && all.length === 1) return one;
  const corners = (at: 0 | 1 | 2) => joinedFloats(all.map((geometry) => geometry.corners[at]));
  return {
    length: all.reduce((sum, { length }) => sum + length, 0),
    centers: joinedFloats(all.map(({ centers }) => centers)),
    corners: [corners(0), corners(1), corners(2)],
    shapes: joinedFloats(all.map(({ shapes }) => shapes)),
  };
}

export function joinedBytes(all: readonly Uint8Array[]): Uint8Array {
  return joined(all, (length) => new Uint8Array(length));
}

function joinedFloats(all: readonly Float32Array[]): Float32Array {
  return joined(all, (length) => new Float32Array(length));
}

function joined<T extends Uint8Array | Float32Array>(all: readonly T[], make: (length: number) => T): T {
  const [one] = all;
  if (one && all.length === 1) return one;
  const whole = make(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of all) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Figures of hexes in view: a hex belongs to one state, so nothing is counted twice. */
export function summed(level: number, all: readonly Summary[]): Summary {
  const byClass = (of: (one: Summary) => readonly number[]) =>
    (all[0] ? of(all[0]) : []).map((_, number) => all.reduce((sum, one) => sum + (of(one)[number] ?? 0), 0));
  return {
    level,
    hexes: all.reduce((sum, { hexes }) => sum + hexes, 0),
    students: all.reduce((sum, { students }) => sum + students, 0),
    hexesByClass: byClass(({ hexesByClass }) => hexesByClass),
    studentsByClass: byClass(({ studentsByClass }) => studentsByClass),
  };
}
