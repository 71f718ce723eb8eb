/** How districts answer a collection: by day, by the step where each stands, and in the order in which to call them. */
import { DAY_MS, dayOf } from '../day.ts';

/** What a district did; `opened` is kept the first time only. */
export const RESPONSE_STEPS = ['opened', 'prepared', 'sent', 'accepted', 'taken_back'] as const;
export type ResponseStep = (typeof RESPONSE_STEPS)[number];

/** Where a district stands. `nothing`: nobody of it was ever here. */
export const STAGES = ['nothing', 'opened', 'prepared', 'sent', 'taken_back', 'accepted'] as const;
export type Stage = (typeof STAGES)[number];

export interface StepTaken {
  readonly leaId: string;
  readonly step: ResponseStep;
  readonly at: Date;
}

/** Districts that had come so far by the end of a day. Whoever took a later step took the earlier ones. */
export interface ResponseDay {
  /** YYYY-MM-DD, UTC */
  readonly on: string;
  readonly opened: number;
  readonly prepared: number;
  readonly sent: number;
  /** Less those that took their file back. */
  readonly accepted: number;
}

/** More days than this are drawn by nobody: a window left open for years. */
const MOST_DAYS = 400;

/** Every day from `from` to `to`, both YYYY-MM-DD and included; the last 400 where there are more. */
export function responseByDay(steps: readonly StepTaken[], { from, to }: { from: string; to: string }): ResponseDay[] {
  const inOrder = [...steps].sort((one, other) => one.at.getTime() - other.at.getTime());
  const reached = { opened: new Set<string>(), prepared: new Set<string>(), sent: new Set<string>() };
  const accepted = new Set<string>();
  const last = Date.parse(to);
  const first = Math.max(Date.parse(from), last - (MOST_DAYS - 1) * DAY_MS);
  const days: ResponseDay[] = [];
  let next = 0;
  for (let day = first; day <= last; day += DAY_MS) {
    for (let taken = inOrder[next]; taken && taken.at.getTime() < day + DAY_MS; taken = inOrder[++next]) {
      const { leaId, step } = taken;
      reached.opened.add(leaId);
      if (step !== 'opened') reached.prepared.add(leaId);
      if (step === 'sent' || step === 'accepted') reached.sent.add(leaId);
      if (step === 'accepted') accepted.add(leaId);
      if (step === 'taken_back') accepted.delete(leaId);
    }
    days.push({
      on: dayOf(new Date(day)),
      opened: reached.opened.size,
      prepared: reached.prepared.size,
      sent: reached.sent.size,
      accepted: accepted.size,
    });
  }
  return days;
}

/** Days after `opensOn` until half of all accepting districts had accepted; null: none has. */
export function halfAfter(steps: readonly StepTaken[], opensOn: string): number | null {
  const firsts = new Map<string, number>();
  for (const { leaId, step, at } of steps)
    if (step === 'accepted') firsts.set(leaId, Math.min(firsts.get(leaId) ?? Number.POSITIVE_INFINITY, at.getTime()));
  const inOrder = [...firsts.values()].sort((one, other) => one - other);
  const half = inOrder[Math.ceil(inOrder.length / 2) - 1];
  return half === undefined ? null : Math.max(0, Math.floor((half - Date.parse(opensOn)) / DAY_MS));
}

export interface Callable {
  readonly name: string;
  readonly stage: Stage;
  readonly enrolled: number | null;
  /** When the district last did anything; null: never. */
  readonly lastSign: Date | null;
  /** When somebody there last answered a call; null: never. */
  readonly lastReached: Date | null;
}

/** Days for which a district that was reached is left in peace, at the end of the list. */
export const DAYS_IN_PEACE = 3;

/**
 * The districts that are not done, in the order to call them: those reached in the last days come at the end. Before: those that only
 * have to accept a sent file, then the largest (unknown enrollment last), then those silent the longest.
 */
export function callOrder<District extends Callable>(districts: readonly District[], now: Date): District[] {
  const key = ({ stage, enrolled, lastSign, lastReached }: Callable) => [
    lastReached !== null && now.getTime() - lastReached.getTime() < DAYS_IN_PEACE * DAY_MS ? 1 : 0,
    stage === 'sent' ? 0 : 1,
    enrolled === null ? 0 : -enrolled,
    lastSign?.getTime() ?? 0,
  ];
  return districts
    .filter(({ stage }) => stage !== 'accepted')
    .map((district) => ({ district, key: key(district) }))
    .sort((one, other) => {
      const at = one.key.findIndex((value, i) => value !== other.key[i]);
      if (at < 0) return one.district.name.localeCompare(other.district.name);
      return (one.key[at] ?? 0) - (other.key[at] ?? 0);
    })
    .map(({ district }) => district);
}

/** By its state in the collection, and whether it was ever here. */
export function stageOf(state: string, hasOpened: boolean): Stage {
  switch (state) {
    case 'accepted':
    case 'accepted_with_notes':
      return 'accepted';
    case 'received':
      return 'sent';
    case 'taken_back':
    case 'prepared':
      return state;
    default:
      return hasOpened ? 'opened' : 'nothing';
  }
}
