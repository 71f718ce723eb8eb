/** What a district says of a collection once its file is accepted, and what changed by what districts said before. */
import { useState } from 'react';
import { proseSays } from '../../../../../server/domain/identifying-prose.ts';
import { answersTo, MOST_WORDS, REVIEW_KEYS, type ReviewAnswers } from '../../../../../server/domain/review.ts';
import type { OwnReview } from '../../../../../server/features/reviews/contract.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { Field } from '../../../ui/Field.tsx';
import { Message } from '../../../ui/Message.tsx';
import { collectMessages } from '../messages.ts';
import { useRefresh } from '../queries.ts';
import { sendReview, useOwnReview } from '../reviews.ts';
import { useTask } from '../use-task.ts';
import './review.css';

export function WhatChanged({ collection }: { readonly collection: number }) {
  const { review: messages } = useCatalog(collectMessages);
  const { data } = useOwnReview(collection);
  if (!data?.changed) return null;
  return (
    <section className="message good what-changed" aria-label={messages.changed}>
      <p className="message-title">{messages.changed}</p>
      <p>{messages.changedOf(data.changed)}</p>
      <ul translate="no">
        {data.changed.changes.map(({ about, what }) => (
          <li key={`${about} ${what}`}>{what}</li>
        ))}
      </ul>
    </section>
  );
}

export function ReviewPart({ collection, acceptedAt }: { readonly collection: number; readonly acceptedAt: string }) {
  const { data } = useOwnReview(collection);
  if (!data?.mayAnswer) return null;
  return <ReviewForm key={acceptedAt} collection={collection} said={data.review} />;
}

interface ReviewFormProps {
  readonly collection: number;
  readonly said: OwnReview['review'];
}

function ReviewForm({ collection, said }: ReviewFormProps) {
  const { review: messages } = useCatalog(collectMessages);
  const refresh = useRefresh();
  const { isBusy, fault, run } = useTask();
  const [answers, setAnswers] = useState<ReviewAnswers>(said?.review ?? {});
  const [words, setWords] = useState(said?.remarks ?? '');
  const [state, setState] = useState<'open' | 'sent' | { readonly findings: readonly string[] }>('open');
  const change = (act: () => void) => {
    setState('open');
    act();
  };
  const send = async () => {
    const findings = proseSays(words);
    if (findings.length > 0) return setState({ findings });
    if (!(await run(() => sendReview(collection, { review: answers, remarks: words })))) return;
    setState('sent');
    await refresh();
  };
  return (
    <section className="review" aria-labelledby="review-title">
      <h2 id="review-title">{messages.title}</h2>
      <p>{messages.lead}</p>
      {REVIEW_KEYS.map((question) => (
        <fieldset key={question}>
          <legend>{messages.ask[question]}</legend>
          {answersTo(question).map((code) => (
            <label key={code}>
              <input
                type="radio"
                name={`review-${question}`}
                checked={answers[question] === code}
                onChange={() => change(() => setAnswers({ ...answers, [question]: code }))}
              />
              {(messages.answer[question] as Readonly<Record<string, string>>)[code]}
            </label>
          ))}
        </fieldset>
      ))}
      <Field
        label={messages.words}
        note={messages.wordsNote}
        lines={4}
        most={MOST_WORDS}
        value={words}
        change={(text) => change(() => setWords(text))}
      />
      {typeof state === 'object' && (
        <Message tone="failed" title={messages.notSent}>
          {messages.looksLike(state)}
        </Message>
      )}
      {fault && (
        <Message tone="failed" title={messages.notSent}>
          {fault}
        </Message>
      )}
      <div className="actions">
        <button type="button" className="button" disabled={isBusy} onClick={() => void send()}>
          {said ? messages.sendAgain : messages.send}
        </button>
      </div>
      <p role="status">{state === 'sent' ? messages.sent : ''}</p>
    </section>
  );
}
