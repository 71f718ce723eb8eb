/** Adds up what land says of students, in all readings at once. */
import { LEVERS, leverFor } from '../lever.ts';
import { PROFILES } from '../technology.ts';
import { VERDICTS } from '../verdict.ts';
import { type ComboCodes, READINGS } from './combo.ts';
import type { Rates } from './rates.ts';

export interface Sums {
  readonly students: number;
  /** Students by reading and verdict: `reading * VERDICTS.length + verdict`. */
  readonly verdicts: Float64Array;
  /** By reading and lever, as the rates of counties have it: `reading * LEVERS.length + lever`. */
  readonly levers: Float64Array;
  /** By reading: what part of those without an answer *ask* is, times the students it is the part of. */
  readonly askOfUnanswered: Float64Array;
  readonly contradicted: Float64Array;
  /** By profile: students where a filing that none contradicts says served. */
  readonly claimed: Float64Array;
}

/** Students of one patch, by its land. */
export interface PatchStudents {
  readonly students: number;
  /** Rates of the county it counts to. */
  readonly rates: Rates;
  readonly combos: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

/** @param codes by combination */
export function sumOver(patches: Iterable<PatchStudents>, codes: readonly ComboCodes[]): Sums {
  const verdicts = new Float64Array(READINGS.length * VERDICTS.length);
  const levers = new Float64Array(READINGS.length * LEVERS.length);
  const askOfUnanswered = new Float64Array(READINGS.length);
  const contradicted = new Float64Array(PROFILES.length);
  const claimed = new Float64Array(PROFILES.length);
  let all = 0;
  for (const { students, rates, combos, weights } of patches) {
    all += students;
    let weight = 0;
    for (let i = 0; i < weights.length; i++) weight += weights[i] as number;
    for (let i = 0; i < combos.length; i++) {
      const own = codes[combos[i] as number] as ComboCodes;
      const part = (students * (weights[i] as number)) / weight;
      for (let reading = 0; reading < READINGS.length; reading++) {
        const verdict = own.verdicts[reading] as number;
        add(verdicts, reading * VERDICTS.length + verdict, part);
        const lever = LEVER_OF_VERDICT[verdict] as number;
        add(levers, reading * LEVERS.length + lever, part * (rates.levers[lever] as number));
        if (verdict !== SERVED) continue;
        add(levers, reading * LEVERS.length + ASK, part * (rates.levers[ASK] as number));
        add(askOfUnanswered, reading, part * rates.askOfUnanswered);
      }
      for (let profile = 0; profile < PROFILES.length; profile++) {
        if (own.isContradicted[profile] === 1) add(contradicted, profile, part);
        if (own.isClaimed[profile] === 1) add(claimed, profile, part);
      }
    }
  }
  return { students: all, verdicts, levers, askOfUnanswered, contradicted, claimed };
}

function add(to: Float64Array, at: number, amount: number): void {
  to[at] = (to[at] as number) + amount;
}

const SERVED = VERDICTS.indexOf('served');
const ASK = LEVERS.indexOf('ask');
/** Of students who are not connected; where there is service, of those who answered. */
const LEVER_OF_VERDICT = VERDICTS.map((verdict) => LEVERS.indexOf(leverFor(verdict, 'inadequate') ?? 'connect'));
