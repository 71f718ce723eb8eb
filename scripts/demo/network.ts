import type { Ground } from './ground.ts';
import { toLat, toLng } from './plane.ts';
import { type Random, randomFor } from './seeded.ts';
import type { Town } from './towns.ts';

/** A road, creek or hollow, with homes along it. Level 0 joins towns or drains a basin, 3 is the last fork. */
export interface Line {
  level: 0 | 1 | 2 | 3;
  /** Points every STEP_KM, x and y in turn, kilometers on the plane. */
  points: Float32Array;
}

export const STEP_KM = 0.3;

/**
 * Valleys as a dendrite: roads join neighboring towns, creeks drain the remaining basins, and hollows fork off both,
 * all keeping a distance from existing lines. A line ends at the state border or where it meets another.
 */
export function growNetwork(ground: Ground, towns: readonly Town[], seed: number): Line[] {
  const random = randomFor(seed, 'network');
  const grower = new Grower(ground, random);
  for (const [from, to] of neighborPairs(towns)) grower.road(from, to);
  grower.creeks();
  grower.hollows();
  return grower.lines;
}

function neighborPairs(towns: readonly Town[]): [Town, Town][] {
  const pairs = new Map<string, [Town, Town]>();
  towns.forEach((town, index) => {
    const near = towns
      .map((other, position) => ({ other, position, distance: Math.hypot(other.x - town.x, other.y - town.y) }))
      .filter(({ position, distance }) => position !== index && distance < 55)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, 3);
    for (const { other, position } of near)
      pairs.set(`${Math.min(index, position)}-${Math.max(index, position)}`, [town, other]);
  });
  return [...pairs.values()];
}

const SQUARES_PER_KM = 1 / 0.45;
const HALF_KM = 300;
const WIDTH = Math.ceil(2 * HALF_KM * SQUARES_PER_KM);

class Grower {
  readonly lines: Line[] = [];
  readonly #ground: Ground;
  readonly #random: Random;
  /** Which line runs through a square, numbered from 1. */
  readonly #taken = new Int32Array(WIDTH * WIDTH);

  constructor(ground: Ground, random: Random) {
    this.#ground = ground;
    this.#random = random;
  }

  road(from: Town, to: Town): void {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const steps = Math.max(2, Math.round(length / STEP_KM));
    const sway = bridge(steps, Math.min(2.6, length * 0.13), this.#random);
    const points: number[] = [];
    for (let step = 0; step <= steps; step++) {
      const share = step / steps;
      const aside = sway[step] ?? 0;
      points.push(
        from.x + (to.x - from.x) * share - ((to.y - from.y) / length) * aside,
        from.y + (to.y - from.y) * share + ((to.x - from.x) / length) * aside,
      );
    }
    this.#keep(0, points);
  }

  /** A creek through every basin of about 5 km that no road crosses. */
  creeks(): void {
    for (let x = -HALF_KM + 20; x < HALF_KM - 20; x += 4.5)
      for (let y = -HALF_KM + 20; y < HALF_KM - 20; y += 4.5) {
        const startX = x + this.#random.between(-1.5, 1.5);
        const startY = y + this.#random.between(-1.5, 1.5);
        if (!this.#inState(startX, startY) || !this.#isFree(startX, startY, 4, 0)) continue;
        this.#walk({
          level: 0,
          x: startX,
          y: startY,
          heading: this.#random.between(0, 2 * Math.PI),
          lengthKm: 18,
          parent: 0,
        });
      }
  }

