/** "We doubt this", with a reason. */
import { type FormEvent, useId, useState } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { workbenchMessages } from './messages.ts';
import { type ProviderFile, useWriting } from './queries.ts';

export function Doubts({ file: { line, doubts, filings } }: { readonly file: ProviderFile }) {
  const messages = useCatalog(workbenchMessages);
  const { note, endNote } = useWriting();
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState(0);
  const which = useId();
  const why = useId();
  const save = (event: FormEvent) => {
    event.preventDefault();
    const filing = filings[chosen];
    if (!filing || reason.trim() === '') return;
    const { source, publisher, title, asOf } = filing;
    const provider = { id: line.providerId, name: line.name };
    note.mutate(
      { kind: 'doubt', filing: { source, publisher, title, asOf }, provider, words: reason },
      { onSuccess: () => setReason('') },
    );
  };
  return (
    <section>
      <h2>{messages.doubtTitle}</h2>
      <p className="note">{messages.doubtLead}</p>
      {doubts.length === 0 && <p>{messages.noDoubts}</p>}
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt.id}>
            <q>{doubt.reason}</q> <span className="note">{messages.filingNamed(doubt)}</span>{' '}
            <span className="note">{messages.written({ who: doubt.writtenBy, at: doubt.writtenAt })}</span>{' '}
            <button
              type="button"
              className="link"
              aria-label={messages.endNamed({ name: doubt.reason })}
              onClick={() => endNote.mutate(doubt.id)}
            >
              {messages.end}
            </button>
          </li>
        ))}
      </ul>
      <form className="workbench-form" onSubmit={save}>
        <div className="field">
          <label htmlFor={which}>{messages.doubtOf}</label>
          <select id={which} value={chosen} onChange={({ target }) => setChosen(Number(target.value))}>
            {filings.map((filing, at) => (
              <option key={filing.id} value={at}>
                {messages.filingNamed(filing)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={why}>{messages.doubtReason}</label>
          <textarea
            id={why}
            rows={3}
            maxLength={1000}
            required
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
        <button type="submit" className="button quiet" disabled={note.isPending}>
          {messages.addDoubt}
        </button>
        <span role="status" className="note">
          {note.isPending ? messages.saving : note.isSuccess ? messages.saved : ''}
        </span>
      </form>
      {note.isError && (
        <Message tone="failed" title={messages.notSaved}>
          {note.error.message}
        </Message>
      )}
    </section>
  );
}
