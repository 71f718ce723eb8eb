/** Two or three places side by side. */

import { placeName } from '../../lib/place-name.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { placeMessages } from './messages.ts';
import type { IndexRow } from './queries.ts';
import { SegmentBar } from './SegmentBar.tsx';
import { shownInWords } from './words.ts';

interface ComparedProps {
  readonly rows: readonly IndexRow[];
  readonly floor: number;
  readonly clear: () => void;
}

export function Compared({ rows, floor, clear }: ComparedProps) {
  const messages = useCatalog(placeMessages);
  const { index: said } = messages;
  if (rows.length === 0) return null;
  if (rows.length === 1) return <p className="note">{said.compareMore}</p>;
  const segments = rows.find((row) => row.segments.length > 0)?.segments ?? [];
  const cell = (row: IndexRow, shown: IndexRow['equip'] | undefined) => {
    if (row.students === null || !shown) return messages.notKnown;
    const words = shownInWords(messages, shown);
    return shown.students === null ? words : `${words} (${messages.share({ share: shown.students / row.students })})`;
  };
  return (
    <section aria-labelledby="compared" className="compared">
      <h2 id="compared">{said.compared}</h2>
      <Scroll label={said.compared}>
        <table className="wide">
          <caption className="sr-only">{said.compared}</caption>
          <thead>
            <tr>
              <td />
              {rows.map((row) => (
                <th key={row.id} scope="col" className="numeric" translate="no">
                  {placeName(row)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{messages.students}</th>
              {rows.map((row) => (
                <td key={row.id} className="numeric">
                  {row.students === null ? messages.hiddenStudents : messages.count({ students: row.students })}
                  {row.students !== null && row.segments.length > 0 && (
                    <SegmentBar segments={row.segments} students={row.students} floor={floor} />
                  )}
                </td>
              ))}
            </tr>
            {segments.map(({ segment }) => (
              <tr key={segment}>
                <th scope="row">{messages.segments[segment]}</th>
                {rows.map((row) => (
                  <td key={row.id} className="numeric">
                    {cell(
                      row,
                      row.segments.find((one) => one.segment === segment),
                    )}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{messages.equip}</th>
              {rows.map((row) => (
                <td key={row.id} className="numeric">
                  {cell(row, row.equip)}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Scroll>
      <button type="button" className="button quiet" onClick={clear}>
        {said.clear}
      </button>
    </section>
  );
}