  hollows(): void {
    const lengths = { 1: [3, 9], 2: [1.6, 4.5], 3: [0.9, 2.2] } as const;
    for (const level of [1, 2, 3] as const) {
      const [shortest, longest] = lengths[level];
      const parents = this.lines.length;
      for (let index = 0; index < parents; index++) {
        const parent = this.lines[index];
        if (parent?.level !== level - 1) continue;
        let side = this.#random.next() < 0.5 ? 1 : -1;
        let at = this.#forkAfter(level);
        while (at < parent.points.length / 2 - 1) {
          const x = parent.points[2 * at] ?? 0;
          const y = parent.points[2 * at + 1] ?? 0;
          const along = Math.atan2((parent.points[2 * at + 3] ?? 0) - y, (parent.points[2 * at + 2] ?? 0) - x);
          const heading = along + side * this.#random.between(0.7, 1.4);
          const lengthKm = this.#random.between(shortest, longest);
          this.#walk({ level, x, y, heading, lengthKm, parent: index + 1 });
          side = -side;
          at += this.#forkAfter(level);
        }
      }
    }
  }

  #forkAfter(level: 1 | 2 | 3): number {
    const [nearest, farthest] = { 1: [1.3, 2.8], 2: [1.1, 2.6], 3: [1.2, 2.8] }[level];
    return Math.round(this.#random.between(nearest ?? 1, farthest ?? 2) / STEP_KM);
  }

  #walk(start: {
    level: Line['level'];
    x: number;
    y: number;
    heading: number;
    lengthKm: number;
    parent: number;
  }): void {
    const own = this.lines.length + 1;
    const points = [start.x, start.y];
    let { x, y, heading } = start;
    let bend = 0;
    for (let gone = STEP_KM; gone < start.lengthKm; gone += STEP_KM) {
      // Bends come in series, and the valley keeps its direction: without this pull, creeks curl into rings.
      bend = bend * 0.7 + this.#random.normal() * 0.15 - (heading - start.heading) * 0.05;
      heading += bend;
      x += STEP_KM * Math.cos(heading);
      y += STEP_KM * Math.sin(heading);
      const besides = gone < 1.2 ? start.parent : 0;
      if (!this.#inState(x, y) || this.#meetsAnother(x, y, own, besides)) break;
      points.push(x, y);
    }
    if (points.length >= 6) this.#keep(start.level, points);
  }

  #keep(level: Line['level'], points: readonly number[]): void {
    this.lines.push({ level, points: Float32Array.from(points) });
    const own = this.lines.length;
    for (let index = 0; index < points.length; index += 2)
      this.#taken[squareOf(points[index] ?? 0, points[index + 1] ?? 0)] ||= own;
  }

  #inState(x: number, y: number): boolean {
    return this.#ground.countyAt(toLng(x), toLat(y)) >= 0;
  }

  #meetsAnother(x: number, y: number, own: number, parent: number): boolean {
    const at = squareOf(x, y);
    for (const square of [at, at + 1, at - 1, at + WIDTH, at - WIDTH]) {
      const taken = this.#taken[square] ?? 0;
      if (taken !== 0 && taken !== own && taken !== parent) return true;
    }
    return false;
  }

  #isFree(x: number, y: number, squares: number, besides: number): boolean {
    for (let dx = -squares; dx <= squares; dx++)
      for (let dy = -squares; dy <= squares; dy++) {
        const taken = this.#taken[squareOf(x, y) + dx + dy * WIDTH] ?? 0;
        if (taken !== 0 && taken !== besides) return false;
      }
    return true;
  }
}

function squareOf(x: number, y: number): number {
  return Math.floor((x + HALF_KM) * SQUARES_PER_KM) + WIDTH * Math.floor((y + HALF_KM) * SQUARES_PER_KM);
}

/** Lateral offset of a road: a bend that starts and ends at zero, with smaller bends inside. */
function bridge(steps: number, widthKm: number, random: Random): number[] {
  const waves = [1, 2, 3, 5, 8, 13].map((turns) => ({
    turns,
    height: (random.normal() * widthKm) / turns ** 0.9,
    phase: random.between(0, 2 * Math.PI),
  }));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const share = step / steps;
    const taper = Math.sin(Math.PI * share);
    return waves.reduce(
      (sum, { turns, height, phase }) => sum + height * taper * Math.sin(turns * Math.PI * share + phase),
      0,
    );
  });
}
