/** A provider's application: facts, technologies, contacts. */
import { type FormEvent, useState } from 'react';
import { TECHNOLOGY_CODES } from '../../../../server/domain/technology.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Check } from '../../ui/Check.tsx';
import { Field } from '../../ui/Field.tsx';
import { Message } from '../../ui/Message.tsx';
import { Contacts, type ContactTyped } from './Contacts.tsx';
import { qualifyMessages, technologyMessages } from './messages.ts';
import { type ApplicationBody, type Qualification, useOwn } from './queries.ts';

const TEXTS = ['legalName', 'frn', 'uei', 'address', 'website'] as const;
const NUMBERS = ['yearsInService', 'subscribers'] as const;
const LONG = ['experience', 'finances'] as const;
type Typed = Readonly<Record<(typeof TEXTS | typeof NUMBERS | typeof LONG)[number], string>>;

const NO_CONTACT: ContactTyped = { name: '', part: '', email: '', phone: '' };
const MOST = { text: 200, long: 4000 };
/** Satellites serve everywhere: nobody builds them in a round. */
const BUILT = TECHNOLOGY_CODES.filter((code) => code !== 60 && code !== 61);

function typed(qualification: Qualification | null): Typed {
  const facts = qualification?.facts;
  return Object.fromEntries(
    [...TEXTS, ...NUMBERS, ...LONG].map((name) => [name, String(facts?.[name] ?? '')]),
  ) as Typed;
}

function wholeOf(text: string): number | null {
  const value = Math.round(Number(text));
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}

export function Application({ qualification }: { readonly qualification: Qualification | null }) {
  const messages = useCatalog(qualifyMessages);
  const { names } = useCatalog(technologyMessages);
  const { save, apply } = useOwn();
  const [facts, setFacts] = useState(() => typed(qualification));
  const [technologies, setTechnologies] = useState<readonly number[]>(qualification?.facts.technologies ?? []);
  const [contacts, setContacts] = useState<readonly ContactTyped[]>(qualification?.contacts ?? [NO_CONTACT]);
  const body = (): ApplicationBody => ({
    facts: {
      ...facts,
      yearsInService: wholeOf(facts.yearsInService),
      subscribers: wholeOf(facts.subscribers),
      technologies: [...technologies],
    },
    contacts: contacts.filter(({ name, email }) => name.trim() + email.trim() !== '').map((one) => ({ ...one })),
  });
  const standing = qualification?.standing ?? 'draft';
  if (standing === 'applied') return null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    apply.mutate(body());
  };
  const failed = save.error ?? apply.error;
  const field = (name: keyof Typed) => ({
    label: messages.facts[name],
    value: facts[name],
    change: (value: string) => setFacts({ ...facts, [name]: value }),
  });
  return (
    <form onSubmit={send}>
      <section aria-labelledby="company">
        <h2 id="company">{messages.company}</h2>
        <p className="note">{messages.needed}</p>
        {TEXTS.map((name) => (
          <Field key={name} {...field(name)} most={MOST.text} />
        ))}
        {NUMBERS.map((name) => (
          <Field key={name} {...field(name)} type="number" least={0} />
        ))}
        <fieldset className="qualify-fields">
          <legend>{messages.technologies}</legend>
          {BUILT.map((code) => (
            <Check
              key={code}
              isOn={technologies.includes(code)}
              change={(isOn) =>
                setTechnologies(isOn ? [...technologies, code] : technologies.filter((one) => one !== code))
              }
            >
              {names[code]}
            </Check>
          ))}
        </fieldset>
        {LONG.map((name) => (
          <Field key={name} {...field(name)} lines={4} most={MOST.long} />
        ))}
      </section>
      <Contacts contacts={contacts} change={setContacts} empty={NO_CONTACT} />
      <p className="actions">
        {standing === 'draft' && (
          <button type="button" className="button" disabled={save.isPending} onClick={() => save.mutate(body())}>
            {messages.save}
          </button>
        )}
        <button type="submit" className="button primary" disabled={apply.isPending}>
          {standing === 'draft' ? messages.apply : messages.again}
        </button>
        <span role="status" className="note">
          {apply.isSuccess ? messages.applied : save.isSuccess ? messages.saved : ''}
        </span>
      </p>
      {failed && (
        <Message tone="failed" title={messages.notDone}>
          {failed.message}
        </Message>
      )}
    </form>
  );
}
