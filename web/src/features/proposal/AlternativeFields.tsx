import { useId } from 'react';
import { departuresOf } from '../../../../server/domain/round/proposal.ts';
import { TECHNOLOGY_CODES } from '../../../../server/domain/technology.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { DayField, NumberField } from './Fields.tsx';
import { LotAsks } from './LotAsks.tsx';
import { Milestones } from './Milestones.tsx';
import { proposalMessages, technologyMessages } from './messages.ts';
import type { Alternative, ProposalRoom } from './queries.ts';

interface AlternativeFieldsProps {
  readonly count: number;
  readonly room: ProposalRoom;
  readonly alternative: Alternative;
  readonly put: (alternative: Alternative) => void;
  readonly remove: () => void;
}

/** What an alternative begins with. Everything else is to be said. */
export const NEW_ALTERNATIVE: Alternative = {
  lots: [],
  bundle: 'all',
  technology: 50,
  downloadMbps: 0,
  uploadMbps: 0,
  latencyMs: 0,
  share: 100,
  pricePerMonth: 0,
  install: 0,
  termMonths: 0,
  start: '',
  finish: '',
  milestones: [],
};

const NUMBERS = [
  ['downloadMbps', 1_000_000, 1],
  ['uploadMbps', 1_000_000, 1],
  ['latencyMs', 10_000, 1],
  ['pricePerMonth', 100_000, 0.01],
  ['install', 100_000, 0.01],
  ['termMonths', 600, 1],
] as const;

export function AlternativeFields({ count, room, alternative, put, remove }: AlternativeFieldsProps) {
  const { alternative: messages, departures } = useCatalog(proposalMessages);
  const { names } = useCatalog(technologyMessages);
  const id = useId();
  const change = (more: Partial<Alternative>) => put({ ...alternative, ...more });
  const departs = alternative.lots.length > 0 ? departuresOf(alternative, room.terms) : [];
  return (
    <section aria-labelledby={id} className="proposal-alternative">
      <h3 id={id}>{messages.title({ count })}</h3>
      <LotAsks lots={room.lots} asks={alternative.lots} put={(lots) => change({ lots })} />
      <div className="proposal-grid">
        <div className="field">
          <label htmlFor={`${id}-bundle`}>{messages.bundle}</label>
          <select
            id={`${id}-bundle`}
            value={alternative.bundle}
            onChange={({ target }) => change({ bundle: target.value === 'each' ? 'each' : 'all' })}
          >
            <option value="all">{messages.bundles.all}</option>
            <option value="each">{messages.bundles.each}</option>
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-technology`}>{messages.technology}</label>
          <select
            id={`${id}-technology`}
            value={alternative.technology}
            onChange={({ target }) => change({ technology: Number(target.value) })}
          >
            {TECHNOLOGY_CODES.map((code) => (
              <option key={code} value={code}>
                {names[code]}
              </option>
            ))}
          </select>
        </div>
        <NumberField
          label={messages.share}
          value={alternative.share}
          least={1}
          most={100}
          put={(share) => change({ share })}
        />
        {NUMBERS.map(([name, most, step]) => (
          <NumberField
            key={name}
            label={messages[name]}
            value={alternative[name]}
            most={most}
            step={step}
            put={(value) => change({ [name]: value })}
          />
        ))}
        <DayField label={messages.start} value={alternative.start} put={(start) => change({ start })} />
        <DayField label={messages.finish} value={alternative.finish} put={(finish) => change({ finish })} />
      </div>
      <Milestones alternative={alternative} put={(milestones) => change({ milestones })} />
      {departs.length > 0 && (
        <p className="proposal-departs" role="status">
          {messages.departs} {departs.map((name) => departures[name]).join(', ')}
        </p>
      )}
      <button type="button" className="button quiet" onClick={remove}>
        {messages.remove}
      </button>
    </section>
  );
}
