/** The six segments in words and numbers, in groups of what may be said of them; and those without a device, apart. */
import { type CSSProperties, Fragment } from 'react';
import { HUES } from '../../lib/theme.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { segmentColor } from './colors.ts';
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
                  <Swatch color={segmentColor(one.segment)} /> {messages.segments[one.segment]}
                </th>
                <td className="numeric">{shownInWords(messages, one)}</td>
                <td className="meaning">{messages.meanings[one.segment]}</td>
              </tr>
            </Fragment>
          ))}
          <tr className="apart" data-segment="equip">
            <th scope="row">
              <Swatch color={HUES.equip} /> {messages.equip}
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

function Swatch({ color }: { readonly color: string }) {
  return <span className="segment-swatch" aria-hidden="true" style={{ '--segment': color } as CSSProperties} />;
}
