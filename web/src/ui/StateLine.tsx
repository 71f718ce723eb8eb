/** Whose numbers a page shows where several states have some, and the way to another state's. */
import { useReleases } from '../lib/queries.ts';
import { useMessages } from '../lib/use-messages.ts';

export function StateLine({ state }: { readonly state: string }) {
  const { anotherState } = useMessages();
  const { data } = useReleases();
  const states = data?.releases.filter(({ current }) => current).map((release) => release.state) ?? [];
  if (states.length < 2) return null;
  return (
    <p className="document-state">
      <span translate="no">{states.find(({ fips }) => fips === state)?.name ?? state}</span> ·{' '}
      <a href={withoutState()}>{anotherState}</a>
    </p>
  );
}

/** The page then asks which. */
function withoutState(): string {
  const address = new URL(location.href);
  address.searchParams.delete('state');
  address.searchParams.delete('release');
  return `${address.pathname}${address.search}`;
}
