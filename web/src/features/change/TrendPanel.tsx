/** One number over the releases. Text says all of it, so the picture is hidden from screen readers. */
import { isEstimate } from '../../lib/counts.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { changeMessages } from './messages.ts';
import type { TrendPoint } from './queries.ts';
import { amountInWords, heightOf, isJoined, type Series } from './series.ts';

const WIDE = 240;
const HIGH = 116;
const ROOM = { left: 14, right: 14, top: 20, bottom: 22 };

export function TrendPanel({ series, points }: { readonly series: Series; readonly points: readonly TrendPoint[] }) {
  const messages = useCatalog(changeMessages);
  const { name, amounts } = series;
  const heights = amounts.map(heightOf);
  const most = Math.max(1, ...heights.map((height) => height ?? 0));
  const x = (i: number) =>
    points.length === 1 ? WIDE / 2 : ROOM.left + (i / (points.length - 1)) * (WIDE - ROOM.left - ROOM.right);
  const y = (height: number) => HIGH - ROOM.bottom - (height / most) * (HIGH - ROOM.top - ROOM.bottom);
  const values = amounts.map((amount) => amountInWords(messages, amount));
  return (
    <figure className="trend-panel" data-series={name}>
      <figcaption>{messages.series({ series: name })}</figcaption>
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden="true" focusable="false">
        <line className="trend-zero" x1={ROOM.left} x2={WIDE - ROOM.right} y1={y(0)} y2={y(0)} />
        {points.map((point, i) => {
          const [before, here] = [heights[i - 1], heights[i]];
          if (before === undefined || here === undefined || !isJoined(series, point)) return null;
          return (
            <line key={point.release.id} className="trend-line" x1={x(i - 1)} y1={y(before)} x2={x(i)} y2={y(here)} />
          );
        })}
        {points.map((point, i) => {
          const height = heights[i];
          return (
            <g key={point.release.id} transform={`translate(${x(i)} ${y(height ?? 0)})`}>
              {height === undefined ? (
                <rect className="trend-hidden" x="-4" y="-9" width="8" height="8" />
              ) : (
                <circle className={isEstimate(amounts[i]) ? 'trend-estimate' : 'trend-count'} r="4" />
              )}
              {isLabelled(i, points.length) && (
                <text
                  className="trend-value"
                  y={isBelow(i, points.length) ? 17 : -8}
                  textAnchor={anchorOf(i, points.length)}
                >
                  {values[i]}
                </text>
              )}
            </g>
          );
        })}
        {points.map((point, i) => (
          <text key={point.release.id} className="trend-number" x={x(i)} y={HIGH - 5} textAnchor="middle">
            {i + 1}
          </text>
        ))}
      </svg>
      <p className="sr-only">{messages.panel({ series: name, amounts: values })}</p>
    </figure>
  );
}

/** Of many releases the first and the last: the table has all. */
function isLabelled(i: number, points: number): boolean {
  return points <= 4 || i === 0 || i === points - 1;
}

/** Neighbors' words do not collide. */
function isBelow(i: number, points: number): boolean {
  return points > 2 && points <= 4 && i % 2 === 1;
}

function anchorOf(i: number, points: number): 'start' | 'middle' | 'end' {
  if (points === 1) return 'middle';
  return i === 0 ? 'start' : i === points - 1 ? 'end' : 'middle';
}
