/** Districts by day and step, as lines with the days of messages marked; a table beside it says the same. */
import { useCatalog } from '../../lib/use-messages.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { pageMessages, type ResponseAnswer } from './queries.ts';

type Days = ResponseAnswer['days'];

const STEPS = ['opened', 'prepared', 'sent', 'accepted'] as const;
const WIDE = 640;
const HIGH = 220;
const ROOM = { left: 34, right: 124, top: 12, bottom: 40 };

export function DayChart({ days, total }: { readonly days: Days; readonly total: number }) {
  const { response: messages, message: names } = useCatalog(pageMessages);
  const x = (at: number) =>
    ROOM.left + (days.length === 1 ? 0 : (at / (days.length - 1)) * (WIDE - ROOM.left - ROOM.right));
  const y = (count: number) => HIGH - ROOM.bottom - (count / Math.max(1, total)) * (HIGH - ROOM.top - ROOM.bottom);
  const last = days.at(-1);
  return (
    <>
      <p className="note">{messages.chart({ total })}</p>
      <svg className="outreach-chart" viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden="true" focusable="false">
        {[0, total].map((count) => (
          <g key={count}>
            <line className="outreach-zero" x1={ROOM.left} x2={WIDE - ROOM.right} y1={y(count)} y2={y(count)} />
            <text x={ROOM.left - 6} y={y(count) + 4} textAnchor="end">
              {count}
            </text>
          </g>
        ))}
        {STEPS.map((step) => (
          <polyline
            key={step}
            className="outreach-line"
            data-step={step}
            points={stepped(days.map((day, at) => [x(at), y(day[step])]))}
          />
        ))}
        {last &&
          labels(STEPS.map((step) => [step, y(last[step])])).map(([step, at]) => (
            <text key={step} className="outreach-label" x={WIDE - ROOM.right + 8} y={at + 4}>
              {messages.steps[step]}
            </text>
          ))}
        {days.map(
          (day, at) =>
            day.messages.some(({ message }) => message !== 'call') && (
              <path key={day.on} className="outreach-mark" d={`M${x(at)} ${HIGH - ROOM.bottom + 4}l5 9h-10z`} />
            ),
        )}
        {[0, days.length - 1].map((at, i) => (
          <text key={days[at]?.on} x={x(at)} y={HIGH - 8} textAnchor={i === 0 ? 'start' : 'end'}>
            {messages.on({ on: days[at]?.on ?? '' })}
          </text>
        ))}
      </svg>
      <details className="outreach-days">
        <summary>{messages.dayTable}</summary>
        <Scroll label={messages.dayTable}>
          <table className="wide rows">
            <caption className="sr-only">{messages.byDay}</caption>
            <thead>
              <tr>
                <th scope="col">{messages.day}</th>
                {STEPS.map((step) => (
                  <th key={step} scope="col" className="numeric">
                    {messages.steps[step]}
                  </th>
                ))}
                <th scope="col">{messages.messages}</th>
              </tr>
            </thead>
            <tbody>
              {changed(days).map((day) => (
                <tr key={day.on}>
                  <th scope="row">{messages.on({ on: day.on })}</th>
                  {STEPS.map((step) => (
                    <td key={step} className="numeric">
                      {day[step]}
                    </td>
                  ))}
                  <td>
                    {day.messages
                      .map(({ message, districts }) =>
                        messages.messageCount({
                          name: names[message as keyof typeof names] ?? message,
                          districtCount: districts,
                        }),
                      )
                      .join('; ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </>
  );
}

/** Counts stand until the next day changes them. */
function stepped(points: readonly (readonly [number, number])[]): string {
  return points
    .flatMap(([x, y], i) => {
      const before = points[i - 1];
      return before ? [`${x},${before[1]}`, `${x},${y}`] : [`${x},${y}`];
    })
    .join(' ');
}

const LINE = 20;

/** Words keep apart where lines end together. */
function labels<Step>(ends: readonly (readonly [Step, number])[]): [Step, number][] {
  const placed: [Step, number][] = [];
  for (const [step, at] of [...ends].sort((one, other) => other[1] - one[1])) {
    const below = placed.at(-1);
    placed.push([step, below ? Math.min(at, below[1] - LINE) : at]);
  }
  return placed;
}

/** The first and last day, and those on which something changed or went out. */
function changed(days: Days): Days {
  return days.filter((day, i) => {
    const before = days[i - 1];
    if (!before || i === days.length - 1 || day.messages.length > 0) return true;
    return STEPS.some((step) => day[step] !== before[step]);
  });
}
