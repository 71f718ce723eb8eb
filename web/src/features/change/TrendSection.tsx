import type { ChangeMessages } from '../../../../server/domain/messages/en/change.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { changeMessages } from './messages.ts';
import type { Trend, TrendPoint } from './queries.ts';
import { amountInWords, type Series, seriesOf } from './series.ts';
import { TrendPanel } from './TrendPanel.tsx';

export function TrendSection({ trend: { place, points } }: { readonly trend: Trend }) {
  const messages = useCatalog(changeMessages);
  const series = seriesOf(points);
  const together = points.at(-1)?.togetherWith ?? [];
  const isShown = points.some(({ totals }) => totals !== null);
  return (
    <section aria-labelledby="trend">
      <h2 id="trend">{messages.trend}</h2>
      {isShown && <p className="trend-answer">{answerOf(messages, points)}</p>}
      <p>{messages.trendLead({ name: place.name })}</p>
      {together.length > 0 && <p>{messages.together({ names: together.map(({ name }) => name) })}</p>}
      {!isShown && (
        <p>
          <span translate="no">{place.name}</span> {messages.notShown}
        </p>
      )}
      <ol className="trend-releases">
        {points.map((point, i) => (
          <ReleaseLine key={point.release.id} point={point} number={i + 1} />
        ))}
      </ol>
      {points.length === 1 && <p>{messages.trendOne}</p>}
      {isShown && (
        <>
          <div className="trend-panels">
            {series.map((each) => (
              <TrendPanel key={each.name} series={each} points={points} />
            ))}
          </div>
          <p className="note">{messages.hiddenKey}</p>
          <details className="trend-table">
            <summary>{messages.asTable}</summary>
            <TrendTable series={series} points={points} />
          </details>
        </>
      )}
    </section>
  );
}

/** The first release and the last in one sentence, or why they may not be compared. */
function answerOf(messages: ChangeMessages, points: readonly TrendPoint[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return '';
  const breaks = [...new Set(points.flatMap((point) => point.breaks))];
  if (breaks.length > 0) return messages.answerBroken({ breaks });
  const said = ({ unserved }: TrendPoint) =>
    amountInWords(messages, unserved === null ? undefined : { about: unserved });
  return messages.answer({
    before: said(first),
    release: first.release.name,
    after: said(last),
    later: last.release.name,
  });
}

/** What a release rests on, and how it may be compared with the one before. */
function ReleaseLine({ point, number }: { readonly point: TrendPoint; readonly number: number }) {
  const messages = useCatalog(changeMessages);
  const { release, breaks, sameAnswers } = point;
  const priorNumber = number - 1;
  return (
    <li>
      <span translate="no">
        {messages.releaseLine({
          number,
          release: release.name,
          collection: release.collection,
          asOf: release.fccAsOf,
          benchmark: release.benchmark,
        })}
      </span>
      {release.standing === 'draft' && ` ${messages.draft}`}
      {sameAnswers && ` ${messages.sameAnswers({ number, priorNumber })}`}
      {breaks.length > 0 && <strong> {messages.broken({ number, priorNumber, breaks })}</strong>}
    </li>
  );
}

function TrendTable({
  series,
  points,
}: {
  readonly series: readonly Series[];
  readonly points: readonly TrendPoint[];
}) {
  const messages = useCatalog(changeMessages);
  return (
    <Scroll label={messages.asTable}>
      <table className="wide">
        <thead>
          <tr>
            <th scope="col">{messages.number}</th>
            {points.map(({ release }, i) => (
              <th key={release.id} scope="col" className="numeric" translate="no">
                {i + 1}: {release.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.map(({ name, amounts }) => (
            <tr key={name}>
              <th scope="row">{messages.series({ series: name })}</th>
              {points.map(({ release }, i) => (
                <td key={release.id} className="numeric">
                  {amountInWords(messages, amounts[i])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
