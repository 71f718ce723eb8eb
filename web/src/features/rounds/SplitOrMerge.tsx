import { useId, useState } from 'react';
import { clusterName, translateOf } from '../../lib/cluster-name.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Field } from '../../ui/Field.tsx';
import { Fault } from './Fault.tsx';
import { roundMessages } from './messages.ts';
import { type Lot, type Round, useChanges } from './queries.ts';

interface SplitOrMergeProps {
  readonly round: Round;
  readonly lot: Lot;
  readonly marked: readonly number[];
}

/** What is unmarked becomes a lot of its own; or another lot is taken in. */
export function SplitOrMerge({ round, lot, marked }: SplitOrMergeProps) {
  const { shape: messages } = useCatalog(roundMessages);
  const { split, merge } = useChanges(round.id);
  const id = useId();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState('');
  const leaving = lot.patches.filter((patch) => !marked.includes(patch));
  const others = round.lots.filter((one) => one.id !== lot.id);
  const other = others.find((one) => String(one.id) === chosen) ?? others[0];
  return (
    <>
      {lot.patches.length > 1 && (
        <>
          <Field label={messages.split} value={name} most={120} change={setName} />
          <p className="actions">
            <button
              type="button"
              className="button"
              disabled={
                split.isPending || name.trim() === '' || leaving.length === 0 || leaving.length === lot.patches.length
              }
              onClick={() =>
                split.mutate({ lot: lot.id, patches: leaving, name: name.trim() }, { onSuccess: () => setName('') })
              }
            >
              {messages.splitNow}
            </button>
          </p>
        </>
      )}
      {other && (
        <>
          <div className="field">
            <label htmlFor={id}>{messages.merge}</label>
            <select id={id} value={String(other.id)} onChange={(event) => setChosen(event.target.value)}>
              {others.map((one) => (
                <option key={one.id} value={String(one.id)} translate={translateOf(one.name)}>
                  {clusterName(one.name)}
                </option>
              ))}
            </select>
          </div>
          <p className="actions">
            <button
              type="button"
              className="button"
              disabled={merge.isPending}
              onClick={() => merge.mutate({ lots: [lot.id, other.id], name: lot.name })}
            >
              {messages.mergeNow}
            </button>
          </p>
        </>
      )}
      <Fault error={split.error ?? merge.error} />
    </>
  );
}
