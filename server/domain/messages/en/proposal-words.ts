/** Words of a proposal's faults and of the rules of a choice, for refusals and pages. */
import type { RuleName } from '../../round/choice.ts';
import type { Departure, ProposalFault } from '../../round/proposal.ts';

export const proposalFaults: Readonly<Record<ProposalFault, string>> = {
  'no-alternative': 'Offer at least one alternative.',
  'no-lots': 'Choose at least one lot.',
  'lot-unknown': 'It names a lot that this round does not have.',
  'lot-twice': 'It names a lot twice.',
  'no-such-day': 'Write each day as an existing day.',
  'finish-before-start': 'The finish lies before the start.',
  milestones: 'Milestones rise in order and end with 100 percent by the finish.',
  'no-signer': 'Name who may sign, with an email address.',
  slow: 'Say how fast it is: at least 1 Mbps each way.',
};

export const ruleWords: Readonly<Record<RuleName, string>> = {
  budget: 'it asks for more than the budget.',
  'provider-cap': 'one provider gets more than the most for one provider.',
  'lot-twice': 'a lot is given twice.',
  'two-alternatives': 'two alternatives of one provider are taken.',
  'must-have': 'a lot that must be served is left out.',
};

export const departures: Readonly<Record<Departure, string>> = {
  downloadMbps: 'download speed',
  uploadMbps: 'upload speed',
  latencyMs: 'latency',
  pricePerMonth: 'price a month',
  install: 'installation',
  termMonths: 'months the price holds',
  startBy: 'start of work',
  finishBy: 'finish',
};
