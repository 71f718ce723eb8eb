/** Whose view a number is of, how many of the release's filings it rests on, and why another view's number differs. */
import { wordingIn } from '../wording.ts';

const { plural, agree, grouped } = wordingIn('en');

export interface ViewFacts {
  /** public, agency, provider or district */
  readonly audience: string;
  /** Filings the view rests on. */
  readonly used: number;
  /** Filings the release rests on. */
  readonly of: number;
  /** Of the used, those of which a newer edition is not public. */
  readonly older: number;
  /** Filings of the release that the public's view rests on. */
  readonly byPublic: number;
}

const NAMES: Readonly<Record<string, string>> = {
  public: 'Public view',
  agency: 'Agency view',
  provider: 'Provider view',
  district: 'District view',
};

const few = (count: number) => (count === 1 ? 'one' : grouped(count));

function filingsIn({ used, of, older }: ViewFacts): string {
  if (of === 0) return 'No filing.';
  const withheld = of - (used - older);
  if (withheld === 0) return of === 1 ? 'The one filing there is.' : `All ${plural(of, 'filing', 'filings')}.`;
  const unread = withheld - older;
  const edition = `of ${few(older)} a newer edition is not public`;
  if (unread === 0) return `${plural(of, 'filing', 'filings')}; ${edition}.`;
  const missing = `${few(unread)} ${agree(unread, 'is', 'are')} not public`;
  return `${grouped(used)} of ${plural(of, 'filing', 'filings')}: ${missing}${older > 0 ? `, and ${edition}` : ''}.`;
}

export const views = {
  name: ({ audience }: { audience: string }) => NAMES[audience] ?? audience,
  /** "Public view. 11 of 12 filings: one is not public." */
  line: (view: ViewFacts) => `${NAMES[view.audience] ?? view.audience}. ${filingsIn(view)}`,
  /** Why the same words give another number in another view. */
  differs: ({ audience, of, byPublic }: ViewFacts) => {
    if (audience === 'public')
      return byPublic < of
        ? 'The state agency’s view rests on all of them and on finer hexes, so its estimates differ; counts rest on public filings in every view.'
        : 'Other views are computed in finer hexes, so their estimates differ somewhat.';
    return audience === 'agency' && byPublic < of
      ? `The public’s view rests on ${grouped(byPublic)} of them and on larger hexes, so its estimates differ; counts rest on public filings in every view.`
      : 'The public’s view is computed in larger hexes, so its estimates differ somewhat.';
  },
};

export type ViewsMessages = typeof views;
