/** What the map says where it shows several states at once. */
import { wordingIn } from '../../wording.ts';

const { date, list, plural } = wordingIn('en');

/** Beside the product's name there is room for so many. */
const NAMED = 3;

export const edition = {
  named: ({ stateNames }: { stateNames: readonly string[] }) =>
    stateNames.length > NAMED ? plural(stateNames.length, 'state', 'states') : list(stateNames),
  whichStates: 'Which states',
  shown: 'Shown: <states/>',
  all: 'all states',
  howMuch: 'How much, in each state',
  coming: "The state's number is on its way.",
  failed: ({ stateName }: { stateName: string }) => `${stateName} did not come`,
  /** `why`: a clause, as "no utility commission filing is public". */
  notDrawn: ({ why }: { why: string }) => `Not drawn and not counted for this question: ${why}.`,
  nothingDisputed: 'one source alone filed, and few families or none say otherwise',
  /** `source`: as in the sentence, "by FCC filings". */
  alone: ({ source, why }: { source: string; why: string }) =>
    `${source.charAt(0).toUpperCase()}${source.slice(1)} alone: ${why}.`,
  whereFirst: ({ stateName }: { stateName: string }) => `Where first, ${stateName}`,
  vintages: ({ dated }: { dated: readonly { stateName: string; asOf: string | undefined }[] }) => {
    const [first] = dated;
    const said = (asOf: string | undefined) => (asOf ? date(asOf) : 'no date yet');
    if (dated.every(({ asOf }) => asOf === first?.asOf)) return said(first?.asOf);
    return list(dated.map(({ stateName, asOf }) => `${said(asOf)} (${stateName})`));
  },
  tableOfOne: 'The table is of one state',
  chooseForTable: 'Each state counts and ranks its own places. Choose whose table to read.',
};

export type EditionMessages = typeof edition;
