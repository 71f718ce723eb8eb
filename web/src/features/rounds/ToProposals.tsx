/** Where a provider answers, and where staff open and choose. */
import { STARTS } from '../../lib/starts.ts';
import { useCatalog, useMessages } from '../../lib/use-messages.ts';
import { PageLink } from '../../ui/PageLink.tsx';
import { roundMessages } from './messages.ts';
import type { Round } from './queries.ts';

export function ToProposals({ round: { id, party, standing } }: { readonly round: Round }) {
  const { toProposals: messages } = useCatalog(roundMessages);
  const { rooms } = useMessages();
  const isEarly = standing === 'draft' || standing === 'shared';
  if (party === 'provider' && isEarly) return null;
  const isOver = !isEarly && standing !== 'open';
  const words = {
    staff: isEarly ? messages.openers : messages.staff,
    provider: isOver ? messages.sent : messages.provider,
  };
  return (
    <p className="actions">
      <PageLink
        className={isEarly || (isOver && party === 'provider') ? 'button quiet' : 'button primary'}
        to={{ page: party === 'staff' ? 'evaluation' : 'proposal', round: id }}
      >
        {words[party]}
      </PageLink>
      {standing === 'awarded' && (
        <PageLink className="button quiet" to={STARTS.commitments}>
          {rooms.commitments}
        </PageLink>
      )}
    </p>
  );
}
