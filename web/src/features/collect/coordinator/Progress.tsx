/** All districts' states at a glance: one bar, its key with the counts, a sentence. A key filters the list. */

import type { CollectionDetail, DistrictState } from '../../../../../server/features/collect/contract.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { collectMessages } from '../messages.ts';
import { StateDisc } from '../StateMark.tsx';
import { STATES } from '../words.ts';
import { countsOf, progressInWords } from './summary.ts';

export interface ProgressProps {
  readonly detail: CollectionDetail;
  readonly listed: DistrictState | 'all';
  readonly onList: (state: DistrictState | 'all') => void;
}

export function Progress({ detail, listed, onList }: ProgressProps) {
  const { coordinator: messages, states, meanings, count } = useCatalog(collectMessages);
  const counts = countsOf(detail.districtStates);
  const overall = detail.overall?.response;
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">{progressInWords(messages, counts)}</h2>
      {overall && <p>{messages.overall({ districtCount: overall.districts, rate: overall })}</p>}
      <div className="state-bar" aria-hidden="true">
        {STATES.toReversed().map(
          (state) => counts[state] > 0 && <span key={state} data-state={state} style={{ flexGrow: counts[state] }} />,
        )}
      </div>
      <ul className="state-key" aria-label={messages.byState}>
        {STATES.toReversed().map((state) => (
          <li key={state}>
            <button
              type="button"
              aria-pressed={listed === state}
              title={meanings[state]}
              onClick={() => onList(listed === state ? 'all' : state)}
            >
              <span className="state-swatch" data-state={state} aria-hidden="true" />
              <StateDisc state={state} />
              <span>{states[state]}</span>
              <strong>{count({ count: counts[state] })}</strong>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
