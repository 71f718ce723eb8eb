/**
 * The attacker the release is tried by before it is published: interval arithmetic over everything that is a sum of
 * something else. It hides more until no group of one to fewer than the floor is provable.
 */
import { HIDDEN_CODES } from '../hidden.ts';
import { LARGEST_DEFICIT } from './choose.ts';
import { EITHER_MOSTLY, eitherCode, isShown, tellsMost } from './code.ts';
import { NOISE_DEVIATION } from './noise.ts';
import { type Lists, listsOf, type PatchSets } from './patch-sets.ts';

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
const REPAIRS = 50;

/**
 * @param students by set
 * @returns a function that mends one statistic, leaves what an attacker knows of it in `low` and `high`, and says how many
 * counts it had to hide
 */
export function auditor(
  sets: PatchSets,
  students: Int32Array,
  floor: number,
): (audited: AuditedSets, low: Int32Array, high: Int32Array) => number {
  const parts = partsOf(sets);
  return (audited, low, high) => {
    const proven = () => {
      bound(sets, parts, students, floor, audited, low, high);
      return firstProven(students, floor, low, high);
    };
    for (let hidden = 0; ; hidden++) {
      const betrayed = proven();
      const around = betrayed < 0 ? [] : shownAround(sets, betrayed, audited);
      if (around.length === 0 || hidden === REPAIRS) return hidden;
      hideOne(around, audited.values, students, floor, () => proven() !== betrayed);
    }
  };
}

/** Hides the smallest number without which the proof fails; where none is enough by itself, the smallest. */
function hideOne(
  around: readonly number[],
  values: Int32Array,
  students: Int32Array,
  floor: number,
  isEnough: () => boolean,
): void {
  const hide = (set: number) => {
    const value = values[set] as number;
    values[set] = eitherCode(value, students[set] as number, floor);
    return value;
  };
  for (const set of around) {
    const value = hide(set);
    if (isEnough()) return;
    values[set] = value;
  }
  hide(around[0] as number);
}

/** What an attacker knows of each set's true count, from its own value and from those it is a sum of or a part of. */
function bound(
  sets: PatchSets,
  parts: Lists,
  students: Int32Array,
  floor: number,
  { values, isTaken }: AuditedSets,
  low: Int32Array,
  high: Int32Array,
): void {
  for (let set = 0; set < sets.count; set++) {
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
  for (let round = 0; round < ROUNDS; round++) {
    let isChanged = false;
    for (const whole of sets.order) {
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

export function leastHidden(code: number, all: number, floor: number): number {
  if (code === HIDDEN_CODES.high) return Math.max(0, all - floor - FEW_BEYOND_FLOOR);
  if (code === HIDDEN_CODES.low) return 0;
  const least = tellsReason(all, floor) ? floor : 0;
  return code === EITHER_MOSTLY ? Math.max(least, Math.ceil(all / 2) - NOISE_DEVIATION) : least;
}

export function mostHidden(code: number, all: number, floor: number): number {
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

/** A set of which one to fewer than the floor are provably counted, or provably not; -1 = none. */
function firstProven(students: Int32Array, floor: number, low: Int32Array, high: Int32Array): number {
  for (let set = 0; set < students.length; set++) {
    const least = low[set] as number;
    const most = high[set] as number;
    const all = students[set] as number;
    if ((least >= 1 && most < floor) || (all - most >= 1 && all - least < floor)) return set;
  }
  return -1;
}

/** Shown sets that the set is inside, the smallest counts first. */
function shownAround({ count, inside }: PatchSets, set: number, { values, truth }: AuditedSets): number[] {
  const around: number[] = [];
  for (let outer = 0; outer < count; outer++) {
    if (!isShown(values[outer] as number)) continue;
    if (inside.items.subarray(inside.starts[outer], inside.starts[outer + 1]).includes(set)) around.push(outer);
  }
  return around.sort((a, b) => (truth[a] as number) - (truth[b] as number) || a - b);
}

/** Each set as the fewest sets inside it that make it up: the largest first, none that share a patch. */
function partsOf({ count, members, inside }: PatchSets): Lists {
  const sizeOf = (set: number) => (members.starts[set + 1] as number) - (members.starts[set] as number);
  const takenBy = new Int32Array(members.items.length).fill(-1);
  const parts: number[][] = [];
  for (let whole = 0; whole < count; whole++) {
    const candidates = [...inside.items.subarray(inside.starts[whole], inside.starts[whole + 1])];
    candidates.sort((a, b) => sizeOf(b) - sizeOf(a) || a - b);
    parts.push(
      candidates.filter((part) => {
        const own = members.items.subarray(members.starts[part], members.starts[part + 1]);
        if (own.some((patch) => takenBy[patch] === whole)) return false;
        for (const patch of own) takenBy[patch] = whole;
        return true;
      }),
    );
  }
  return listsOf(parts);
}
