/**
 * A tiny state, what is published of it, and an attacker who tries every database there could be. Shares the method's constants with
 * the engine and nothing else: what a number says is found by publishing every count with every noise.
 */
export const FLOOR = 5;
const NOISE = [-4, -3, -2, -1, 0, 1, 2, 3, 4];
const LOW = 0;
const HIGH = 1;
const EITHER = 2;

/** One patch: of one sort of home, students by district, home answer (7) and device answer (5). */
export interface TinyPatch {
  readonly sort: number;
  /** By district, by home answer. */
  readonly home: readonly (readonly number[])[];
  /** By district, by device answer. */
  readonly device: readonly (readonly number[])[];
}

/** Positions of home answers (0 to 6), of device answers (7 to 11). */
export const STATISTICS: readonly (readonly number[])[] = [
  [0],
  [1],
  [2],
  [3],
  [4],
  [5],
  [6],
  [8],
  [9],
  [10],
  [11],
  [8, 9, 10],
];
/** Sort and home answers of build, upgrade, check, connect, ask. */
export const LEVERS: readonly (readonly [sort: number, answers: readonly number[]])[] = [
  [2, [1, 2, 3, 4, 5, 6]],
  [1, [1, 2, 3, 4, 5, 6]],
  [3, [1, 2, 3, 4, 5, 6]],
  [0, [1, 2, 3, 4, 5]],
  [0, [6]],
];

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** As the method has it. */
export function published(own: number, noise: number, students: number): number {
  const noisy = own + noise;
  if (own >= FLOOR && students - own >= FLOOR && noisy >= FLOOR && students - noisy >= FLOOR) return noisy;
  if (students > 2 * FLOOR + 2) return own < FLOOR || noisy < FLOOR ? LOW : HIGH;
  if (Math.ceil(students / 2) + 3 < FLOOR) return EITHER;
  return 2 * noisy < students ? LOW : HIGH;
}

export function forPublic(code: number, students: number): number {
  if (code <= EITHER) return code;
  const rounded = 5 * Math.round(code / 5);
  return rounded < FLOOR ? LOW : students - rounded < FLOOR ? HIGH : rounded;
}

/**
 * Whether a count could have been published so.
 *
 * @param isChosen hidden by choice, which everybody recognizes, and whether a number was; a district recognizes neither
 */
export function fits(own: number, code: number, students: number, isPublic: boolean, isChosen: boolean): boolean {
  if (isChosen) return isPublic || code <= EITHER || (own >= FLOOR && own <= students - FLOOR);
  return NOISE.some((noise) => {
    const told = published(own, noise, students);
    return (isPublic ? forPublic(told, students) : told) === (isPublic ? forPublic(code, students) : code);
  });
}

/** All ways so many students can give as many answers, where each single answer is allowed. */
export function* tables(
  students: number,
  answers: number,
  allows: (answer: number, count: number) => boolean,
): Generator<number[]> {
  if (answers === 1) {
    if (allows(0, students)) yield [students];
    return;
  }
  for (let last = 0; last <= students; last++)
    if (allows(answers - 1, last))
      for (const rest of tables(students - last, answers - 1, allows)) yield [...rest, last];
}
