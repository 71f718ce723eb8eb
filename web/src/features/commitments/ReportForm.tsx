import { type FormEvent, useId, useState } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { commitmentMessages } from './messages.ts';
import { useActs } from './queries.ts';

export function ReportForm({ id }: { readonly id: number }) {
  const messages = useCatalog(commitmentMessages);
  const field = useId();
  const [words, setWords] = useState('');
  const { report } = useActs(id);
  const send = (event: FormEvent) => {
    event.preventDefault();
    report.mutate(words);
  };
  return (
    <form onSubmit={send} aria-label={messages.report}>
      <div className="field">
        <label htmlFor={field}>{messages.reportWords}</label>
        <textarea
          id={field}
          required
          rows={3}
          maxLength={4000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <button type="submit" className="button primary" disabled={report.isPending}>
        {messages.send}
      </button>
      {report.isError && (
        <Message tone="failed" title={messages.notSent}>
          {report.error.message}
        </Message>
      )}
    </form>
  );
}
