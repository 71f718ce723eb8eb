/** The list: for staff with a form for a new round, for providers those they are shown, for everybody the public part. */
import { useParty } from '../../lib/session.ts';
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
  const party = useParty();
  return (
    <DocumentPage title={messages.title} lead={messages.lead}>
      {party === null && <PublicRounds />}
      {party && <Mine />}
    </DocumentPage>
  );
}

function Mine() {
  const messages = useCatalog(roundMessages);
  const { data, error, refetch } = useMine();
  if (!data) return error && <NotShown error={error} title={messages.failed} again={() => void refetch()} />;
  const isStaff = data.party === 'staff';
  return (
    <>
      <p className="actions">
        <PageLink className="button quiet" to={{ page: 'qualify' }}>
          {isStaff ? messages.qualifications : messages.qualify}
        </PageLink>
      </p>
      {data.rounds.length === 0 && <p>{isStaff ? messages.noneYet : messages.none}</p>}
      <ul className="rounds-list">
        {data.rounds.map((round) => (
          <Line key={round.id} round={round} />
        ))}
      </ul>
      {isStaff && <NewRound />}
    </>
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
