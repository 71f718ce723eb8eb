import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { DisclosureBody } from '../../../../../server/features/disclosures/contract.ts';
import { Message } from '../../../ui/Message.tsx';
import { addDisclosure } from '../http.ts';
import { useRefresh } from '../queries.ts';
import { TextField } from '../TextField.tsx';
import { useTask } from '../use-task.ts';

const AUDIENCE_WORDS: Record<DisclosureBody['audience'], string> = {
  public: 'public: what anybody may see',
  agency: 'agency: the state’s finer view',
  provider: 'provider: what providers may see',
  district: 'district: its own numbers',
  coordinator: 'coordinator: how far districts are',
};
const AUDIENCES = Object.keys(AUDIENCE_WORDS) as readonly DisclosureBody['audience'][];
/** Offered while typing; any other ground can be written. */
const GROUNDS = [
  '34 CFR 99.31(b), de-identified',
  '34 CFR 99.31(a)(1), school official',
  '34 CFR 99.31(a)(3) and 99.35, audit or evaluation',
  '34 CFR 99.31(a)(6), study',
];

export function DisclosureForm({ onDone }: { readonly onDone: () => void }) {
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
    <form ref={form} className="card-section" onSubmit={save} noValidate aria-label="New entry">
      <TextField
        label="Who received it"
        note="An organization or a role. Never a student or a family."
        value={entry.who}
        fault={missing('who', 'Say who received it.')}
        onChange={(who) => setEntry({ ...entry, who })}
      />
      <TextField
        label="What they received"
        value={entry.what}
        fault={missing('what', 'Say what they received.')}
        onChange={(what) => setEntry({ ...entry, what })}
      />
      <div className="field">
        <label htmlFor={id}>Which view of the numbers</label>
        <select
          id={id}
          value={audience}
          onChange={(event) => setAudience(AUDIENCES.find((name) => name === event.target.value) ?? 'public')}
        >
          {AUDIENCES.map((name) => (
            <option key={name} value={name}>
              {AUDIENCE_WORDS[name]}
            </option>
          ))}
        </select>
      </div>
      <TextField
        label="On what ground"
        list={GROUNDS}
        value={entry.basis}
        fault={missing('basis', 'Say on what ground, for example “34 CFR 99.31(b), de-identified”.')}
        onChange={(basis) => setEntry({ ...entry, basis })}
      />
      <TextField label="Note, if any" value={entry.note} onChange={(note) => setEntry({ ...entry, note })} />
      {task.fault && (
        <Message tone="failed" title="It was not entered.">
          {task.fault}
        </Message>
      )}
      <div className="actions">
        <button type="submit" className="button primary" disabled={task.isBusy}>
          Enter it for good
        </button>
        <button type="button" className="button quiet" onClick={onDone}>
          Cancel
        </button>
      </div>
    </form>
  );
}
