/** A provider's room: its name, what filings say it serves, demand near it, its own plans, and corrections. */
import './room.css';
import { useAddress } from '../../lib/location.ts';
import { filingsMessages, mapMessages } from '../../lib/messages.ts';
import { roomChoiceOf } from '../../lib/room-choice.ts';
import { isNotAllowed } from '../../lib/session.ts';
import { STARTS } from '../../lib/starts.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { Message } from '../../ui/Message.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { Corrections } from './Corrections.tsx';
import { DemandSection } from './DemandSection.tsx';
import { Footprint } from './Footprint.tsx';
import { Mailing } from './Mailing.tsx';
import { roomMessages } from './messages.ts';
import { Plans } from './Plans.tsx';
import { useRoom } from './queries.ts';

export default function RoomPage() {
  const messages = useCatalog(roomMessages);
  useCatalog(mapMessages);
  useCatalog(filingsMessages);
  const choice = roomChoiceOf(new URL(useAddress()).searchParams);
  const { data: room, error, refetch } = useRoom(choice.release);
  if (isNotAllowed(error))
    return (
      <DocumentPage title={messages.title} lead={messages.notYoursWhy}>
        <Message tone="warning" title={messages.notYours}>
          <p>{error.message}</p>
          <p>
            <PageLink to={STARTS.map}>{messages.toMap}</PageLink>
          </p>
        </Message>
      </DocumentPage>
    );
  if (!room)
    return (
      <DocumentPage title={messages.title} lead="">
        {error ? (
          <NotShown error={error} title={messages.failed} again={() => void refetch()} />
        ) : (
          <Coming words={messages.demand.coming} />
        )}
      </DocumentPage>
    );
  const { provider, release, state } = room;
  return (
    <DocumentPage
      title={provider.name}
      isName
      synthetic={release.synthetic}
      lead={
        <>
          {messages.lead({ stateName: state.name, release: release.name })}{' '}
          <span className="note">
            {messages.fccId({ id: String(provider.id) })}
            {provider.holding && provider.holding !== provider.name
              ? `, ${messages.partOf({ name: provider.holding })}`
              : ''}
          </span>
        </>
      }
    >
      <Footprint room={room} choice={choice} />
      <DemandSection room={room} choice={choice} />
      <Mailing choice={choice} />
      <Plans room={room} />
      <Corrections room={room} />
    </DocumentPage>
  );
}
