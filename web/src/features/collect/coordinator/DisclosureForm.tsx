import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { DisclosureBody } from '../../../../../server/features/disclosures/contract.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { Message } from '../../../ui/Message.tsx';
import { addDisclosure } from '../http.ts';
import { collectMessages } from '../messages.ts';
import { useRefresh } from '../queries.ts';
import { TextField } from '../TextField.tsx';
import { useTask } from '../use-task.ts';

const AUDIENCES: readonly DisclosureBody['audience'][] = ['public', 'agency', 'provider', 'district', 'coordinator'];

export function DisclosureForm({ onDone }: { readonly onDone: () => void }) {
  const { office, cancel } = useCatalog(collectMessages);
  const messages = office.log;
  const [entry, setEntry] = useState({ who: '', what: '', basis: '', note: '' });
  const [audience, setAudience] = useState<DisclosureBody['audience']>('public');
  const [isTried, setTried] = useState(false);
  const task = useTask();
  const refresh = useRefresh();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const missing = (field: 'who' | 'what' | 'basis', words: string) =>
    isTried && entry[field].trim() === '' ? words : undefined;
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { who, what, basis, note } = entry;
    if ([who, what, basis].some((text) => text.trim() === '')) return;
    void task.run(async () => {
      await addDisclosure({ who, what, basis, audience, ...(note.trim() === '' ? {} : { note }) });
      await refresh();
      onDone();
    });
  };
  return (
    <form ref={form} className="card-section" onSubmit={save} noValidate aria-label={messages.newEntry}>
      <TextField
        label={messages.whoReceived}
        note={messages.whoNote}
        value={entry.who}
        fault={missing('who', messages.whoFault)}
        onChange={(who) => setEntry({ ...entry, who })}
      />
      <TextField
        label={messages.whatReceived}
        value={entry.what}
        fault={missing('what', messages.whatFault)}
        onChange={(what) => setEntry({ ...entry, what })}
      />
      <div className="field">
        <label htmlFor={id}>{messages.whichView}</label>
        <select
          id={id}
          value={audience}
          onChange={(event) => setAudience(AUDIENCES.find((name) => name === event.target.value) ?? 'public')}
        >
          {AUDIENCES.map((name) => (
            <option key={name} value={name}>
              {messages.views[name]}
            </option>
          ))}
        </select>
      </div>
      <TextField
        label={messages.onWhatGround}
        list={Object.values(messages.grounds)}
        value={entry.basis}
        fault={missing('basis', messages.groundFault)}
        onChange={(basis) => setEntry({ ...entry, basis })}
      />
      <TextField label={messages.note} value={entry.note} onChange={(note) => setEntry({ ...entry, note })} />
      {task.fault && (
        <Message tone="failed" title={messages.notEntered}>
          {task.fault}
        </Message>
      )}
      <div className="actions">
        <button type="submit" className="button primary" disabled={task.isBusy}>
          {messages.enter}
        </button>
        <button type="button" className="button quiet" onClick={onDone}>
          {cancel}
        </button>
      </div>
    </form>
  );
}
