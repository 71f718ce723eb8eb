/** Addresses that get mail when a release has new clusters near the provider's hexagons. */
import { type FormEvent, useId, useState } from 'react';
import { MILES, type RoomChoice } from '../../lib/room-choice.ts';
import { useCatalog, useLanguage } from '../../lib/use-messages.ts';
import { Field } from '../../ui/Field.tsx';
import { Message } from '../../ui/Message.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { roomMessages } from './messages.ts';
import { type Alert, useAddAlert, useAlerts, useEndAlert } from './queries.ts';

export function Mailing({ choice }: { readonly choice: RoomChoice }) {
  const { mailing: messages } = useCatalog(roomMessages);
  const { data: alerts, error, refetch } = useAlerts();
  return (
    <section aria-labelledby="mailing">
      <h2 id="mailing">{messages.title}</h2>
      <p>{messages.lead}</p>
      <p className="note">{messages.readers}</p>
      {error && <NotShown error={error} title={messages.failed} again={() => void refetch()} />}
      {alerts?.length === 0 && <p className="note">{messages.none}</p>}
      {alerts && alerts.length > 0 && <Alerts alerts={alerts} />}
      <AddAlert miles={choice.miles} known={alerts ?? []} />
    </section>
  );
}

function Alerts({ alerts }: { readonly alerts: readonly Alert[] }) {
  const { mailing: messages } = useCatalog(roomMessages);
  const end = useEndAlert();
  return (
    <>
      <ul className="room-things">
        {alerts.map(({ id, email, miles, language, addedAt }) => (
          <li key={id}>
            <p>
              <strong className="room-address" translate="no">
                {email}
              </strong>{' '}
              <span className="note">
                {messages.about({ miles, languageName: messages.languages[language], at: addedAt })}
              </span>
            </p>
            <button
              type="button"
              className="link"
              aria-label={messages.stopOne({ recipient: email })}
              disabled={end.isPending}
              onClick={() => end.mutate(id)}
            >
              {messages.stop}
            </button>
          </li>
        ))}
      </ul>
      {end.isError && (
        <Message tone="failed" title={messages.notStopped}>
          <p className="room-refusal">{end.error.message}</p>
        </Message>
      )}
    </>
  );
}

interface AddAlertProps {
  /** Of the list, to begin with. */
  readonly miles: number;
  readonly known: readonly Alert[];
}

function AddAlert({ miles: shown, known }: AddAlertProps) {
  const { mailing: messages } = useCatalog(roomMessages);
  const id = useId();
  const [email, setEmail] = useState('');
  const [miles, setMiles] = useState(shown);
  const shownIn = useLanguage() === 'es' ? 'es' : 'en';
  const [language, setLanguage] = useState<Alert['language']>(shownIn);
  const add = useAddAlert();
  const isAdded = add.isSuccess && known.some((alert) => alert.email === add.variables.email);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (email.trim() !== '') add.mutate({ email: email.trim(), miles, language }, { onSuccess: () => setEmail('') });
  };
  return (
    <form onSubmit={send}>
      <Field label={messages.email} type="email" value={email} most={254} isNeeded change={setEmail} />
      <div className="field">
        <label htmlFor={`${id}-miles`}>{messages.within}</label>
        <select id={`${id}-miles`} value={String(miles)} onChange={(event) => setMiles(Number(event.target.value))}>
          {[...new Set([...MILES, miles])]
            .sort((a, b) => a - b)
            .map((count) => (
              <option key={count} value={String(count)}>
                {messages.miles({ count })}
              </option>
            ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-language`}>{messages.language}</label>
        <select
          id={`${id}-language`}
          value={language}
          onChange={(event) => setLanguage(event.target.value === 'es' ? 'es' : 'en')}
        >
          <option value="en">{messages.languages.en}</option>
          <option value="es">{messages.languages.es}</option>
        </select>
      </div>
      <div className="actions">
        <button type="submit" className="button primary" disabled={add.isPending}>
          {messages.add}
        </button>
        <span role="status" className="note">
          {isAdded ? messages.added : ''}
        </span>
      </div>
      {add.isError && (
        <Message tone="failed" title={messages.notAdded}>
          <p className="room-refusal">{add.error.message}</p>
        </Message>
      )}
    </form>
  );
}
