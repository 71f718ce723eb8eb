/** Where a provider answers, and where staff open and choose. */
import { STARTS } from '../../lib/starts.ts';
import { useCatalog, useMessages } from '../../lib/use-messages.ts';
import { PageLink } from '../../ui/PageLink.tsx';
import { roundMessages } from './messages.ts';
import type { Round } from './queries.ts';

export function ToProposals({ round: { id, party, standing } }: { readonly round: Round }) {
  const { toProposals: messages } = useCatalog(roundMessages);
  const { rooms } = useMessages();
  if (party === 'provider' && (standing === 'draft' || standing === 'shared')) return null;
  return (
    <p className="actions">
      <PageLink className="button primary" to={{ page: party === 'staff' ? 'evaluation' : 'proposal', round: id }}>
        {party === 'staff' ? messages.staff : messages.provider}
      </PageLink>
      {standing === 'awarded' && (
        <PageLink className="button quiet" to={STARTS.commitments}>
          {rooms.commitments}
        </PageLink>
      )}
    </p>
  );
}
