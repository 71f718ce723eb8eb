import { type FormEvent, useId, useState } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { evaluationMessages } from './messages.ts';
import { type Rules, useAct } from './queries.ts';

interface DecideProps {
  readonly round: number;
  readonly rules: Rules;
  readonly chosen: readonly string[];
  readonly isReady: boolean;
}

export function Decide({ round, rules, chosen, isReady }: DecideProps) {
  const { decide: messages, notDone } = useCatalog(evaluationMessages);
  const id = useId();
  const [reason, setReason] = useState('');
  const act = useAct(round);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '')
      act.mutate({ what: 'choices', rules, chosen, reason: reason.trim() }, { onSuccess: () => setReason('') });
  };
  return (
    <form onSubmit={send}>
      <h3>{messages.title}</h3>
      <p>{messages.lead}</p>
      <div className="field">
        <label htmlFor={id}>{messages.reason}</label>
        <textarea
          id={id}
          required
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      <div className="actions">
        <button type="submit" className="button primary" disabled={!isReady || act.isPending}>
          {messages.act}
        </button>
      </div>
      {act.isError && (
        <Message tone="failed" title={notDone}>
          {act.error.message}
        </Message>
      )}
    </form>
  );
}
