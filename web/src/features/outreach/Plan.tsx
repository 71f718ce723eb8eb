/** The steps of a plan, to tick, edit and assign. */
import { type FormEvent, useState } from 'react';
import { reachInWords } from '../../../../server/domain/outreach/reach.ts';
import { useCatalog, useLanguage } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { type OutreachEntry, type OutreachPlan, outreachMessages, planAddress, useKeepPlan } from './queries.ts';

export function Plan({ kept }: { readonly kept: OutreachPlan & { readonly id: number } }) {
  const { page: messages } = useCatalog(outreachMessages);
  const [plan, setPlan] = useState(kept.plan);
  const keep = useKeepPlan(kept.id);
  const lang = useLanguage();
  const save = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate(plan);
  };
  const change = (at: number, part: Partial<OutreachEntry>) =>
    setPlan(plan.map((entry, index) => (index === at ? { ...entry, ...part } : entry)));
  return (
    <section>
      <p>{messages.about}</p>
      <form onSubmit={save}>
        <ol className="outreach-plan">
          {plan.map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries keep their places until they are saved
            <Entry key={at} entry={entry} change={(part) => change(at, part)} />
          ))}
        </ol>
        <div className="actions">
          <button type="submit" className="button primary" disabled={keep.isPending}>
            {messages.save}
          </button>
          <a className="button" href={planAddress(kept.id, `.ics?lang=${lang}`)} download>
            {messages.calendar}
          </a>
          <a className="button" href={planAddress(kept.id, `.csv?lang=${lang}`)} download>
            {messages.csv}
          </a>
          <a className="button" href={planAddress(kept.id, `.pdf?lang=${lang}`)} download>
            {messages.pdf}
          </a>
          <span role="status" className="note">
            {keep.isSuccess || kept.writtenAt ? messages.saved : ''}
          </span>
        </div>
      </form>
      {keep.isError && (
        <Message tone="failed" title={messages.notSaved}>
          {keep.error.message}
        </Message>
      )}
      <ReachOf reach={kept.reach} />
    </section>
  );
}

/** Districts without a contact, and what to expect by the collection before. */
function ReachOf({ reach }: { readonly reach: OutreachPlan['reach'] }) {
  const { reach: messages } = useCatalog(outreachMessages);
  return (
    <section aria-labelledby="reach">
      <h2 id="reach">{messages.title}</h2>
      {reachInWords(reach, messages).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {reach.withoutContact.length > 0 && (
        <ul className="outreach-names" translate="no">
          {reach.withoutContact.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface EntryProps {
  readonly entry: OutreachEntry;
  readonly change: (part: Partial<OutreachEntry>) => void;
}

function Entry({ entry: { on, told, what, assigned, done }, change }: EntryProps) {
  const { columns, told: names, page } = useCatalog(outreachMessages);
  return (
    <li className={done ? 'done' : undefined}>
      <input
        type="checkbox"
        checked={done}
        aria-label={page.doneIt({ what })}
        onChange={(event) => change({ done: event.target.checked })}
      />
      <input
        type="date"
        required
        value={on}
        aria-label={columns.on}
        onChange={(event) => change({ on: event.target.value })}
      />
      <strong>{names[told]}</strong>
      <textarea
        required
        maxLength={300}
        rows={2}
        value={what}
        aria-label={columns.what}
        onChange={(event) => change({ what: event.target.value })}
      />
      <input
        type="text"
        maxLength={80}
        autoComplete="off"
        value={assigned}
        aria-label={columns.who}
        onChange={(event) => change({ assigned: event.target.value })}
      />
    </li>
  );
}
