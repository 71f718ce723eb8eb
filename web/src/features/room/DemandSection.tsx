/** Demand near a provider's plant: the choices, the news, and the same clusters as a map and a list. */

import { clusterName } from '../../lib/cluster-name.ts';
import type { RoomChoice } from '../../lib/room-choice.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { Message } from '../../ui/Message.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { Choices } from './Choices.tsx';
import { DemandTable } from './DemandTable.tsx';
import { roomMessages } from './messages.ts';
import { type DemandPage, type Room, useDemand, useDownload } from './queries.ts';
import { RoomMap, RoomMapProvider } from './RoomMap.tsx';

/** By their names, which are the same in every language. */
const FORMATS = { csv: 'CSV', geojson: 'GeoJSON', gpkg: 'GeoPackage' } as const;

export function DemandSection({ room, choice }: { readonly room: Room; readonly choice: RoomChoice }) {
  const { demand: messages } = useCatalog(roomMessages);
  const { data: page, error, refetch, isPlaceholderData } = useDemand(choice);
  return (
    <section aria-labelledby="demand" className="room-demand" data-ready={(page && !isPlaceholderData) || undefined}>
      <h2 id="demand">{messages.title}</h2>
      <p>{messages.explained}</p>
      <Choices room={room} choice={choice} />
      {error && <NotShown error={error} title={messages.failed} again={() => void refetch()} />}
      {!page && !error && <Coming words={messages.coming} />}
      {page && (
        <RoomMapProvider choice={choice}>
          <News page={page} />
          <RoomMap choice={choice} />
          <div className="section-head">
            <p role="status">
              {messages.found({ clusterCount: page.clusters.length, of: page.near })}
              {page.signed > 0 && ` ${messages.signed({ count: page.signed })}`}
            </p>
            {page.clusters.length > 0 && <Downloads choice={choice} />}
          </div>
          {page.clusters.length === 0 ? (
            <p>{messages.none}</p>
          ) : (
            <DemandTable page={page} room={room} choice={choice} />
          )}
        </RoomMapProvider>
      )}
    </section>
  );
}

function News({ page }: { readonly page: DemandPage }) {
  const { alerts: messages } = useCatalog(roomMessages);
  const { before } = page;
  if (!before) return <p className="note">{messages.first}</p>;
  const fresh = page.clusters.filter(({ isNew }) => isNew).length;
  const since = { release: before.name, releasedAt: before.releasedAt };
  return (
    <Message tone={fresh > 0 ? 'warning' : 'plain'} title={messages.title}>
      <p id="news">{fresh > 0 ? messages.fresh({ clusterCount: fresh, ...since }) : messages.none(since)}</p>
      {page.gone.length > 0 && <p>{messages.gone({ names: page.gone.map(({ name }) => clusterName(name)) })}</p>}
    </Message>
  );
}

function Downloads({ choice }: { readonly choice: RoomChoice }) {
  const { demand: messages } = useCatalog(roomMessages);
  const download = useDownload();
  return (
    <p className="room-downloads">
      {messages.downloadAs}{' '}
      {Object.entries(FORMATS).map(([format, name]) => (
        <a key={format} href={download.list(choice, format)} download={`demand.${format}`} translate="no">
          {name}
        </a>
      ))}
    </p>
  );
}
