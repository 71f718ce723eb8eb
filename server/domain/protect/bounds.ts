/** What an attacker knows of true counts: the least and the most each can be. */
import { HIDDEN_CODES } from '../hidden.ts';
import { LARGEST_DEFICIT } from './choose.ts';
import { EITHER_MOSTLY, isShown, tellsMost } from './code.ts';
import { NOISE_DEVIATION } from './noise.ts';
import type { PatchSets } from './patch-sets.ts';

/** One statistic of every set. */
export interface AuditedSets {
  /** Counts shown or codes of hidden ones; changed where more must be hidden. */
  readonly values: Int32Array;
  readonly truth: Int32Array;
  /** 1 where the value is that of a set inside, and so may be well below the truth. */
  readonly isTaken: Uint8Array;
}

/** Hidden for being few: the noise may have put a count a little above the floor there. */
const FEW_BEYOND_FLOOR = NOISE_DEVIATION - 1;
const ROUNDS = 3;

/** Whether one to fewer than the floor of a group are provably counted, or provably not. */
export function isBetrayed(least: number, most: number, group: number, floor: number): boolean {
  return (least >= 1 && most < floor) || (group - most >= 1 && group - least < floor);
}

/** What each set's own value tells. */
export function boundByOwn(
  { values, isTaken }: Pick<AuditedSets, 'values' | 'isTaken'>,
  students: Int32Array,
  floor: number,
  low: Int32Array,
  high: Int32Array,
): void {
  for (let set = 0; set < students.length; set++) {
    const value = values[set] as number;
    const all = students[set] as number;
    if (isShown(value)) {
      low[set] = Math.max(floor, value - NOISE_DEVIATION);
      high[set] = Math.min(all - floor, value + NOISE_DEVIATION + (isTaken[set] ? LARGEST_DEFICIT : 0));
    } else {
      low[set] = leastHidden(value, all, floor);
      high[set] = mostHidden(value, all, floor);
    }
  }
}

/** What sets tell of those they are a sum of or a part of. */
export function boundByArea(
  { order, parts }: PatchSets,
  values: Int32Array,
  floor: number,
  low: Int32Array,
  high: Int32Array,
): void {
  for (let round = 0; round < ROUNDS; round++) {
    let isChanged = false;
    for (const whole of order) {
      const from = parts.starts[whole] as number;
      const to = parts.starts[whole + 1] as number;
      if (from === to) continue;
      let least = 0;
      let most = 0;
      for (let i = from; i < to; i++) {
        least += low[parts.items[i] as number] as number;
        most += high[parts.items[i] as number] as number;
      }
      if (least > (low[whole] as number)) low[whole] = least;
      if (most < (high[whole] as number)) high[whole] = most;
      for (let i = from; i < to; i++) {
        const part = parts.items[i] as number;
        const atMost = (high[whole] as number) - (least - (low[part] as number));
        const atLeast = (low[whole] as number) - (most - (high[part] as number));
        if (atMost < (high[part] as number)) {
          most += atMost - (high[part] as number);
          high[part] = atMost;
          isChanged = true;
        }
        if (atLeast > (low[part] as number)) {
          least += atLeast - (low[part] as number);
          low[part] = atLeast;
          isChanged = true;
        }
      }
      if (to - from === 2) isChanged = boundRemainder(values, floor, whole, parts.items, from, low, high) || isChanged;
    }
    if (!isChanged) return;
  }
}

function leastHidden(code: number, all: number, floor: number): number {
  if (code === HIDDEN_CODES.high) return Math.max(0, all - floor - FEW_BEYOND_FLOOR);
  if (code === HIDDEN_CODES.low) return 0;
  const least = tellsReason(all, floor) ? floor : 0;
  return code === EITHER_MOSTLY ? Math.max(least, Math.ceil(all / 2) - NOISE_DEVIATION) : least;
}

function mostHidden(code: number, all: number, floor: number): number {
  if (code === HIDDEN_CODES.low) return Math.min(all, floor + FEW_BEYOND_FLOOR);
  if (code === HIDDEN_CODES.high) return all;
  const most = tellsReason(all, floor) ? all - floor : all;
  const isLess = code === HIDDEN_CODES.either && tellsMost(all, floor);
  return isLess ? Math.min(most, Math.ceil(all / 2) - 1 + NOISE_DEVIATION) : most;
}

/** In a group too large to be both few and nearly all, a count hidden without a side met the floor and was hidden for others. */
function tellsReason(all: number, floor: number): boolean {
  return all > 2 * (floor + FEW_BEYOND_FLOOR);
}

/** Of a set in two, one shown: of the other few are counted if the values are equal, else somebody. */
function boundRemainder(
  values: Int32Array,
  floor: number,
  whole: number,
  items: Int32Array,
  from: number,
  low: Int32Array,
  high: Int32Array,
): boolean {
  let isChanged = false;
  for (const [part, rest] of [
    [items[from] as number, items[from + 1] as number],
    [items[from + 1] as number, items[from] as number],
  ] as const) {
    if (!isShown(values[whole] as number) || !isShown(values[part] as number)) continue;
    if (values[whole] !== values[part]) {
      if ((low[rest] as number) >= 1) continue;
      low[rest] = 1;
    } else {
      if ((high[rest] as number) <= floor + FEW_BEYOND_FLOOR) continue;
      high[rest] = floor + FEW_BEYOND_FLOOR;
    }
    isChanged = true;
  }
  return isChanged;
}
