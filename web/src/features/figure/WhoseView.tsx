/** Whose view the numbers are of, how many filings they rest on, and why another view's numbers differ. */
import type { Release } from '../../lib/api.ts';
import { filingsMessages } from '../../lib/messages.ts';
import { useCatalog } from '../../lib/use-messages.ts';

type Viewed = Pick<Release, 'audience' | 'filings'>;

export function WhoseView({ release }: { readonly release: Viewed }) {
  useCatalog(filingsMessages);
  return <p className="note whose-view">{viewLine(release)}</p>;
}

/** "Public view. 11 of 12 filings: one is not public. The state agency's view ..." */
export function viewLine({ audience, filings }: Viewed): string {
  const { views } = filingsMessages.get();
  const view = { audience, ...filings };
  return `${views.line(view)} ${views.differs(view)}`;
}
