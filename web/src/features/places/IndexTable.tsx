/** All places of a kind as a table sorted by its headings. */
import './index-cards.css';
import { useMemo, useState } from 'react';
import { placeName } from '../../lib/place-name.ts';
import { MOST_COMPARED, type Reading } from '../../lib/route.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { PageLink } from '../../ui/PageLink.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { SortHeading } from '../../ui/SortHeading.tsx';
import { placeMessages } from './messages.ts';
import { inOrder, nextOrder, type Order, startOrder } from './order.ts';
import type { IndexRow, PlaceIndex } from './queries.ts';
import { SegmentBar } from './SegmentBar.tsx';
import { shownInWords } from './words.ts';

interface IndexTableProps {
  readonly index: PlaceIndex;
  readonly reading: Reading;
  readonly compared: readonly string[];
  readonly compare: (ids: readonly string[]) => void;
}

export function IndexTable({ index, reading, compared, compare }: IndexTableProps) {
  const messages = useCatalog(placeMessages);
  const { index: said } = messages;
  const { places, edition, kind } = index;
  const [order, setOrder] = useState<Order>(startOrder);
  const rows = useMemo(() => inOrder(places, order, edition.floor), [places, order, edition.floor]);
  const segments = places.find((row) => row.segments.length > 0)?.segments.map(({ segment }) => segment) ?? [];
  const caption = said.caption({ what: messages.manyKinds[kind] ?? kind, release: edition.name });
  const heading = (column: Order['column'], words: string, numeric = true) => (
    <SortHeading
      key={column}
      words={words}
      sorted={order.column === column ? (order.falling ? 'descending' : 'ascending') : undefined}
      className={numeric ? 'numeric' : undefined}
      onSort={() => setOrder(nextOrder(order, column))}
    />
  );
  const columns: readonly { readonly column: Order['column']; readonly words: string }[] = [
    { column: 'name', words: said.name },
    { column: 'students', words: messages.students },
    ...segments.map((segment) => ({ column: segment, words: messages.segments[segment] })),
    { column: 'equip', words: messages.equipShort },
  ];
  const isFull = compared.length >= MOST_COMPARED;
  return (
    <>
      {isFull && <p className="note">{said.atMostThree}</p>}
      <label className="sort-on-phone">
        {said.sortBy}{' '}
        <select
          value={order.column}
          onChange={({ target }) =>
            setOrder(nextOrder(order, columns.find(({ column }) => column === target.value)?.column ?? 'name'))
          }
        >
          {columns.map(({ column, words }) => (
            <option key={column} value={column}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <Scroll label={caption}>
        <table className="wide place-index cards-on-phone">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{said.compare}</th>
              {heading('name', said.name, false)}
              {heading('students', messages.students)}
              <th scope="col" className="bars">
                {said.bar}
              </th>
              {segments.map((segment) => heading(segment, messages.segments[segment]))}
              {heading('equip', messages.equipShort)}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} data-place={row.id}>
                <td className="pick" data-label={said.compare}>
                  <input
                    type="checkbox"
                    aria-label={said.compareOne({ name: placeName(row) })}
                    checked={compared.includes(row.id)}
                    disabled={isFull && !compared.includes(row.id)}
                    onChange={({ target }) =>
                      compare(target.checked ? [...compared, row.id] : compared.filter((id) => id !== row.id))
                    }
                  />
                </td>
                <th scope="row">
                  <PageLink to={{ page: 'place', reading, place: { kind: row.kind, id: row.id } }} translate="no">
                    {placeName(row)}
                  </PageLink>
                  <Beside row={row} />
                </th>
                <td className="numeric" data-label={messages.students}>
                  {row.students === null ? messages.hiddenStudents : messages.count({ students: row.students })}
                </td>
                <td className="bars">
                  {row.students !== null && row.segments.length > 0 && (
                    <SegmentBar segments={row.segments} students={row.students} floor={edition.floor} />
                  )}
                </td>
                {segments.map((segment) => {
                  const found = row.segments.find((one) => one.segment === segment);
                  return (
                    <td
                      key={segment}
                      className={found?.students == null ? 'numeric is-hidden' : 'numeric'}
                      data-label={messages.segments[segment]}
                    >
                      {found ? shownInWords(messages, found) : messages.notKnown}
                    </td>
                  );
                })}
                <td
                  className={row.equip.students === null ? 'numeric is-hidden' : 'numeric'}
                  data-label={messages.equipShort}
                >
                  {row.students === null ? messages.notKnown : shownInWords(messages, row.equip)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

/** Who sits for it, why it was found, with whom its numbers are. */
function Beside({ row: { members, found, togetherWith } }: { readonly row: IndexRow }) {
  const messages = useCatalog(placeMessages);
  const because = found ? messages.index.because[found.by] : '';
  const why = found && typeof because === 'function' && found.by !== 'member' ? because(found) : '';
  const together = togetherWith.length > 0 ? messages.index.together({ names: togetherWith }) : '';
  return (
    <>
      {members.length > 0 && (
        <span className="beside" translate="no">
          {messages.members({ names: members })}
        </span>
      )}
      {why && <span className="beside">{why}</span>}
      {together && <span className="beside">{together}</span>}
    </>
  );
}
