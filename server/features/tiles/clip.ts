/** Clips a convex ring to a square, side by side (Sutherland and Hodgman, 1974). A cell is convex, so the result is too. */
export interface Ring {
  /** x and y in turn. */
  readonly points: Float64Array;
  /** Numbers used, two a vertex. */
  length: number;
}

/** Ten vertices of a cell, plus one per clipping side. */
export function emptyRing(): Ring {
  return { points: new Float64Array(64), length: 0 };
}

/** Clips `ring` to low..high in both directions. The result is in `ring`; `spare` is scratch. */
export function clipConvex(ring: Ring, spare: Ring, low: number, high: number): void {
  clipSide(ring, spare, 0, low, 1);
  clipSide(spare, ring, 0, high, -1);
  clipSide(ring, spare, 1, low, 1);
  clipSide(spare, ring, 1, high, -1);
}

/** Keeps the part at or above `limit` on an axis (sign 1), or at or below it (sign -1). */
function clipSide(from: Ring, to: Ring, axis: 0 | 1, limit: number, sign: 1 | -1): void {
  const { points } = from;
  to.length = 0;
  const last = from.length - 2;
  for (let i = 0; i < from.length; i += 2) {
    const previous = i === 0 ? last : i - 2;
    const here = ((points[i + axis] ?? 0) - limit) * sign;
    const before = ((points[previous + axis] ?? 0) - limit) * sign;
    if (here >= 0 !== before >= 0) {
      const share = before / (before - here);
      const along = 1 - axis;
      const crossing =
        (points[previous + along] ?? 0) + share * ((points[i + along] ?? 0) - (points[previous + along] ?? 0));
      push(to, axis === 0 ? limit : crossing, axis === 0 ? crossing : limit);
    }
    if (here >= 0) push(to, points[i] ?? 0, points[i + 1] ?? 0);
  }
}

function push(ring: Ring, x: number, y: number): void {
  ring.points[ring.length] = x;
  ring.points[ring.length + 1] = y;
  ring.length += 2;
}
