/** Who is told what, and when, for a collection: from its window alone. */
import { dayOf } from '../day.ts';

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
const DAY = 86_400_000;

/** In order of days. A reminder comes in the middle; what the window leaves no room for keeps within it. */
export function outreachSteps({ opensOn, closesOn }: { opensOn: string; closesOn: string }): PlannedStep[] {
  const [opens, closes] = [Date.parse(opensOn), Date.parse(closesOn)];
  const planned = RULES.map(([step, told, from, days]): PlannedStep => {
    const at = (from === 'opens' ? opens : closes) + days * DAY;
    return { step, told, on: dayOf(new Date(from === 'closes' && days < 0 ? Math.max(opens, at) : at)) };
  });
  const middle = dayOf(new Date(opens + Math.floor((closes - opens) / DAY / 2) * DAY));
  const all: PlannedStep[] = [...planned, { step: 'remind', told: 'districts', on: middle }];
  const order = (one: PlannedStep) => OUTREACH_STEPS.indexOf(one.step);
  return all.sort((one, other) => one.on.localeCompare(other.on) || order(one) - order(other));
}
