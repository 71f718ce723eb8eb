/** How districts respond: where they stand, by day, one by one, and whom to call first. */
import '../../ui/wide-table.css';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { CallList } from './CallList.tsx';
import { DayChart } from './DayChart.tsx';
import { DistrictDays } from './DistrictDays.tsx';
import { pageMessages, useResponse } from './queries.ts';

export function ResponseView({ id }: { readonly id: number }) {
  const { response: messages, stage: names, coming, failed } = useCatalog(pageMessages);
  const { data, error, refetch } = useResponse(id);
  if (error) return <NotShown error={error} title={failed} again={() => void refetch()} />;
  if (!data) return <Coming words={coming} />;
  return (
    <>
      <section aria-labelledby="standing">
        <h2 id="standing">{messages.standing}</h2>
        <p>{messages.standingLead}</p>
        <dl className="outreach-stages">
          {data.stages.map(({ stage, districts }) => (
            <div key={stage} data-none={districts === 0 || undefined}>
              <dt>{names[stage]}</dt>
              <dd>{messages.count({ districtCount: districts })}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="by-day">
        <h2 id="by-day">{messages.byDay}</h2>
        {data.days.length === 0 ? (
          <p role="status">{messages.none}</p>
        ) : (
          <DayChart days={data.days} total={data.total} />
        )}
      </section>
      <CallList id={id} calls={data.calls} />
      <DistrictDays districts={data.districts} days={data.days} />
    </>
  );
}
