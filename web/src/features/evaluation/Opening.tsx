/** Who opens a round: three people by passphrase, or any two by the server's secret. */
import { type FormEvent, useId, useState } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { evaluationMessages } from './messages.ts';
import { type Evaluation, useAct } from './queries.ts';

interface PartProps {
  readonly evaluation: Evaluation;
}

const OPENERS = 3;

export function Openers({ evaluation: { round, seal } }: PartProps) {
  const { openers: messages } = useCatalog(evaluationMessages);
  const isEarly = round.standing === 'draft' || round.standing === 'shared';
  const missing = OPENERS - seal.openers.length;
  return (
    <section aria-labelledby="openers">
      <h2 id="openers">{messages.title}</h2>
      {isEarly && <p>{messages.lead}</p>}
      {seal.openers.length > 0 && (
        <ul>
          {seal.openers.map((opener) => (
            <li key={opener.at}>{messages.line(opener)}</li>
          ))}
        </ul>
      )}
      <p>{missing === 0 ? messages.complete : isEarly ? messages.missing({ count: missing }) : messages.byServer}</p>
      {isEarly && seal.isOpener && <p>{messages.yours}</p>}
      {isEarly && missing > 0 && !seal.isOpener && <Passphrase round={round.id} what="openers" />}
    </section>
  );
}

export function Unseal({ evaluation: { round, seal } }: PartProps) {
  const { unseal: messages } = useCatalog(evaluationMessages);
  const [first] = seal.unsealings;
  return (
    <section aria-labelledby="unseal">
      <h2 id="unseal">{messages.title}</h2>
      <p>{messages.lead}</p>
      {first && <p>{messages.first(first)}</p>}
      <Passphrase round={round.id} what="unseal" isAsked={seal.heldBy === 'openers'} />
    </section>
  );
}

interface PassphraseProps {
  readonly round: number;
  readonly what: 'openers' | 'unseal';
  readonly isAsked?: boolean;
}

const LEAST = 12;

function Passphrase({ round, what, isAsked = true }: PassphraseProps) {
  const { openers, unseal, notDone } = useCatalog(evaluationMessages);
  const id = useId();
  const [passphrase, setPassphrase] = useState('');
  const act = useAct(round);
  const isReady = !isAsked || passphrase.length >= (what === 'openers' ? LEAST : 1);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    act.mutate(isAsked ? { what, passphrase } : { what: 'unseal' }, { onSettled: () => setPassphrase('') });
  };
  return (
    <form onSubmit={send}>
      {isAsked && (
        <div className="field">
          <label htmlFor={id}>{what === 'openers' ? openers.passphrase : unseal.passphrase}</label>
          <input
            id={id}
            type="password"
            autoComplete="off"
            maxLength={200}
            value={passphrase}
            onChange={({ target }) => setPassphrase(target.value)}
          />
        </div>
      )}
      <div className="actions">
        <button type="submit" className="button primary" disabled={act.isPending || !isReady}>
          {what === 'openers' ? openers.become : unseal.act}
        </button>
        <span role="status" className="note">
          {act.isPending && isAsked ? openers.working : ''}
        </span>
      </div>
      {act.isError && (
        <Message tone="failed" title={notDone}>
          {act.error.message}
        </Message>
      )}
    </form>
  );
}
