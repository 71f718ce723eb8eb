/** The provider's corrections of filings, and what became of them. */
import { type FormEvent, useId, useState } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { FileField } from './FileField.tsx';
import { roomMessages } from './messages.ts';
import { type Correction, changeFacts, type Room, useCorrections, useSendCorrection } from './queries.ts';

export function Corrections({ room }: { readonly room: Room }) {
  const { corrections: messages } = useCatalog(roomMessages);
  const { data } = useCorrections();
  const filings = room.filings.filter(({ source, isNamed }) => source === 'puc' && isNamed);
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections">{messages.title}</h2>
      <p>{messages.lead}</p>
      <p className="note">{messages.fcc}</p>
      {filings.length === 0 ? <p>{messages.noFiling}</p> : <SendCorrection filings={filings} />}
      <h3>{messages.own}</h3>
      {data?.corrections.length === 0 && <p className="note">{messages.none}</p>}
      <ul className="room-things">
        {data?.corrections.map((correction) => (
          <OneCorrection key={correction.id} correction={correction} />
        ))}
      </ul>
    </section>
  );
}

function OneCorrection({ correction }: { readonly correction: Correction }) {
  const { corrections: messages, decide } = useCatalog(roomMessages);
  const { decision, decidedAt, reason } = correction;
  return (
    <li data-decision={decision ?? 'waiting'}>
      <p>
        <strong>{decide.about(correction.filing)}</strong>{' '}
        <span className="room-mark">
          {decision && decidedAt
            ? messages.decidedAt({ outcome: messages.decisions[decision] ?? decision, at: decidedAt })
            : messages.waits}
        </span>
      </p>
      <p translate="no">{correction.says}</p>
      <p className="note">
        {messages.filedAt({ at: correction.filedAt })}. {messages.change(changeFacts(correction))}
      </p>
      {reason && (
        <p>
          {decide.because}: <span translate="no">{reason}</span>
        </p>
      )}
    </li>
  );
}

function SendCorrection({ filings }: { readonly filings: Room['filings'] }) {
  const { corrections: messages, footprint } = useCatalog(roomMessages);
  const id = useId();
  const [filing, setFiling] = useState(String(filings[0]?.id ?? ''));
  const [says, setSays] = useState('');
  const [file, setFile] = useState<File>();
  const send = useSendCorrection();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file && says.trim() !== '') send.mutate({ filing, says: says.trim(), file }, { onSuccess: () => setSays('') });
  };
  return (
    <form onSubmit={submit}>
      <div className="field">
        <label htmlFor={`${id}-filing`}>{messages.filing}</label>
        <select id={`${id}-filing`} value={filing} onChange={(event) => setFiling(event.target.value)}>
          {filings.map((one) => (
            <option key={one.id} value={String(one.id)}>
              {footprint.filed(one)}
            </option>
          ))}
        </select>
      </div>
      <FileField label={messages.file} onFile={setFile} />
      <div className="field">
        <label htmlFor={`${id}-says`}>{messages.says}</label>
        <textarea
          id={`${id}-says`}
          required
          rows={2}
          maxLength={600}
          value={says}
          onChange={(event) => setSays(event.target.value)}
        />
      </div>
      <div className="actions">
        <button type="submit" className="button primary" disabled={send.isPending}>
          {messages.send}
        </button>
        <span role="status" className="note">
          {send.isPending ? messages.sending : send.isSuccess ? messages.sent : ''}
        </span>
      </div>
      {send.isError && (
        <Message tone="failed" title={messages.failed}>
          <p className="room-refusal">{send.error.message}</p>
        </Message>
      )}
    </form>
  );
}
