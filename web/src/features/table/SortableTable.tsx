/** A plain table sorted by its headings. Hidden counts are marked in words, not only grayed. */
import { useMemo, useState } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { SortHeading } from '../../ui/SortHeading.tsx';
import { tableMessages } from './messages.ts';

export interface Column<Row> {
  readonly name: string;
  readonly words: (row: Row) => string;
  readonly sort: (row: Row) => number | string;
  readonly numeric?: boolean;
  readonly hidden?: (row: Row) => boolean;
  /** Whether the words are names, to be left untranslated. */
  readonly isNamed?: (row: Row) => boolean;
}

export interface SortableTableProps<Row> {
  readonly caption: string;
  readonly note?: string | undefined;
  /** The rows are loading. */
  readonly isComing?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly empty: string;
  readonly open: { readonly words: string; readonly label: (row: Row) => string; readonly act: (row: Row) => void };
  readonly download?: { readonly words: string; readonly href: string } | undefined;
}

interface Order {
  readonly column: string;
  readonly falling: boolean;
}

export function SortableTable<Row>(props: SortableTableProps<Row>) {
  const { caption, note, isComing = false, columns, rows, keyOf, empty, open, download } = props;
  const messages = useCatalog(tableMessages);
  const [order, setOrder] = useState<Order>();
  const sorted = useMemo(() => inOrder(rows, columns, order), [rows, columns, order]);
  return (
    <section className="table-section">
      <div className="section-head">
        <h3>{caption}</h3>
        {download && (
          <a className="button quiet" href={download.href}>
            {download.words}
          </a>
        )}
      </div>
      {note && <p className="note">{note}</p>}
      {rows.length === 0 && !isComing ? (
        <p>{empty}</p>
      ) : (
        <Scroll label={caption}>
          <table className="wide">
            <caption className="sr-only">{caption}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <SortHeading
                    key={column.name}
                    words={column.name}
                    sorted={order?.column === column.name ? (order.falling ? 'descending' : 'ascending') : undefined}
                    className={column.numeric ? 'numeric' : undefined}
                    onSort={() => setOrder(nextOrder(order, column))}
                  />
                ))}
                <th scope="col">
                  <span className="sr-only">{messages.onTheMap}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((row) => (
                <tr key={keyOf(row)}>
                  {columns.map((column) => (
                    <td
                      key={column.name}
                      translate={column.isNamed?.(row) ? 'no' : undefined}
                      className={
                        [column.numeric ? 'numeric' : '', column.hidden?.(row) ? 'is-hidden' : ''].join(' ').trim() ||
                        undefined
                      }
                    >
                      {column.words(row)}
                    </td>
                  ))}
                  <td>
                    <button type="button" className="link" aria-label={open.label(row)} onClick={() => open.act(row)}>
                      {open.words}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}

/** First click: numbers descend, words ascend. */
function nextOrder<Row>(order: Order | undefined, column: Column<Row>): Order {
  if (order?.column !== column.name) return { column: column.name, falling: column.numeric === true };
  return { column: column.name, falling: !order.falling };
}

function inOrder<Row>(rows: readonly Row[], columns: readonly Column<Row>[], order: Order | undefined): readonly Row[] {
  const column = columns.find((candidate) => candidate.name === order?.column);
  if (!column || !order) return rows;
  const sign = order.falling ? -1 : 1;
  return rows.toSorted((one, other) => {
    const a = column.sort(one);
    const b = column.sort(other);
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b)));
  });
}
