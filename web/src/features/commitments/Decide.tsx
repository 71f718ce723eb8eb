import { useId, useState } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { commitmentMessages } from './messages.ts';
import { useActs } from './queries.ts';

/** Staff's decision about a report. A reason is needed to return it, and welcome to accept it. */
export function Decide({ id }: { readonly id: number }) {
  const messages = useCatalog(commitmentMessages);
  const field = useId();
  const [reason, setReason] = useState('');
  const { decide } = useActs(id);
  const said = reason.trim();
  const send = (ruling: 'accepted' | 'returned') => decide.mutate({ ruling, ...(said === '' ? {} : { reason: said }) });
  return (
    <form onSubmit={(event) => event.preventDefault()} aria-label={messages.decide}>
      <div className="field">
        <label htmlFor={field}>{messages.reason}</label>
        <textarea
          id={field}
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <div className="actions">
        <button type="button" className="button primary" disabled={decide.isPending} onClick={() => send('accepted')}>
          {messages.accept}
        </button>
        <button type="button" className="button quiet" disabled={decide.isPending} onClick={() => send('returned')}>
          {messages.return}
        </button>
      </div>
      {decide.isError && (
        <Message tone="failed" title={messages.notDecided}>
          {decide.error.message}
        </Message>
      )}
    </form>
  );
}
