/** Detects half of the students at very few points, which are then hardly their homes. */
import type { Point } from './point.ts';

export interface OnePlace {
  /** Students in the fullest points. */
  readonly students: number;
  /** All students with a place. */
  readonly placed: number;
  /** Number of these points: one, or one per hundred students. */
  readonly points: number;
}

/** Fewer students may be one family. */
const FEWEST = 10;
/** Students per school: an export of a large district puts each student at one of many schools. */
const STUDENTS_A_POINT = 100;

/** Counts students by point, to about ten meters. */
export class PointCounts {
  readonly #counts = new Map<number, number>();
  #placed = 0;

  add({ latitude, longitude }: Point): void {
    const number = Math.round((latitude + 90) * 10_000) * 4_000_000 + Math.round((longitude + 180) * 10_000);
    this.#counts.set(number, (this.#counts.get(number) ?? 0) + 1);
    this.#placed++;
  }

  /** Undefined: the students are spread out, or too few to decide. */
  get onePlace(): OnePlace | undefined {
    const placed = this.#placed;
    if (placed < FEWEST) return undefined;
    const points = Math.max(1, Math.floor(placed / STUDENTS_A_POINT));
    const fullest = [...this.#counts.values()].sort((a, b) => b - a).slice(0, points);
    const students = fullest.reduce((sum, count) => sum + count, 0);
    return students * 2 >= placed ? { students, placed, points: fullest.length } : undefined;
  }
}
