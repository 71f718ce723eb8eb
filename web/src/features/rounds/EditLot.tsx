/** One lot: its name and amount, its areas on a map and in a list, split and merge. */

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { clusterName, translateOf } from '../../lib/cluster-name.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Field } from '../../ui/Field.tsx';
import { AreaChoice } from './AreaChoice.tsx';
import { Fault } from './Fault.tsx';
import { roundMessages } from './messages.ts';
import { type Lot, type Round, useChanges } from './queries.ts';
import { SplitOrMerge } from './SplitOrMerge.tsx';
import { numberOf } from './settings-form.ts';

interface EditLotProps {
  readonly round: Round;
  readonly lot: Lot;
  readonly close: () => void;
}

export function EditLot({ round, lot, close }: EditLotProps) {
  const messages = useCatalog(roundMessages);
  const { lot: change, remove } = useChanges(round.id);
  const [typed, setTyped] = useState<string>();
  const [amount, setAmount] = useState(String(lot.referenceAmount ?? ''));
  const [marked, setMarked] = useState<readonly number[]>(lot.patches);
  const known = clusterName(lot.name);
  const name = (typed ?? known).trim();
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => top.current?.focus(), []);
  useEffect(() => setMarked(lot.patches), [lot.patches]);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const dollars = numberOf(amount);
    change.mutate({
      lot: lot.id,
      // Stored in English as long as nobody writes another.
      name: name === known ? lot.name : name,
      referenceAmount: dollars === null ? null : Math.round(dollars),
      add: marked.filter((patch) => !lot.patches.includes(patch)),
      drop: lot.patches.filter((patch) => !marked.includes(patch)),
    });
  };
  return (
    <section className="rounds-edit" aria-labelledby="edit">
      <h3 id="edit" ref={top} tabIndex={-1} translate={translateOf(lot.name)}>
        {known}
      </h3>
      <form onSubmit={save}>
        <Field label={messages.name} value={typed ?? known} isNeeded most={120} change={setTyped} />
        <Field
          label={messages.reference}
          note={messages.referenceNote}
          type="number"
          least={0}
          value={amount}
          change={setAmount}
        />
        <AreaChoice round={round} lot={lot} marked={marked} mark={setMarked} />
        <p className="actions">
          <button type="submit" className="button primary" disabled={change.isPending || marked.length === 0}>
            {messages.shape.save}
          </button>
          <button type="button" className="button" disabled={remove.isPending} onClick={() => remove.mutate(lot.id)}>
            {messages.shape.remove}
          </button>
          <button type="button" className="button quiet" onClick={close}>
            {messages.shape.done}
          </button>
          <span role="status" className="note">
            {change.isSuccess ? messages.saved : ''}
          </span>
        </p>
      </form>
      <Fault error={change.error ?? remove.error} />
      <SplitOrMerge round={round} lot={lot} marked={marked} />
    </section>
  );
}
