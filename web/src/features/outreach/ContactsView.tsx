/** Whom to write to and call in each district: edited here, or loaded as a table. */
import '../../ui/wide-table.css';
import { type FormEvent, useState } from 'react';
import { saveText } from '../../lib/save-text.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { Message } from '../../ui/Message.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { contactsCsv, readContacts } from './contacts-table.ts';
import { type ContactFields, type MessageDrafts, pageMessages, useDrafts, useSaveContacts } from './queries.ts';

export function ContactsView({ id }: { readonly id: number }) {
  const { coming, failed } = useCatalog(pageMessages);
  const { data, error, refetch } = useDrafts(id);
  if (error) return <NotShown error={error} title={failed} again={() => void refetch()} />;
  if (!data) return <Coming words={coming} />;
  return <Contacts id={id} districts={data.districts} />;
}

/** A table of a small state with a fault in every row. */
const FAULTS_SHOWN = 60;

type Districts = MessageDrafts['districts'];

function Contacts({ id, districts }: { readonly id: number; readonly districts: Districts }) {
  const { contacts: messages } = useCatalog(pageMessages);
  const [edited, setEdited] = useState<ReadonlyMap<string, ContactFields>>(new Map());
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [taken, setTaken] = useState(0);
  const save = useSaveContacts(id);
  const load = async (file: File) => {
    const known = new Set(districts.map(({ leaId }) => leaId));
    const read = await file
      .text()
      .then((text) => readContacts(messages, text, known))
      .catch(() => ({ contacts: [], faults: [messages.unreadable] }));
    setFaults(read.faults);
    setTaken(read.contacts.length);
    save.reset();
    setEdited(new Map([...edited, ...read.contacts.map((contact) => [contact.leaId, contact] as const)]));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate([...edited.values()], {
      onSuccess: () => {
        setEdited(new Map());
        setTaken(0);
      },
    });
  };
  const known = districts.filter(({ contact }) => contact?.email).length;
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts">{messages.title}</h2>
      <p>
        {messages.lead} {messages.known({ known, districtCount: districts.length })}
      </p>
      <div className="field">
        <label htmlFor="contacts-file">{messages.load}</label>
        <input
          id="contacts-file"
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          aria-describedby="contacts-about"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) void load(file);
          }}
        />
        <p className="note" id="contacts-about">
          {messages.about}
        </p>
      </div>
      {faults.length > 0 && (
        <Message tone="failed" title={messages.refused}>
          <ul>
            {faults.slice(0, FAULTS_SHOWN).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
          {faults.length > FAULTS_SHOWN && <p>{messages.more({ count: faults.length - FAULTS_SHOWN })}</p>}
        </Message>
      )}
      <form onSubmit={submit}>
        <div className="actions">
          <button type="submit" className="button primary" disabled={save.isPending || edited.size === 0}>
            {messages.save}
          </button>
          <button
            type="button"
            className="button quiet"
            onClick={() => saveText('gapmap-contacts.csv', 'text/csv', contactsCsv(districts))}
          >
            {messages.download}
          </button>
          <span role="status" className="note">
            {taken > 0 ? messages.taken({ count: taken }) : save.isSuccess ? messages.saved : ''}
          </span>
        </div>
        {save.isError && (
          <Message tone="failed" title={messages.notSaved}>
            {save.error.message}
          </Message>
        )}
        <Rows
          districts={districts}
          edited={edited}
          change={(contact) => {
            save.reset();
            setEdited(new Map([...edited, [contact.leaId, contact]]));
          }}
        />
      </form>
    </section>
  );
}

interface RowsProps {
  readonly districts: Districts;
  readonly edited: ReadonlyMap<string, ContactFields>;
  readonly change: (contact: ContactFields) => void;
}

function Rows({ districts, edited, change }: RowsProps) {
  const { contacts: messages, messages: words } = useCatalog(pageMessages);
  return (
    <Scroll label={messages.title}>
      <table className="wide rows outreach-contacts">
        <caption className="sr-only">{messages.title}</caption>
        <thead>
          <tr>
            {[words.district, messages.name, messages.email, messages.telephone, messages.language].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {districts.map(({ leaId, name, contact }) => {
            const now = edited.get(leaId) ?? contact ?? NOBODY(leaId);
            const input = (column: 'name' | 'email' | 'telephone', type: string, most: number) => (
              <td>
                <input
                  type={type}
                  maxLength={most}
                  autoComplete="off"
                  value={now[column]}
                  aria-label={messages.of({ what: messages[column], districtName: name })}
                  onChange={(event) => change({ ...now, [column]: event.target.value })}
                />
              </td>
            );
            return (
              <tr key={leaId}>
                <th scope="row" translate="no">
                  {name}
                </th>
                {input('name', 'text', 120)}
                {input('email', 'email', 254)}
                {input('telephone', 'tel', 40)}
                <td>
                  <select
                    value={now.language}
                    aria-label={messages.of({ what: messages.language, districtName: name })}
                    onChange={(event) => change({ ...now, language: event.target.value === 'es' ? 'es' : 'en' })}
                  >
                    <option value="en">{words.languages.en}</option>
                    <option value="es">{words.languages.es}</option>
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

const NOBODY = (leaId: string): ContactFields => ({ leaId, name: '', email: '', telephone: '', language: 'en' });
