/** A made-up state that sends homes again and again: families move in, away and about, children come of age, answers change. */
import { cellToChildren, gridDisk, latLngToCell } from 'h3-js';
import { cellFromText } from '../../../server/domain/cell.ts';
import type { Floors } from '../../../server/domain/patch.ts';
import { RECORD_BYTES } from '../../../server/features/intake/home-record.ts';
import type { DistrictHomes } from '../../../server/features/intake/homes.ts';

export interface Child {
  readonly student: number;
  readonly household: number;
  readonly leaId: string;
  readonly cell: string;
  readonly home: number;
  readonly device: number;
}

export const FLOORS: Floors = { students: 10, households: 5 };

/** Numbers from 0 to 1, the same for the same seed. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39) >>> 0;
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

const LEA_IDS = ['5400030', '5400240', '5400270'];
/** Two hexagons of level 5 that touch, so that districts share some. */
const LAND = gridDisk(latLngToCell(38.6, -81.1, 5), 1)
  .slice(0, 2)
  .flatMap((cell) => cellToChildren(cell, 8));

export class Town {
  children: Child[] = [];
  readonly #chance: () => number;
  #students = 0;
  #households = 0;

  constructor(seed: number, households: number) {
    this.#chance = dice(seed);
    for (let i = 0; i < households; i++) this.#moveIn();
  }

  /** @param share of households that move away, and of children that answer otherwise */
  year(share: number): void {
    const chance = this.#chance;
    const moving = new Set([...this.#byHousehold().keys()].filter(() => chance() < share));
    const stay = this.children.filter(({ household }) => !moving.has(household) && chance() > share / 2);
    this.children = stay.map((child) => (chance() < share ? { ...child, ...this.#answers() } : child));
    for (const children of this.#byHousehold().values()) {
      const [first] = children;
      if (first && chance() < share / 2)
        this.children.push({ ...first, student: ++this.#students, ...this.#answers() });
    }
    for (let i = 0; i < moving.size + (chance() < 0.5 ? 2 : -2); i++) this.#moveIn();
  }

  sent(leaIds: readonly string[] = LEA_IDS): DistrictHomes[] {
    return leaIds.map((leaId) => ({
      leaId,
      records: recordsOf(this.children.filter((child) => child.leaId === leaId)),
    }));
  }

  #byHousehold(): Map<number, Child[]> {
    return Map.groupBy(this.children, ({ household }) => household);
  }

  #moveIn(): void {
    const chance = this.#chance;
    // Most live in few hexagons, as in a town.
    const at = Math.floor(chance() ** 3 * LAND.length);
    const leaId = LEA_IDS[Math.min(2, Math.floor((at / LAND.length + chance() * 0.3) * 3))] ?? '';
    const household = ++this.#households;
    for (let i = 0; i <= Math.floor(chance() * 3); i++)
      this.children.push({ student: ++this.#students, household, leaId, cell: LAND[at] ?? '', ...this.#answers() });
  }

  #answers(): { home: number; device: number } {
    return { home: Math.floor(this.#chance() * 7), device: Math.floor(this.#chance() * 5) };
  }
}

export function recordsOf(children: readonly Child[]): Buffer {
  return Buffer.concat(
    children.map(({ student, household, cell, home, device }) => {
      const record = Buffer.alloc(RECORD_BYTES);
      record.writeBigInt64BE(cellFromText(cell), 0);
      record.writeUInt32BE(household, 8);
      record.writeUInt32BE(student, 24);
      record.set([home, device], 40);
      return record;
    }),
  );
}
