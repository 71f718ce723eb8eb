/**
 * The one table of transitions: who may move what, from where to where, under which guards, and which act the log records.
 * Whoever moves something asks `whyNot` first; the tests walk every move from every standing by every party.
 */
import type { acts } from '../messages/en/acts.ts';
import type { CommitmentStanding, ProposalStanding, QualificationStanding, RoundStanding } from './standings.ts';

/** `clock`: the database's, which asks nobody. `two-staff`: two different persons of the staff. */
export type Party = 'staff' | 'two-staff' | 'provider' | 'clock';

/** What has to hold. Whoever asks says which do; each has a sentence in `refusals/rounds.ts`. */
export const GUARDS = [
  'has-lots',
  'weights-100',
  'terms-complete',
  'window-ahead',
  'questions-within',
  'before-deadline',
  'after-deadline',
  'has-reason',
  'is-qualified',
  'is-complete',
  'has-decision',
  'after-protest',
  'allows-repair',
  'has-evidence',
] as const;
export type Guard = (typeof GUARDS)[number];

export interface Move<Standing extends string> {
  readonly who: Party;
  readonly from: readonly Standing[];
  /** `same`: it stays where it is. */
  readonly to: Standing | 'same';
  readonly guards: readonly Guard[];
  readonly did: keyof typeof acts.did;
}

const ROUND = {
  change: { who: 'staff', from: ['draft', 'shared'], to: 'same', guards: [], did: 'rounds.change' },
  share: { who: 'staff', from: ['draft'], to: 'shared', guards: ['has-lots'], did: 'rounds.share' },
  open: {
    who: 'staff',
    from: ['draft', 'shared'],
    to: 'open',
    guards: ['has-lots', 'weights-100', 'terms-complete', 'window-ahead', 'questions-within'],
    did: 'rounds.open',
  },
  amend: {
    who: 'staff',
    from: ['open'],
    to: 'same',
    guards: ['has-reason', 'before-deadline', 'weights-100', 'terms-complete', 'window-ahead', 'questions-within'],
    did: 'rounds.amend',
  },
  close: { who: 'clock', from: ['open'], to: 'closed', guards: ['after-deadline'], did: 'rounds.close' },
  unseal: { who: 'two-staff', from: ['closed'], to: 'unsealed', guards: [], did: 'rounds.unseal' },
  evaluate: { who: 'staff', from: ['unsealed'], to: 'evaluation', guards: [], did: 'rounds.evaluate' },
  intend: { who: 'staff', from: ['evaluation'], to: 'intended', guards: ['has-decision'], did: 'rounds.intend' },
  reconsider: { who: 'staff', from: ['intended'], to: 'evaluation', guards: ['has-reason'], did: 'rounds.reconsider' },
  award: { who: 'staff', from: ['intended'], to: 'awarded', guards: ['after-protest'], did: 'rounds.award' },
  fail: {
    who: 'staff',
    from: ['closed', 'unsealed', 'evaluation'],
    to: 'unsuccessful',
    guards: ['has-reason'],
    did: 'rounds.fail',
  },
  cancel: {
    who: 'staff',
    from: ['draft', 'shared', 'open', 'closed', 'unsealed', 'evaluation', 'intended'],
    to: 'cancelled',
    guards: ['has-reason'],
    did: 'rounds.cancel',
  },
  repair: {
    who: 'staff',
    from: ['evaluation', 'intended', 'awarded', 'unsuccessful'],
    to: 'same',
    guards: ['allows-repair', 'has-lots'],
    did: 'rounds.repair',
  },
} as const satisfies Record<string, Move<RoundStanding>>;

/** A qualification that is good stays good while its renewal is looked at. */
const QUALIFICATION = {
  save: { who: 'provider', from: ['draft'], to: 'same', guards: [], did: 'qualifications.save' },
  apply: {
    who: 'provider',
    from: ['draft', 'asked', 'qualified', 'refused'],
    to: 'applied',
    guards: ['is-complete'],
    did: 'qualifications.apply',
  },
  ask: { who: 'staff', from: ['applied'], to: 'asked', guards: ['has-reason'], did: 'qualifications.ask' },
  qualify: { who: 'staff', from: ['applied'], to: 'qualified', guards: [], did: 'qualifications.qualify' },
  refuse: {
    who: 'staff',
    from: ['applied', 'asked', 'qualified'],
    to: 'refused',
    guards: ['has-reason'],
    did: 'qualifications.refuse',
  },
} as const satisfies Record<string, Move<QualificationStanding>>;

