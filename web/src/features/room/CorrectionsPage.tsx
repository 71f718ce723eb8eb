/** For the state's agency: providers' corrections of filings, to accept or refuse with a reason. */
import './room.css';
import { useId, useState } from 'react';
import { isNotAllowed } from '../../lib/session.ts';
import { STARTS } from '../../lib/starts.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { AskFirst } from '../../ui/AskFirst.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { Message } from '../../ui/Message.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { AreasDrawing } from './AreasDrawing.tsx';
import { roomMessages } from './messages.ts';
import { type Correction, changeFacts, correctionFile, useCorrections, useDecide } from './queries.ts';

export default function CorrectionsPage() {
  const { decide: messages, toMap } = useCatalog(roomMessages);
  const { data, error, refetch } = useCorrections();
  const isStranger = isNotAllowed(error);
  return (
    <DocumentPage title={messages.title} lead={messages.lead}>
      {isStranger && (
        <Message tone="warning" title={messages.notYours}>
          <p>{messages.notYoursWhy}</p>
          <p>
            <PageLink to={STARTS.map}>{toMap}</PageLink>
          </p>
        </Message>
      )}
      {error && !isStranger && <NotShown error={error} title={messages.failed} again={() => void refetch()} />}
      {data?.corrections.length === 0 && <p>{messages.none}</p>}
      {data?.corrections.map((correction) => (
        <OneCorrection key={correction.id} correction={correction} />
      ))}
    </DocumentPage>
  );
}

function OneCorrection({ correction }: { readonly correction: Correction }) {
  const { corrections: words, decide: messages, plans } = useCatalog(roomMessages);
  const { id, providerName, filing, says, notes, decision, decidedAt, reason } = correction;
  return (
    <section className="room-correction" data-decision={decision ?? 'waiting'} aria-labelledby={`correction-${id}`}>
      <h2 id={`correction-${id}`} translate="no">
        {providerName}
      </h2>
      <p>
        {messages.about(filing)}{' '}
        <span className="room-mark">
          {decision && decidedAt
            ? words.decidedAt({ outcome: words.decisions[decision] ?? decision, at: decidedAt })
            : words.waits}
        </span>
      </p>
      <p>
        {messages.says}: <q translate="no">{says}</q>
      </p>
      <p>
        {words.filedAt({ at: correction.filedAt })}. {words.change(changeFacts(correction))}
      </p>
      <AreasDrawing id={id} label={messages.drawing} />
      <p className="room-downloads">
        <a href={correctionFile(id)} download={`correction-${id}.geojson`}>
          {messages.shapes}
        </a>
      </p>
      {notes.length > 0 && (
        <details>
          <summary>{plans.notes}</summary>
          <ul lang="en" translate="no">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
      {reason ? (
        <p>
          {messages.because}: <span translate="no">{reason}</span>
        </p>
      ) : (
        <Decide id={id} provider={providerName} />
      )}
    </section>
  );
}

function Decide({ id, provider }: { readonly id: number; readonly provider: string }) {
  const { decide: messages } = useCatalog(roomMessages);
  const field = useId();
  const [reason, setReason] = useState('');
  const decide = useDecide();
  const isSaid = reason.trim() !== '';
  const first = (decision: 'accepted' | 'refused') => ({
    isReady: isSaid,
    isBusy: decide.isPending,
    no: messages.notYet,
    onYes: () => decide.mutate({ id, decision, reason: reason.trim() }),
  });
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <div className="field">
        <label htmlFor={field}>{messages.reason}</label>
        <textarea
          id={field}
          required
          rows={2}
          maxLength={600}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <fieldset className="actions">
        <legend className="sr-only" translate="no">
          {provider}
        </legend>
        <AskFirst
          {...first('accepted')}
          className="button primary"
          words={messages.accept}
          explained={messages.acceptMeans}
          yes={messages.yesAccept}
        />
        <AskFirst
          {...first('refused')}
          className="button"
          words={messages.refuse}
          explained={messages.refuseMeans}
          yes={messages.yesRefuse}
        />
      </fieldset>
      {decide.isError && (
        <Message tone="failed" title={messages.notDecided}>
          {decide.error.message}
        </Message>
      )}
    </form>
  );
}
