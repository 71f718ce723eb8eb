/** What districts said of a collection, together, and what their coordinator takes up of it. */
import { useId, useState } from 'react';
import { proseSays } from '../../../../../server/domain/identifying-prose.ts';
import {
  answersTo,
  MOST_CHANGES,
  MOST_OF_A_CHANGE,
  REVIEW_KEYS,
  REVIEW_SUBJECTS,
  type ReviewSubject,
} from '../../../../../server/domain/review.ts';
import type { Change, Reviews as ReviewsSaid } from '../../../../../server/features/reviews/contract.ts';
import { useCatalog, useMessages } from '../../../lib/use-messages.ts';
import { Field } from '../../../ui/Field.tsx';
import { Message } from '../../../ui/Message.tsx';
import { collectMessages } from '../messages.ts';
import { useRefresh } from '../queries.ts';
import { sendChanges, useReviews } from '../reviews.ts';
import { useTask } from '../use-task.ts';
import '../district/review.css';

export function Reviews({ collection }: { readonly collection: number }) {
  const { review: messages } = useCatalog(collectMessages);
  const { tryAgain } = useMessages();
  const { data, isPending, error, refetch } = useReviews(collection);
  if (isPending) return <p className="note">{messages.onTheirWay}</p>;
  if (!data)
    return (
      <Message tone="failed" title={messages.didNotCome} action={{ words: tryAgain, act: () => void refetch() }}>
        {error?.message}
      </Message>
    );
  return (
    <div className="reviews">
      {data.districts === 0 ? <Message title={messages.nobody} /> : <Said said={data} />}
      <TakenUp collection={collection} kept={data.changes} />
    </div>
  );
}

function Said({ said }: { readonly said: ReviewsSaid }) {
  const { review: messages } = useCatalog(collectMessages);
  return (
    <>
      <p>{messages.answered({ districtCount: said.districts, accepted: said.accepted })}</p>
      {REVIEW_KEYS.map((question) => (
        <section key={question} data-question={question}>
          <h3>{messages.ask[question]}</h3>
          <dl className="facts">
            {answersTo(question).map((code) => (
              <div key={code}>
                <dt>{(messages.answer[question] as Readonly<Record<string, string>>)[code]}</dt>
                <dd>{messages.count({ districtCount: said.counts[question]?.[code] ?? 0 })}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <h3>{messages.written}</h3>
      {said.words.length === 0 && <p>{messages.nothingWritten}</p>}
      {said.words.map((words, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two districts may write the same
        <blockquote key={at} className="said" translate="no">
          {words}
        </blockquote>
      ))}
    </>
  );
}

function TakenUp({ collection, kept }: { readonly collection: number; readonly kept: readonly Change[] }) {
  const { review: messages } = useCatalog(collectMessages);
  const refresh = useRefresh();
  const { isBusy, fault, run } = useTask();
  const [changes, setChanges] = useState<readonly Change[]>(kept);
  const [state, setState] = useState<'open' | 'saved' | { readonly findings: readonly string[] }>('open');
  const change = (next: readonly Change[]) => {
    setState('open');
    setChanges(next);
  };
  const save = async () => {
    const said = changes.filter(({ what }) => what.trim() !== '');
    const findings = [...new Set(said.flatMap(({ what }) => proseSays(what)))];
    if (findings.length > 0) return setState({ findings });
    if (!(await run(() => sendChanges(collection, said)))) return;
    setChanges(said);
    setState('saved');
    await refresh();
  };
  return (
    <section className="taken-up" aria-labelledby="taken-up">
      <h3 id="taken-up">{messages.takenUp}</h3>
      <p>{messages.takenUpLead}</p>
      {changes.map((one, at) => (
        <OneChange
          // biome-ignore lint/suspicious/noArrayIndexKey: a sentence is its place in the list
          key={at}
          one={one}
          put={(next) => change(changes.with(at, next))}
          remove={() => change(changes.toSpliced(at, 1))}
        />
      ))}
      {typeof state === 'object' && (
        <Message tone="failed" title={messages.notSaved}>
          {messages.looksLike(state)}
        </Message>
      )}
      {fault && (
        <Message tone="failed" title={messages.notSaved}>
          {fault}
        </Message>
      )}
      <div className="actions">
        {changes.length < MOST_CHANGES && (
          <button type="button" className="button" onClick={() => change([...changes, { about: 'words', what: '' }])}>
            {messages.add}
          </button>
        )}
        <button type="button" className="button primary" disabled={isBusy} onClick={() => void save()}>
          {messages.save}
        </button>
      </div>
      <p role="status">{state === 'saved' ? messages.saved : ''}</p>
    </section>
  );
}

interface OneChangeProps {
  readonly one: Change;
  readonly put: (next: Change) => void;
  readonly remove: () => void;
}

function OneChange({ one, put, remove }: OneChangeProps) {
  const { review: messages } = useCatalog(collectMessages);
  const id = useId();
  const nameOf = (about: ReviewSubject) => (about === 'words' ? messages.aboutWords : messages.ask[about]);
  return (
    <div className="change">
      <div className="field">
        <label htmlFor={id}>{messages.about}</label>
        <select
          id={id}
          value={one.about}
          onChange={({ target }) =>
            put({ ...one, about: REVIEW_SUBJECTS.find((about) => about === target.value) ?? 'words' })
          }
        >
          {REVIEW_SUBJECTS.map((about) => (
            <option key={about} value={about}>
              {nameOf(about)}
            </option>
          ))}
        </select>
      </div>
      <Field label={messages.what} most={MOST_OF_A_CHANGE} value={one.what} change={(what) => put({ ...one, what })} />
      <button type="button" className="button quiet" onClick={remove}>
        {messages.remove}
      </button>
    </div>
  );
}
