/** How a place stands: among its kind, and from release to release. */
import { useCatalog } from '../../lib/use-messages.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { placeMessages } from './messages.ts';
import type { PlaceProfile } from './queries.ts';
import { SegmentBar } from './SegmentBar.tsx';
import { shownInWords } from './words.ts';

const BY = ['proven', 'build', 'equip'] as const;

export function Ranks({ profile }: { readonly profile: PlaceProfile }) {
  const messages = useCatalog(placeMessages);
  const { place: said } = messages;
  const { ranks, notRanked, kind } = profile;
  const [first] = ranks;
  if (!first) return null;
  const rankOf = (by: string, as: string) => {
    const found = ranks.find((rank) => rank.by === by && rank.as === as);
    if (!found) return messages.notKnown;
    const { from, to, of } = found;
    return from === null || to === null ? said.notRanked : said.rank({ highestRank: from, lowestRank: to, among: of });
  };
  return (
    <section aria-labelledby="ranks">
      <h2 id="ranks">{said.ranks}</h2>
      <p>{said.ranksOf({ what: (messages.manyKinds[kind] ?? kind).toLowerCase(), among: first.of })}</p>
      <Scroll label={said.ranks}>
        <table className="wide ranks">
          <caption className="sr-only">{said.ranks}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{said.byNumber}</th>
              <th scope="col">{said.byShare}</th>
            </tr>
          </thead>
          <tbody>
            {BY.filter((by) => ranks.some((rank) => rank.by === by)).map((by) => (
              <tr key={by} data-by={by}>
                <th scope="row">{said.rankedBy[by]}</th>
                <td>{rankOf(by, 'number')}</td>
                <td>{rankOf(by, 'share')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="note">
        {said.rankExplained} {notRanked > 0 && said.othersNotRanked({ places: notRanked })}
      </p>
    </section>
  );
}

export function Trend({ profile }: { readonly profile: PlaceProfile }) {
  const messages = useCatalog(placeMessages);
  const { place: said } = messages;
  const { trend, edition } = profile;
  if (trend.length < 2) return null;
  return (
    <section aria-labelledby="trend">
      <h2 id="trend">{said.trend}</h2>
      <p>{said.trendExplained}</p>
      <Scroll label={said.trend}>
        <table className="wide">
          <caption className="sr-only">{said.trend}</caption>
          <thead>
            <tr>
              <th scope="col">{said.release}</th>
              <th scope="col" className="numeric">
                {messages.students}
              </th>
              <th scope="col" className="bars">
                {messages.index.bar}
              </th>
              {profile.segments.map(({ segment }) => (
                <th key={segment} scope="col" className="numeric">
                  {messages.segments[segment]}
                </th>
              ))}
              <th scope="col" className="numeric">
                {messages.equipShort}
              </th>
            </tr>
          </thead>
          <tbody>
            {trend.map((one) => (
              <tr
                key={one.release}
                data-release={one.release}
                aria-current={one.release === edition.release || undefined}
              >
                <th scope="row" translate="no">
                  {one.name}
                </th>
                <td className="numeric">
                  {one.students === null ? messages.hiddenStudents : messages.count({ students: one.students })}
                </td>
                <td className="bars">
                  {one.students !== null && (
                    <SegmentBar segments={one.segments} students={one.students} floor={edition.floor} />
                  )}
                </td>
                {profile.segments.map(({ segment }) => {
                  const found = one.segments.find((other) => other.segment === segment);
                  return (
                    <td key={segment} className="numeric">
                      {found ? shownInWords(messages, found) : messages.notKnown}
                    </td>
                  );
                })}
                <td className="numeric">
                  {one.students === null ? messages.notKnown : shownInWords(messages, one.equip)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
