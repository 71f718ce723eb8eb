/** Where each thing of a round stands. The tables accept these words alone (tests/db/rounds.test.ts). */

export const ROUND_STANDINGS = [
  'draft',
  'shared',
  'open',
  'closed',
  'unsealed',
  'evaluation',
  'intended',
  'awarded',
  'unsuccessful',
  'cancelled',
] as const;
export type RoundStanding = (typeof ROUND_STANDINGS)[number];

/** Of a provider, once for all rounds of a state. */
export const QUALIFICATION_STANDINGS = ['draft', 'applied', 'asked', 'qualified', 'refused'] as const;
export type QualificationStanding = (typeof QUALIFICATION_STANDINGS)[number];

export const PROPOSAL_STANDINGS = [
  'draft',
  'submitted',
  'stale',
  'confirmed',
  'withdrawn',
  'sealed',
  'opened',
  'clarification',
  'awarded',
  'not-awarded',
  'excluded',
] as const;
export type ProposalStanding = (typeof PROPOSAL_STANDINGS)[number];

/** Of a milestone's commitment: `complete` after the last milestone, `seen` when a later filing has it, `default` when it failed. */
export const COMMITMENT_STANDINGS = [
  'signed',
  'due',
  'reported',
  'returned',
  'late',
  'complete',
  'seen',
  'default',
] as const;
export type CommitmentStanding = (typeof COMMITMENT_STANDINGS)[number];
