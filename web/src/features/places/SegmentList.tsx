/** The six segments in words and numbers, in groups of what may be said of them; and those without a device, apart. */
import { Fragment } from 'react';
import { segmentStyle } from '../../lib/segment-style.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Swatch } from '../../ui/Swatch.tsx';
import { placeMessages } from './messages.ts';
import type { PlaceProfile } from './queries.ts';
import { SegmentBar } from './SegmentBar.tsx';
import { shownInWords } from './words.ts';

export function SegmentList({ profile }: { readonly profile: PlaceProfile }) {
  const messages = useCatalog(placeMessages);
  const { segments, equip, totals, edition } = profile;
  const students = totals?.students;
  if (students == null) return null;
  return (
    <section aria-labelledby="how-many">
      <h2 id="how-many">{messages.place.howMany}</h2>
      {segments.length > 0 && <SegmentBar segments={segments} students={students} floor={edition.floor} />}
      <table className="segments">
        <caption className="sr-only">{messages.place.howMany}</caption>
        <tbody>
          {segments.map((one, at) => (
            <Fragment key={one.segment}>
              {segments[at - 1]?.standing !== one.standing && (
                <tr>
                  <th scope="rowgroup" colSpan={3} className="standing">
                    {messages.standings[one.standing]}
                  </th>
                </tr>
              )}
              <tr data-segment={one.segment}>
                <th scope="row">
                  <Swatch style={segmentStyle(one.segment, 'light')} /> {messages.segments[one.segment]}
                </th>
                <td className="numeric">{shownInWords(messages, one)}</td>
                <td className="meaning">{messages.meanings[one.segment]}</td>
              </tr>
            </Fragment>
          ))}
          <tr className="apart" data-segment="equip">
            <th scope="row">
              <Swatch style={segmentStyle('equip', 'light')} /> {messages.equip}
            </th>
            <td className="numeric">{shownInWords(messages, equip)}</td>
            <td className="meaning">{messages.equipMeaning}</td>
          </tr>
        </tbody>
      </table>
      <p className="note">{messages.index.explained}</p>
    </section>
  );
}
