/** The state of all districts at a glance: one bar, its key with the counts, a sentence. A key chooses what is listed. */

import type { CollectionDetail, DistrictState } from '../../../../../server/features/collect/contract.ts';
import { grouped, plural } from '../../../lib/counts.ts';
import { boundedPercent } from '../../../lib/format.ts';
import { StateDisc } from '../StateMark.tsx';
import { STATE_MEANINGS, STATE_WORDS, STATES } from '../words.ts';
import { countsOf, progressInWords } from './summary.ts';

export interface ProgressProps {
  readonly detail: CollectionDetail;
  readonly listed: DistrictState | 'all';
  readonly onList: (state: DistrictState | 'all') => void;
}

export function Progress({ detail, listed, onList }: ProgressProps) {
  const counts = countsOf(detail.districtStates);
  const overall = detail.overall?.response;
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">{progressInWords(counts)}</h2>
      {overall && (
        <p>
          Of the students of {plural(overall.districts, 'district')}, {boundedPercent(overall)} answered at least one
          question.
        </p>
      )}
      <div className="state-bar" aria-hidden="true">
        {STATES.toReversed().map(
          (state) => counts[state] > 0 && <span key={state} data-state={state} style={{ flexGrow: counts[state] }} />,
        )}
      </div>
      <ul className="state-key" aria-label="Districts by state; each lists its own below">
        {STATES.toReversed().map((state) => (
          <li key={state}>
            <button
              type="button"
              aria-pressed={listed === state}
              title={STATE_MEANINGS[state]}
              onClick={() => onList(listed === state ? 'all' : state)}
            >
              <span className="state-swatch" data-state={state} aria-hidden="true" />
              <StateDisc state={state} />
              <span>{STATE_WORDS[state]}</span>
              <strong>{grouped(counts[state])}</strong>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