const PROPOSAL = {
  save: {
    who: 'provider',
    from: ['draft', 'submitted', 'stale', 'confirmed', 'withdrawn'],
    to: 'same',
    guards: ['before-deadline'],
    did: 'proposals.save',
  },
  submit: {
    who: 'provider',
    from: ['draft', 'submitted', 'stale', 'confirmed', 'withdrawn'],
    to: 'submitted',
    guards: ['before-deadline', 'is-qualified', 'is-complete'],
    did: 'proposals.submit',
  },
  stale: { who: 'clock', from: ['submitted', 'confirmed'], to: 'stale', guards: [], did: 'proposals.stale' },
  confirm: {
    who: 'provider',
    from: ['stale'],
    to: 'confirmed',
    guards: ['before-deadline', 'is-qualified'],
    did: 'proposals.confirm',
  },
  withdraw: {
    who: 'provider',
    from: ['submitted', 'stale', 'confirmed'],
    to: 'withdrawn',
    guards: ['before-deadline'],
    did: 'proposals.withdraw',
  },
  seal: {
    who: 'clock',
    from: ['submitted', 'confirmed'],
    to: 'sealed',
    guards: ['after-deadline'],
    did: 'proposals.seal',
  },
  unseal: { who: 'two-staff', from: ['sealed'], to: 'opened', guards: [], did: 'proposals.unseal' },
  clarify: { who: 'staff', from: ['opened'], to: 'clarification', guards: ['has-reason'], did: 'proposals.clarify' },
  answer: { who: 'provider', from: ['clarification'], to: 'opened', guards: ['has-reason'], did: 'proposals.answer' },
  award: {
    who: 'staff',
    from: ['opened'],
    to: 'awarded',
    guards: ['has-decision', 'after-protest'],
    did: 'proposals.award',
  },
  refuse: {
    who: 'staff',
    from: ['opened', 'clarification'],
    to: 'not-awarded',
    guards: ['has-reason'],
    did: 'proposals.refuse',
  },
  exclude: {
    who: 'staff',
    from: ['opened', 'clarification'],
    to: 'excluded',
    guards: ['has-reason'],
    did: 'proposals.exclude',
  },
} as const satisfies Record<string, Move<ProposalStanding>>;

const COMMITMENT = {
  due: { who: 'clock', from: ['signed', 'returned'], to: 'due', guards: [], did: 'commitments.due' },
  report: {
    who: 'provider',
    from: ['signed', 'due', 'returned', 'late'],
    to: 'reported',
    guards: ['has-evidence'],
    did: 'commitments.report',
  },
  accept: { who: 'staff', from: ['reported'], to: 'signed', guards: [], did: 'commitments.accept' },
  complete: { who: 'staff', from: ['reported'], to: 'complete', guards: [], did: 'commitments.complete' },
  return: { who: 'staff', from: ['reported'], to: 'returned', guards: ['has-reason'], did: 'commitments.return' },
  late: { who: 'clock', from: ['due', 'returned'], to: 'late', guards: ['after-deadline'], did: 'commitments.late' },
  see: {
    who: 'clock',
    from: ['signed', 'due', 'reported', 'returned', 'late', 'complete'],
    to: 'seen',
    guards: [],
    did: 'commitments.see',
  },
  default: {
    who: 'staff',
    from: ['signed', 'due', 'returned', 'late', 'complete'],
    to: 'default',
    guards: ['has-reason'],
    did: 'commitments.default',
  },
} as const satisfies Record<string, Move<CommitmentStanding>>;

export const TRANSITIONS = {
  round: ROUND,
  qualification: QUALIFICATION,
  proposal: PROPOSAL,
  commitment: COMMITMENT,
} as const;

export interface MoveAsked {
  readonly by: Party;
  readonly from: string;
  /** By guard, whether it holds; one that is not named does not. */
  readonly holds: Readonly<Partial<Record<Guard, boolean>>>;
}

/** Why a move is not made: another party's, not from there, or the first guard that does not hold. */
export type Hindrance = 'party' | 'standing' | Guard;

/** @returns undefined when the move may be made */
export function whyNot(
  { who, from: allowed, guards }: Move<string>,
  { by, from, holds }: MoveAsked,
): Hindrance | undefined {
  if (by !== who) return 'party';
  if (!allowed.includes(from)) return 'standing';
  return guards.find((guard) => !holds[guard]);
}

export function standingAfter<Standing extends string>({ to }: Move<Standing>, from: Standing): Standing {
  return to === 'same' ? from : to;
}
