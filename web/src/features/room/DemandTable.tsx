/** The list, sorted by its headings as by the choice above it. */

import { useState } from 'react';
import { clusterName } from '../../lib/cluster-name.ts';
import { LEAST_NAMED } from '../../lib/counts.ts';
import { goToAddress } from '../../lib/location.ts';
import type { RoomChoice } from '../../lib/room-choice.ts';
import { addressOf } from '../../lib/route.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { technologyName } from '../../lib/words.ts';
import { ClusterName } from '../../ui/ClusterName.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { SortHeading } from '../../ui/SortHeading.tsx';
import { roomMessages } from './messages.ts';
import { type Demand, type DemandPage, type Room, useDownload } from './queries.ts';
import { useShowOnMap } from './RoomMap.tsx';
import { whyNot } from './why-not.ts';

interface DemandTableProps {
  readonly page: DemandPage;
  readonly room: Room;
  readonly choice: RoomChoice;
}

type Sort = RoomChoice['sort'];

/** What comes after the list is in reach. */
const FIRST = 25;

export function DemandTable({ page, room, choice }: DemandTableProps) {
  const { demand: messages } = useCatalog(roomMessages);
  const [isWhole, setWhole] = useState(false);
  const rows = isWhole ? page.clusters : page.clusters.slice(0, FIRST);
  const heading = (sort: Sort, words: string, className?: string) => (
    <SortHeading
      words={words}
      sorted={choice.sort === sort ? (sort === 'miles' ? 'ascending' : 'descending') : undefined}
      className={className}
      onSort={() => goToAddress(addressOf({ page: 'room', choice: { ...choice, sort } }), 'replace')}
    />
  );
  return (
    <Scroll label={messages.title}>
      <table className="wide room-list" id="near">
        <caption className="sr-only">{messages.title}</caption>
        <thead>
          <tr>
            <th scope="col">{messages.cluster}</th>
            {heading('miles', messages.milesHead, 'numeric')}
            {heading('students', messages.students, 'numeric')}
            {heading('households', messages.households, 'numeric')}
            {heading('locations', messages.locations, 'numeric')}
            {heading('density', messages.density, 'numeric')}
            {heading('schools', messages.schools)}
            <th scope="col">{messages.others}</th>
            {room.plans.map(({ id, name }) => (
              <th key={id} scope="col" className="numeric room-plan-name">
                {messages.overlap({ name })}
              </th>
            ))}
            <th scope="col">{messages.take}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} room={room} choice={choice} />
          ))}
        </tbody>
      </table>
      {rows.length < page.clusters.length && (
        <button type="button" className="button" onClick={() => setWhole(true)}>
          {messages.showAll({ count: page.clusters.length })}
        </button>
      )}
    </Scroll>
  );
}

interface RowProps {
  readonly row: Demand;
  readonly room: Room;
  readonly choice: RoomChoice;
}

function Row({ row, room, choice }: RowProps) {
  const { demand: messages } = useCatalog(roomMessages);
  const download = useDownload();
  const show = useShowOnMap();
  const about = useAbout();
  return (
    <tr data-cluster={row.id}>
      <th scope="row">
        <button
          type="button"
          className="link"
          aria-label={messages.show({ name: clusterName(row.name) })}
          onClick={() => show(row)}
        >
          <ClusterName name={row.name} />
        </button>
        {row.isNew && <span className="room-mark">{messages.isNew}</span>}
        <span className="note" translate="no">
          {row.counties.join(', ')}
        </span>
      </th>
      <td className="numeric">{messages.distance({ miles: row.miles })}</td>
      <td className="numeric">{about(row.students)}</td>
      <td className="numeric">
        {row.households === null ? (
          <span className="note">{messages.hidden}</span>
        ) : (
          messages.count({ count: row.households })
        )}
      </td>
      <td className="numeric">{messages.count({ count: row.locations })}</td>
      <td className="numeric">{messages.distance({ miles: row.density })}</td>
      <td translate={row.schools.length > 0 ? 'no' : undefined}>
        {row.schools.join(', ') || <span className="note">{messages.outside}</span>}
      </td>
      <td>
        <Others row={row} of={choice.of} benchmark={room.release.benchmark} />
      </td>
      {room.plans.map(({ id }) => (
        <td key={id} className="numeric">
          <Overlap row={row} plan={id} />
        </td>
      ))}
      <td>
        <a
          href={download.locations(choice, row.id)}
          download={`locations-${row.id}.csv`}
          aria-label={messages.locationIdsOf({ name: clusterName(row.name) })}
        >
          {messages.locationIds}
        </a>
      </td>
    </tr>
  );
}

/** The provider's own offer first, marked; then everybody else's. */
interface OthersProps {
  readonly row: Demand;
  readonly of: RoomChoice['of'];
  readonly benchmark: Room['release']['benchmark'];
}

function Others({ row: { own, rivals }, of, benchmark }: OthersProps) {
  const { demand: messages } = useCatalog(roomMessages);
  const offer = (one: Demand['own'][number]) =>
    messages.offer({ ...one, technologyName: technologyName(one.technology), whyNot: whyNot(one, of, benchmark) });
  if (own.length === 0 && rivals.length === 0) return <span className="note">{messages.nobody}</span>;
  return (
    <ul className="room-offers">
      {own.map((one) => (
        <li key={one.technology}>
          <strong>{messages.you}</strong> {offer(one)}
        </li>
      ))}
      {rivals.map((one) => (
        <li key={`${one.name} ${one.technology}`}>
          <span translate="no">{one.name}</span> {offer(one)}
        </li>
      ))}
    </ul>
  );
}

function Overlap({ row, plan }: { readonly row: Demand; readonly plan: number }) {
  const { demand: messages } = useCatalog(roomMessages);
  const about = useAbout();
  const found = row.overlaps.find((overlap) => overlap.plan === plan);
  if (!found) return <span className="note">{messages.outside}</span>;
  return messages.share({ share: found.share, about: about(found.students) });
}

/** "about 35", "fewer than 10" */
function useAbout(): (students: number) => string {
  const { demand: messages } = useCatalog(roomMessages);
  return (students) => (students < LEAST_NAMED ? messages.few({ fewest: LEAST_NAMED }) : messages.about({ students }));
}
