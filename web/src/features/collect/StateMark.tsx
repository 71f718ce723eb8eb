/** Progress of a district: a disc that fills, with the word beside it. */
import type { DistrictState } from '../../../../server/features/collect/contract.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { collectMessages } from './messages.ts';

/** SVG path of the filled part of a disc of radius 6 around 8, 8. */
const FILLS: Record<DistrictState, string | undefined> = {
  not_started: undefined,
  taken_back: undefined,
  prepared: 'M8 8V2A6 6 0 0 1 14 8Z',
  received: 'M8 2A6 6 0 0 1 8 14Z',
  accepted: 'M8 2A6 6 0 1 1 7.99 2Z',
  accepted_with_notes: 'M8 2A6 6 0 1 1 7.99 2Z',
};

export function StateDisc({ state }: { readonly state: DistrictState }) {
  const fill = FILLS[state];
  return (
    <svg className="state-disc" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {fill && <path d={fill} fill="currentColor" />}
      {state === 'taken_back' && <path d="M5 8H11" stroke="currentColor" strokeWidth="1.8" />}
      {state === 'accepted_with_notes' && <path d="M8 4.5V9M8 10.5V12" stroke="var(--paper)" strokeWidth="1.8" />}
    </svg>
  );
}

export function StateMark({ state }: { readonly state: DistrictState }) {
  const { states } = useCatalog(collectMessages);
  return (
    <span className="state">
      <StateDisc state={state} />
      {states[state]}
    </span>
  );
}
