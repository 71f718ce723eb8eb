import { useCatalog } from '../../lib/use-messages.ts';
import { DayField, NumberField } from './Fields.tsx';
import { proposalMessages } from './messages.ts';
import type { Alternative } from './queries.ts';

type Milestone = Alternative['milestones'][number];

interface MilestonesProps {
  readonly alternative: Alternative;
  readonly put: (milestones: Milestone[]) => void;
}

/** Of federal support for broadband: 47 CFR 54.802. */
const USUAL = [40, 60, 80, 100];
const MOST = 12;

export function Milestones({ alternative: { milestones, start, finish }, put }: MilestonesProps) {
  const { milestones: messages } = useCatalog(proposalMessages);
  const replace = (at: number, more: Partial<Milestone>) =>
    put(milestones.map((one, position) => (position === at ? { ...one, ...more } : one)));
  return (
    <fieldset className="proposal-milestones">
      <legend>{messages.title}</legend>
      <p className="note">{messages.lead}</p>
      {milestones.map((milestone, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a milestone is its position
        <div key={at} className="proposal-row">
          <NumberField
            label={messages.percent}
            value={milestone.percent}
            least={1}
            most={100}
            put={(percent) => replace(at, { percent })}
          />
          <DayField label={messages.day} value={milestone.day} put={(day) => replace(at, { day })} />
          <button
            type="button"
            className="button quiet"
            onClick={() => put(milestones.filter((_, position) => position !== at))}
          >
            {messages.remove({ count: at + 1 })}
          </button>
        </div>
      ))}
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={milestones.length >= MOST}
          onClick={() => put([...milestones, { percent: 100, day: finish }])}
        >
          {messages.add}
        </button>
        {milestones.length === 0 && (
          <button
            type="button"
            className="button"
            disabled={start === '' || finish === ''}
            onClick={() => put(USUAL.map((percent) => ({ percent, day: dayBetween(start, finish, percent / 100) })))}
          >
            {messages.usual}
          </button>
        )}
      </div>
    </fieldset>
  );
}

function dayBetween(start: string, finish: string, share: number): string {
  const [from, to] = [Date.parse(start), Date.parse(finish)];
  return new Date(from + (to - from) * share).toISOString().slice(0, 10);
}
