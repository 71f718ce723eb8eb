/** Second row of navigation, for whoever is in by a link or a sign-in: the pages of the role. */
import { pageAt } from '../../../server/domain/pages.ts';
import { roomsOf } from '../lib/rooms.ts';
import { useMe } from '../lib/session.ts';
import { STARTS } from '../lib/starts.ts';
import { useMessages } from '../lib/use-messages.ts';
import { LinkRow } from './LinkRow.tsx';
import { PageLink } from './PageLink.tsx';

/** @param isFolded behind its title, where the row would take the place of the page's own words */
export function RoomLinks({ isFolded = false }: { readonly isFolded?: boolean }) {
  const { rooms: messages } = useMessages();
  const { data: me } = useMe();
  const rooms = roomsOf(me?.role);
  const here = pageAt(location.pathname);
  if (rooms.length === 0) return null;
  const row = (
    <LinkRow className="room-links" label={messages.title}>
      {rooms.map((room) => (
        <li key={room}>
          <PageLink to={STARTS[room]} aria-current={here === room ? 'page' : undefined}>
            {messages[room]}
          </PageLink>
        </li>
      ))}
    </LinkRow>
  );
  if (!isFolded) return row;
  return (
    <details className="room-links-fold">
      <summary>{messages.title}</summary>
      {row}
    </details>
  );
}
