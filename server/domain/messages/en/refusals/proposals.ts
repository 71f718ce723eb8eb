/** Why something of a proposal, or of opening and choosing, is not done. */
import type { RuleName } from '../../../round/choice.ts';
import type { ProposalFault } from '../../../round/proposal.ts';
import { wordingIn } from '../../wording.ts';
import { proposalFaults, ruleWords } from '../proposal-words.ts';

const { grouped, list } = wordingIn('en');

export const proposalRefusals = {
  'proposals.closed': 'The round is not open: nothing is taken before it opens, or after its deadline.',
  'proposals.amended': 'The round was amended after you read it. Read the amendment, then submit or confirm again.',
  'proposals.not-qualified':
    'Your organization is not qualified in this state. Apply first; one qualification is good for all rounds.',
  'proposals.incomplete': ({ flaw, alternative }: { flaw: ProposalFault; alternative: number }) =>
    `${alternative > 0 ? `Alternative ${grouped(alternative)}: ` : ''}${proposalFaults[flaw]}`,
  'proposals.none': 'There is nothing of yours to confirm or withdraw in this round.',
  'proposals.not-pdf': 'This is no PDF. Attach a PDF, or add a coverage file as such.',
  'proposals.attachments-enough': ({ most }: { most: number }) =>
    `A proposal takes ${grouped(most)} files, also counting those of earlier drafts.`,
  'proposals.attachment-unknown': 'This proposal has no such file.',
  'proposals.sealed':
    'This is sealed to the openers of the round: nobody can read it before two of them open the round.',
  'proposals.openers-closed': 'Openers are named before the round opens, and there are three at most.',
  'proposals.opener-twice': 'You are an opener of this round already.',
  'proposals.not-opener': 'You are no opener of this round: two of its three openers open it.',
  'proposals.passphrase': 'This is not the passphrase you gave for this round.',
  'proposals.unseal-closed': 'The round is not waiting to be opened: it has not closed yet, or it is open already.',
  'proposals.unseal-same': 'You opened it first: another person has to come second.',
  'proposals.not-unsealed': 'Proposals are sealed until two people open the round.',
  'proposals.unknown': 'This round has no such proposal or alternative.',
  'proposals.clarification-waits':
    'The provider may still answer what it was asked. Wait for the answer, or for its time to end.',
  'proposals.clarification-past': 'Give the provider until a time that lies ahead.',
  'proposals.clarification-unknown': 'Nothing like this was asked of your proposal.',
  'proposals.clarification-answered': 'This is answered already, and the answer stays as it is.',
  'proposals.clarification-over': 'The time for this answer is over.',
  'proposals.criterion-unknown': ({ count }: { count: number }) =>
    `Name each criterion once, by its number from 1 to ${grouped(count)}.`,
  'proposals.key-lost': ({ rounds }: { rounds: readonly string[] }) =>
    `Nothing was changed: the lost secret alone opens the proposals of ${rounds.length === 1 ? `round ${rounds[0]}` : `rounds ${list(rounds)}`}. Put the secret back, or have staff cancel what cannot be opened any more; then run this again.`,
  'proposals.bid-unknown': 'The choice names a proposal or lot that is not among those to choose from.',
  'proposals.choice-broken': ({ brokenRule }: { brokenRule: RuleName }) =>
    `This choice breaks a rule: ${ruleWords[brokenRule]}`,
};
