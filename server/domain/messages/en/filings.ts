/** On whose filings a view rests, and why a source says nothing of the whole state. */
import type { Filer } from '../../verdict.ts';
import { wordingIn } from '../wording.ts';
import { views } from './views.ts';

const { list } = wordingIn('en');

const FILERS: Readonly<Record<Filer, string>> = { fcc: 'FCC', puc: 'utility commission' };

/** Whoever may not know of confidential filings is not told whether there are any: `isAgency` says whose view it is. */
function noFiling({ filer, isAgency }: { filer: Filer; isAgency: boolean }): string {
  if (filer === 'fcc') return 'no FCC filing is in this release';
  return `no utility commission filing is ${isAgency ? 'in this release' : 'public'}`;
}

export const filings = {
  views,
  noFiling,
  missing: ({ missing, isAgency }: { missing: readonly Filer[]; isAgency: boolean }) =>
    list(missing.map((filer) => noFiling({ filer, isAgency }))),
  /** On whose word service is judged where sources are to agree: both, one alone, or none. */
  both: 'FCC and utility commission filings',
  alone: ({ filer, missing }: { filer: Filer; missing: string }) => `${FILERS[filer]} filings alone: ${missing}`,
  none: ({ missing }: { missing: string }) => `no filing: ${missing}`,
};

export type FilingsMessages = typeof filings;
