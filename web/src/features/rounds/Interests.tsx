/** Of a shared draft: which lots the provider would bid on. */

import { useState } from 'react';
import { clusterName } from '../../lib/cluster-name.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Check } from '../../ui/Check.tsx';
import { Fault } from './Fault.tsx';
import { roundMessages } from './messages.ts';
import { type Round, useChanges } from './queries.ts';

export function Interests({ round }: { readonly round: Round }) {
  const messages = useCatalog(roundMessages);
  const { interests } = useChanges(round.id);
  const [chosen, setChosen] = useState(() => round.lots.filter(({ isWanted }) => isWanted).map(({ id }) => id));
  const choose = (id: number, isOn: boolean) => {
    interests.reset();
    setChosen(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  };
  return (
    <section aria-labelledby="interests">
      <h2 id="interests">{messages.wouldBid}</h2>
      <p className="note">{messages.wouldBidNote}</p>
      {round.lots.map(({ id, name }) => (
        <Check key={id} isOn={chosen.includes(id)} change={(isOn) => choose(id, isOn)}>
          {messages.wouldBidOn({ name: clusterName(name) })}
        </Check>
      ))}
      <p className="actions">
        <button
          type="button"
          className="button primary"
          disabled={interests.isPending}
          onClick={() => interests.mutate(chosen)}
        >
          {messages.saveInterest}
        </button>
        <span role="status" className="note">
          {interests.isSuccess ? messages.saved : ''}
        </span>
      </p>
      <Fault error={interests.error} />
    </section>
  );
}
