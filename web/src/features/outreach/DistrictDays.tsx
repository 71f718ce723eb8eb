/** Each district over the days: its steps on a line, with what it was sent marked below. The columns say the same in words. */
import { useCatalog } from '../../lib/use-messages.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { pageMessages, type ResponseAnswer } from './queries.ts';

type District = ResponseAnswer['districts'][number];
type Days = ResponseAnswer['days'];

const STEPS = ['opened', 'prepared', 'sent', 'accepted'] as const;

export function DistrictDays({ districts, days }: { readonly districts: readonly District[]; readonly days: Days }) {
  const { response: messages, stage: names } = useCatalog(pageMessages);
  return (
    <section aria-labelledby="each-district">
      <h2 id="each-district">{messages.districts}</h2>
      <div className="outreach-whom">
        <Scroll label={messages.districts}>
          <table className="wide rows outreach-districts">
            <caption className="sr-only">{messages.districts}</caption>
            <thead>
              <tr>
                <th scope="col">{messages.district}</th>
                <th scope="col">{messages.standingNow}</th>
                <th scope="col">{messages.line}</th>
                {STEPS.map((step) => (
                  <th key={step} scope="col">
                    {messages.steps[step]}
                  </th>
                ))}
                <th scope="col" className="numeric">
                  {messages.files}
                </th>
                <th scope="col" className="numeric">
                  {messages.messages}
                </th>
              </tr>
            </thead>
            <tbody>
              {districts.map((district) => (
                <tr key={district.leaId}>
                  <th scope="row" translate="no">
                    {district.name}
                  </th>
                  <td>{names[district.stage]}</td>
                  <td>
                    <Line district={district} days={days} />
                  </td>
                  {STEPS.map((step) => (
                    <td key={step} className="whole">
                      <When district={district} step={step} />
                    </td>
                  ))}
                  <td className="numeric">{district.files}</td>
                  <td className="numeric">{district.messages.length}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
    </section>
  );
}

/** Blank where a later step came without it: nobody opened a file that a command loaded. */
function When({ district, step }: { readonly district: District; readonly step: (typeof STEPS)[number] }) {
  const { response: messages } = useCatalog(pageMessages);
  const on = district[`${step}On`];
  if (on !== null) return messages.on({ on });
  const isPassed = STEPS.slice(STEPS.indexOf(step) + 1).some((later) => district[`${later}On`] !== null);
  return isPassed ? null : <span className="note">{messages.not}</span>;
}

const WIDE = 160;
const HIGH = 28;

function Line({ district, days }: { readonly district: District; readonly days: Days }) {
  const first = Date.parse(days[0]?.on ?? '');
  const last = Date.parse(days.at(-1)?.on ?? '');
  const written = district.messages.filter(({ message }) => message !== 'call');
  const x = (on: string) => 6 + (last > first ? (Date.parse(on) - first) / (last - first) : 0) * (WIDE - 12);
  const isDrawn = (on: string | null): on is string => on !== null && Date.parse(on) >= first && Date.parse(on) <= last;
  return (
    <svg className="outreach-strip" viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden="true" focusable="false">
      <line className="outreach-zero" x1="6" x2={WIDE - 6} y1="12" y2="12" />
      {STEPS.map((step) => {
        const on = district[`${step}On`];
        return isDrawn(on) && <circle key={step} className="outreach-step" data-step={step} cx={x(on)} cy="12" r="4" />;
      })}
      {[...new Set(written.map(({ on }) => on))].filter(isDrawn).map((on) => (
        <path key={on} className="outreach-mark" d={`M${x(on)} 18l4 7h-8z`} />
      ))}
    </svg>
  );
}
