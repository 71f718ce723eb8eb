/** When filings may be challenged, as dates. */
import { type FormEvent, useId, useState } from 'react';
import { todayHere } from '../../lib/format.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { workbenchMessages } from './messages.ts';
import { useWriting, type Workbench } from './queries.ts';

const EMPTY = { name: '', opensOn: '', closesOn: '' };

export function Windows({ windows }: { readonly windows: Workbench['windows'] }) {
  const messages = useCatalog(workbenchMessages);
  const { window, endWindow } = useWriting();
  const [draft, setDraft] = useState(EMPTY);
  const today = todayHere();
  const save = (event: FormEvent) => {
    event.preventDefault();
    window.mutate(draft, { onSuccess: () => setDraft(EMPTY) });
  };
  const standing = ({ opensOn, closesOn }: { opensOn: string; closesOn: string }) =>
    today < opensOn ? messages.isAhead : today > closesOn ? messages.isOver : messages.isOpen;
  return (
    <section>
      <h2>{messages.windows}</h2>
      <p className="note">{messages.windowsLead}</p>
      {windows.length === 0 && <p>{messages.noWindows}</p>}
      <ul>
        {windows.map((one) => (
          <li key={one.id}>
            <span translate="no">{one.name}</span>: {messages.window(one)} ({standing(one)}){' '}
            <button
              type="button"
              className="link"
              aria-label={messages.endNamed({ name: one.name })}
              onClick={() => endWindow.mutate(one.id)}
            >
              {messages.end}
            </button>
          </li>
        ))}
      </ul>
      <form className="workbench-form" onSubmit={save}>
        <Field label={messages.windowName} value={draft.name} change={(name) => setDraft({ ...draft, name })} />
        <Field
          label={messages.opens}
          type="date"
          value={draft.opensOn}
          change={(opensOn) => setDraft({ ...draft, opensOn })}
        />
        <Field
          label={messages.closes}
          type="date"
          value={draft.closesOn}
          change={(closesOn) => setDraft({ ...draft, closesOn })}
        />
        <button type="submit" className="button quiet" disabled={window.isPending}>
          {messages.addWindow}
        </button>
        <span role="status" className="note">
          {window.isPending ? messages.saving : window.isSuccess ? messages.saved : ''}
        </span>
      </form>
      {window.isError && (
        <Message tone="failed" title={messages.notSaved}>
          {window.error.message}
        </Message>
      )}
    </section>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly type?: 'date';
}

function Field({ label, value, change, type }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type ?? 'text'}
        required
        maxLength={200}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
}
