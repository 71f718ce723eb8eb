import { useCatalog } from '../../lib/use-messages.ts';
import { Field } from '../../ui/Field.tsx';
import { qualifyMessages } from './messages.ts';
import type { ApplicationBody } from './queries.ts';

export type ContactTyped = Readonly<ApplicationBody['contacts'][number]>;

interface ContactsProps {
  readonly contacts: readonly ContactTyped[];
  readonly change: (contacts: readonly ContactTyped[]) => void;
  readonly empty: ContactTyped;
}

const MOST_CONTACTS = 10;

export function Contacts({ contacts, change, empty }: ContactsProps) {
  const messages = useCatalog(qualifyMessages);
  const replaced = (at: number, part: Partial<ContactTyped>) =>
    change(contacts.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts">{messages.contacts}</h2>
      {contacts.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: contacts have no name yet, and keep their order
        <fieldset className="qualify-fields" key={at}>
          <legend>{messages.contact({ number: at + 1 })}</legend>
          <Field label={messages.contactName} value={one.name} most={120} change={(name) => replaced(at, { name })} />
          <Field label={messages.part} value={one.part} most={120} change={(part) => replaced(at, { part })} />
          <Field
            label={messages.email}
            type="email"
            value={one.email}
            most={200}
            change={(email) => replaced(at, { email })}
          />
          <Field
            label={messages.phone}
            type="tel"
            value={one.phone}
            most={60}
            change={(phone) => replaced(at, { phone })}
          />
          <div className="field">
            <label htmlFor={`contact-language-${at}`}>{messages.writtenIn}</label>
            <select
              id={`contact-language-${at}`}
              value={one.language ?? 'en'}
              onChange={(event) => replaced(at, { language: event.target.value === 'es' ? 'es' : 'en' })}
            >
              <option value="en">{messages.languages.en}</option>
              <option value="es">{messages.languages.es}</option>
            </select>
          </div>
          {contacts.length > 1 && (
            <p className="actions">
              <button type="button" className="link" onClick={() => change(contacts.filter((_, i) => i !== at))}>
                {messages.removeContact({ number: at + 1 })}
              </button>
            </p>
          )}
        </fieldset>
      ))}
      {contacts.length < MOST_CONTACTS && (
        <p className="actions">
          <button type="button" className="button quiet" onClick={() => change([...contacts, empty])}>
            {messages.addContact}
          </button>
        </p>
      )}
    </section>
  );
}
