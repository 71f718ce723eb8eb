/** Sums students over land, in all readings at once. */
import { LEVERS, leverFor } from '../lever.ts';
import { VERDICT_TIERS } from '../speed.ts';
import { PROFILES } from '../technology.ts';
import { VERDICTS } from '../verdict.ts';
import { type ComboCodes, READINGS } from './combo.ts';

export interface Rates {
  /** By lever, in the order of LEVERS: share of students whose verdict calls for it, 0 to 1. */
  readonly levers: readonly number[];
  /** Share of all students without an answer. */
  readonly unanswered: number;
}

export interface Sums {
  readonly students: number;
  /** Students by reading and verdict: `reading * VERDICTS.length + verdict`. */
  readonly verdicts: Float64Array;
  /** By tier and verdict in the one reading, by public filings: `tier * VERDICTS.length + verdict`. */
  readonly counted: Float64Array;
  /** By reading and lever, at the rates of counties: `reading * LEVERS.length + lever`. */
  readonly levers: Float64Array;
  /** Students without an answer, at the rates of counties. */
  readonly unanswered: number;
  readonly contradicted: Float64Array;
  /** By profile: students where a filing says served and none contradicts it. */
  readonly claimed: Float64Array;
}

/** The students of one patch, over its land. */
export interface PatchStudents {
  readonly students: number;
  /** Rates of its county. */
  readonly rates: Rates;
  readonly combos: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

/** @param codes by combination */
export function sumOver(patches: Iterable<PatchStudents>, codes: readonly ComboCodes[]): Sums {
  const verdicts = new Float64Array(READINGS.length * VERDICTS.length);
  const counted = new Float64Array(VERDICT_TIERS.length * VERDICTS.length);
  const levers = new Float64Array(READINGS.length * LEVERS.length);
  const contradicted = new Float64Array(PROFILES.length);
  const claimed = new Float64Array(PROFILES.length);
  let all = 0;
  let unanswered = 0;
  for (const { students, rates, combos, weights } of patches) {
    all += students;
    unanswered += students * rates.unanswered;
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
      }
      for (let tier = 0; tier < VERDICT_TIERS.length; tier++)
        add(counted, tier * VERDICTS.length + (own.counted[tier] as number), part);
      for (let profile = 0; profile < PROFILES.length; profile++) {
        if (own.isContradicted[profile] === 1) add(contradicted, profile, part);
        if (own.isClaimed[profile] === 1) add(claimed, profile, part);
      }
    }
  }
  return { students: all, verdicts, counted, levers, unanswered, contradicted, claimed };
}

function add(to: Float64Array, at: number, amount: number): void {
  to[at] = (to[at] as number) + amount;
}

const SERVED = VERDICTS.indexOf('served');
const ASK = LEVERS.indexOf('ask');
/** Among students not connected; where there is service, among those who answered. */
const LEVER_OF_VERDICT = VERDICTS.map((verdict) => LEVERS.indexOf(leverFor(verdict, 'inadequate') ?? 'connect'));
