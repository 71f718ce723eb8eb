/** The list: for staff with a form for a new round, for providers those they are shown, for everybody the public part. */
import { useCatalog } from '../../lib/use-messages.ts';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { roundMessages } from './messages.ts';
import { NewRound } from './NewRound.tsx';
import { PublicRounds } from './PublicRounds.tsx';
import { type RoundLine, useMine } from './queries.ts';
import { Standing } from './Standing.tsx';

export function AllRounds() {
  const messages = useCatalog(roundMessages);
  const { data, error, refetch } = useMine();
  return (
    <DocumentPage title={messages.title} lead={messages.lead}>
      {error && <NotShown error={error} title={messages.failed} again={() => void refetch()} />}
      {data === null && <PublicRounds />}
      {data && (
        <>
          <p className="actions">
            <PageLink className="button quiet" to={{ page: 'qualify' }}>
              {data.party === 'staff' ? messages.qualifications : messages.qualify}
            </PageLink>
          </p>
          {data.rounds.length === 0 && <p>{data.party === 'staff' ? messages.noneYet : messages.none}</p>}
          <ul className="rounds-list">
            {data.rounds.map((round) => (
              <Line key={round.id} round={round} />
            ))}
          </ul>
          {data.party === 'staff' && <NewRound />}
        </>
      )}
    </DocumentPage>
  );
}

function Line({ round }: { readonly round: RoundLine }) {
  const messages = useCatalog(roundMessages);
  return (
    <li>
      <h2>
        <PageLink to={{ page: 'rounds', id: round.id }} translate="no">
          {round.title}
        </PageLink>
      </h2>
      <Standing round={round} />
      <p className="note">{messages.lotCount({ count: round.lots })}</p>
    </li>
  );
}
