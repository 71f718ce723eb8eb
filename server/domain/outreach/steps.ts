/** Who is told what, and when, for a collection: from its window alone. */
import { DAY_MS, dayOf } from '../day.ts';

export const TOLD = ['districts', 'schools', 'families', 'providers', 'legislators'] as const;
export type Told = (typeof TOLD)[number];

export const OUTREACH_STEPS = [
  'announce',
  'invite',
  'how',
  'letter',
  'open',
  'remind',
  'last_call',
  'telephone',
  'thank',
  'results',
  'offer',
] as const;
export type OutreachStep = (typeof OUTREACH_STEPS)[number];

export interface PlannedStep {
  readonly step: OutreachStep;
  readonly told: Told;
  /** YYYY-MM-DD */
  readonly on: string;
}

/** Days before (−) or after the first or the last day of the window. */
const RULES: readonly (readonly [OutreachStep, Told, 'opens' | 'closes', number])[] = [
  ['announce', 'legislators', 'opens', -35],
  ['invite', 'districts', 'opens', -28],
  ['how', 'schools', 'opens', -14],
  ['letter', 'families', 'opens', -7],
  ['open', 'districts', 'opens', 0],
  ['last_call', 'districts', 'closes', -7],
  ['telephone', 'districts', 'closes', -3],
  ['thank', 'districts', 'closes', 3],
  ['results', 'legislators', 'closes', 60],
  ['offer', 'providers', 'closes', 60],
];
/** Month and day on which nobody at an office reads anything. */
const HOLIDAYS = ['12-24', '12-25', '12-31', '01-01'];

/** In order of working days, with a reminder in the middle. Steps before the close never precede the opening. */
export function outreachSteps({ opensOn, closesOn }: { opensOn: string; closesOn: string }): PlannedStep[] {
  const [opens, closes] = [Date.parse(opensOn), Date.parse(closesOn)];
  const planned = RULES.map(([step, told, from, days]): PlannedStep => {
    const at = (from === 'opens' ? opens : closes) + days * DAY_MS;
    return { step, told, on: workday(from === 'closes' && days < 0 ? Math.max(opens, at) : at, { opens, closes }) };
  });
  const middle = workday(opens + Math.floor((closes - opens) / DAY_MS / 2) * DAY_MS, { opens, closes });
  const all: PlannedStep[] = [...planned, { step: 'remind', told: 'districts', on: middle }];
  const order = (one: PlannedStep) => OUTREACH_STEPS.indexOf(one.step);
  return all.sort((one, other) => one.on.localeCompare(other.on) || order(one) - order(other));
}

/** The day or the next working day; if that leaves the window, the last working day before. A window without any keeps the day. */
function workday(at: number, { opens, closes }: { opens: number; closes: number }): string {
  const later = nearest(at, DAY_MS);
  if (later <= closes || at > closes) return dayOf(new Date(later));
  const earlier = nearest(at, -DAY_MS);
  return dayOf(new Date(earlier >= opens || at < opens ? earlier : at));
}

function nearest(at: number, step: number): number {
  let day = at;
  while (isOff(new Date(day))) day += step;
  return day;
}

function isOff(day: Date): boolean {
  return day.getUTCDay() % 6 === 0 || HOLIDAYS.includes(dayOf(day).slice(5));
}
