/** Entries as bars and marks over years. The table below says the same. */
import { DAY_MS } from '../../../../server/domain/day.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { type Entry, ROWS } from './entries.ts';
import { roadmapMessages } from './messages.ts';

const [LEFT, WIDTH, ROW, TOP] = [130, 960, 56, 34];

export function TimeLine({ entries, today }: { readonly entries: readonly Entry[]; readonly today: string }) {
  const messages = useCatalog(roadmapMessages);
  const days = [today, ...entries.flatMap(({ from, to }) => [from, to])].sort();
  const [from = today, to = today] = [days[0], days.at(-1)];
  const [start, end] = [Date.parse(from) - 45 * DAY_MS, Date.parse(to) + 45 * DAY_MS];
  const x = (day: string) => LEFT + ((Date.parse(day) - start) / (end - start)) * (WIDTH - LEFT - 12);
  const height = TOP + ROWS.length * ROW + 6;
  return (
    <svg
      className="roadmap-line"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={messages.lineAlt({ earliest: from, latest: to, marks: entries.length })}
    >
      {yearsBetween(from, to).map((year) => (
        <g key={year}>
          <line className="roadmap-year" x1={x(`${year}-01-01`)} x2={x(`${year}-01-01`)} y1={TOP - 8} y2={height} />
          <text x={x(`${year}-01-01`) + 4} y={TOP - 12}>
            {year}
          </text>
        </g>
      ))}
      {ROWS.map((row, at) => (
        <g key={row}>
          <text className="roadmap-row" x="0" y={TOP + at * ROW + ROW / 2 + 5}>
            {messages.rows[row]}
          </text>
          <line
            className="roadmap-rule"
            x1={LEFT}
            x2={WIDTH}
            y1={TOP + at * ROW + ROW / 2}
            y2={TOP + at * ROW + ROW / 2}
          />
        </g>
      ))}
      <line className="roadmap-today" x1={x(today)} x2={x(today)} y1={TOP - 8} y2={height} />
      <text className="roadmap-now" x={x(today)} y="10" textAnchor="middle">
        {messages.today}
      </text>
      {entries.map((entry) => (
        <Mark key={entry.key} entry={entry} x={x} />
      ))}
    </svg>
  );
}

/** A bar over days, a mark on one; filled is past, a ring is to come. */
function Mark({
  entry: { row, from, to, what, standing },
  x,
}: {
  readonly entry: Entry;
  readonly x: (day: string) => number;
}) {
  const y = TOP + ROWS.indexOf(row) * ROW + ROW / 2;
  const className = `roadmap-mark ${standing}`;
  const [left, right] = [x(from), x(to)];
  return (
    <g>
      <title>{what}</title>
      {right - left > 12 ? (
        <rect className={className} x={left} y={y - 8} width={right - left} height="16" rx="8" />
      ) : (
        <circle className={className} cx={left} cy={y} r="8" />
      )}
    </g>
  );
}

/** January firsts in sight. */
function yearsBetween(from: string, to: string): number[] {
  const [first, last] = [Number(from.slice(0, 4)) + 1, Number(to.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}
