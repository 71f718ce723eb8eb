/** What may stop a comparison of filings, or a question about one. */
import { wordingIn } from '../../wording.ts';

const { date } = wordingIn('en');

export const changeRefusals = {
  'changes.nothing-in-common': ({ asOf, asOfLater }: { asOf: string; asOfLater: string }) =>
    `The filings as of ${date(asOf)} and ${date(asOfLater)} have no technology in common, so nothing can be compared.`,
  'changes.meanwhile':
    'An import changed one of the filings while they were compared, so nothing was kept. They are compared anew.',
  'changes.no-filing': ({ asOf, revision }: { asOf: string; revision: string | null }) =>
    revision === null
      ? `No filing of the FCC as of ${date(asOf)} is loaded for this state.`
      : `No filing of the FCC as of ${date(asOf)} in the revision of ${date(revision)} is loaded for this state.`,
  'changes.order': ({ from, to }: { from: string; to: string }) =>
    `${from} is not before ${to}: give the earlier date, or of one date the earlier revision, first.`,
  'changes.half': 'Give both filings, from and to; or neither.',
  'changes.not-made': ({ from, to }: { from: string; to: string }) =>
    `The filings of ${from} and ${to} have not been compared yet. Where a worker runs, it does so within minutes of an import.`,
  'changes.none': 'Fewer than two filings of the FCC are loaded for this state, so there is nothing to compare.',
  'changes.which-state': ({ fips }: { fips: readonly string[] }) =>
    `Filings of several states are loaded (FIPS ${fips.join(', ')}): say which with \`state\`.`,
  'changes.edition': ({ text }: { text: string }) =>
    `${text} is not the name of a filing: give its date, 2025-12-31, or date and revision, 2025-12-31@2026-05-19.`,
};
