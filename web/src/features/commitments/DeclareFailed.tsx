import { type FormEvent, useId, useState } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { commitmentMessages } from './messages.ts';
import { useActs } from './queries.ts';

export function DeclareFailed({ id }: { readonly id: number }) {
  const messages = useCatalog(commitmentMessages);
  const field = useId();
  const [reason, setReason] = useState('');
  const { fail } = useActs(id);
  const send = (event: FormEvent) => {
    event.preventDefault();
    fail.mutate(reason);
  };
  return (
    <details>
      <summary>{messages.fail}</summary>
      <form onSubmit={send}>
        <p>{messages.failLead}</p>
        <div className="field">
          <label htmlFor={field}>{messages.reason}</label>
          <textarea
            id={field}
            required
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <button type="submit" className="button quiet" disabled={fail.isPending}>
          {messages.failAct}
        </button>
        {fail.isError && (
          <Message tone="failed" title={messages.notDecided}>
            {fail.error.message}
          </Message>
        )}
      </form>
    </details>
  );
}
