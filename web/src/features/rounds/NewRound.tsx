import { type FormEvent, useId, useState } from 'react';
import { CLUSTER_MEASURES, type ClusterMeasure } from '../../../../server/domain/cluster/measure.ts';
import { goToAddress } from '../../lib/location.ts';
import { addressOf } from '../../lib/route.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Field } from '../../ui/Field.tsx';
import { Fault } from './Fault.tsx';
import { roundMessages } from './messages.ts';
import { useDraft } from './queries.ts';

export function NewRound() {
  const messages = useCatalog(roundMessages);
  const id = useId();
  const [title, setTitle] = useState('');
  const [measure, setMeasure] = useState<ClusterMeasure>('unserved');
  const draft = useDraft();
  const make = (event: FormEvent) => {
    event.preventDefault();
    draft.mutate(
      { title: title.trim(), measure },
      { onSuccess: (round) => goToAddress(addressOf({ page: 'rounds', id: round.id })) },
    );
  };
  return (
    <section>
      <h2>{messages.isNew}</h2>
      <form onSubmit={make}>
        <Field label={messages.name} value={title} change={setTitle} isNeeded most={200} />
        <div className="field">
          <label htmlFor={id}>{messages.measure}</label>
          <select id={id} value={measure} onChange={(event) => setMeasure(event.target.value as ClusterMeasure)}>
            {CLUSTER_MEASURES.map((one) => (
              <option key={one} value={one}>
                {messages.measures[one]}
              </option>
            ))}
          </select>
        </div>
        <p className="actions">
          <button type="submit" className="button primary" disabled={draft.isPending}>
            {messages.make}
          </button>
        </p>
      </form>
      <Fault error={draft.error} />
    </section>
  );
}
