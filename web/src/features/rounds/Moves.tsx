/** What staff may do with the round as it stands, by the same table as the server's. */
import { useState } from 'react';
import { TRANSITIONS } from '../../../../server/domain/round/transitions.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Field } from '../../ui/Field.tsx';
import { Fault } from './Fault.tsx';
import { roundMessages } from './messages.ts';
import { type Round, useChanges } from './queries.ts';

const FORWARD = ['share', 'open'] as const;
const ENDS = ['fail', 'cancel'] as const;

export function Moves({ round }: { readonly round: Round }) {
  const messages = useCatalog(roundMessages);
  const { move } = useChanges(round.id);
  const [reason, setReason] = useState('');
  const may = (name: (typeof FORWARD | typeof ENDS)[number]) =>
    (TRANSITIONS.round[name].from as readonly string[]).includes(round.standing);
  const forward = FORWARD.filter(may);
  const ends = ENDS.filter(may);
  if (forward.length + ends.length === 0) return null;
  return (
    <section aria-label={messages.moves.open}>
      {forward.length > 0 && (
        <>
          {may('share') && <p className="note">{messages.shareNote}</p>}
          <p className="note">{messages.openNote}</p>
          <p className="actions">
            {forward.map((name) => (
              <button
                key={name}
                type="button"
                className={name === 'open' ? 'button primary' : 'button'}
                disabled={move.isPending}
                onClick={() => move.mutate({ move: name, reason: '' })}
              >
                {messages.moves[name]}
              </button>
            ))}
          </p>
        </>
      )}
      <Fault error={move.error} />
      <details>
        <summary>{ends.map((name) => messages.moves[name]).join(' · ')}</summary>
        <Field label={messages.reason} lines={2} most={1000} isNeeded value={reason} change={setReason} />
        <p className="actions">
          {ends.map((name) => (
            <button
              key={name}
              type="button"
              className="button"
              disabled={move.isPending || reason.trim() === ''}
              onClick={() => move.mutate({ move: name, reason: reason.trim() })}
            >
              {messages.moves[name]}
            </button>
          ))}
        </p>
      </details>
    </section>
  );
}
