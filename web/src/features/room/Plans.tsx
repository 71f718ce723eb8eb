/** Plant and plans that the provider alone reads. */
import { type FormEvent, useId, useState } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { AskFirst } from '../../ui/AskFirst.tsx';
import { Message } from '../../ui/Message.tsx';
import { FileField } from './FileField.tsx';
import { roomMessages } from './messages.ts';
import { type Plan, type Room, useDeletePlan, useDownload, useLoadPlan } from './queries.ts';

export function Plans({ room }: { readonly room: Room }) {
  const { plans: messages } = useCatalog(roomMessages);
  return (
    <section aria-labelledby="plans">
      <h2 id="plans">{messages.title}</h2>
      <p>{messages.lead}</p>
      <p>{messages.estimate}</p>
      {room.plans.length === 0 ? (
        <p className="note">{messages.none}</p>
      ) : (
        <ul className="room-things">
          {room.plans.map((plan) => (
            <OnePlan key={plan.id} plan={plan} />
          ))}
        </ul>
      )}
      <LoadPlan />
    </section>
  );
}

function OnePlan({ plan }: { readonly plan: Plan }) {
  const { plans: messages } = useCatalog(roomMessages);
  const remove = useDeletePlan();
  const download = useDownload();
  return (
    <li>
      <p>
        <strong translate="no">{plan.name}</strong>{' '}
        <span className="note">
          <span translate="no">{plan.fileName}</span>, {messages.loaded({ areaCount: plan.areas, hexes: plan.hexes })},{' '}
          {messages.at({ at: plan.loadedAt })}
        </span>
      </p>
      {plan.notes.length > 0 && (
        <details>
          <summary>{messages.notes}</summary>
          <ul lang="en" translate="no">
            {plan.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
      <p className="room-downloads">
        <a href={download.plan(plan.id)} download={`plan-${plan.id}.geojson`}>
          {messages.shapes}
        </a>
      </p>
      <AskFirst
        className="link"
        words={messages.remove}
        label={messages.removeOne({ name: plan.name })}
        explained={messages.removeMeans}
        yes={messages.yesRemove}
        no={messages.keep}
        isBusy={remove.isPending}
        onYes={() => remove.mutate(plan.id)}
      />
    </li>
  );
}

function LoadPlan() {
  const { plans: messages } = useCatalog(roomMessages);
  const id = useId();
  const [name, setName] = useState('');
  const [file, setFile] = useState<File>();
  const load = useLoadPlan();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (file && name.trim() !== '') load.mutate({ name: name.trim(), file }, { onSuccess: () => setName('') });
  };
  return (
    <form onSubmit={send}>
      <div className="field">
        <label htmlFor={id}>{messages.name}</label>
        <input
          id={id}
          type="text"
          required
          autoComplete="off"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <FileField label={messages.file} onFile={setFile} />
      <div className="actions">
        <button type="submit" className="button primary" disabled={load.isPending}>
          {messages.load}
        </button>
        <span role="status" className="note">
          {load.isPending ? messages.loading : load.isSuccess ? messages.isLoaded : ''}
        </span>
      </div>
      {load.isError && (
        <Message tone="failed" title={messages.failed}>
          <p className="room-refusal">{load.error.message}</p>
        </Message>
      )}
    </form>
  );
}
