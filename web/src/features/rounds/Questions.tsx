/** Questions and answers: what is answered is public, the asker is not. */
import { type FormEvent, useState } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { Field } from '../../ui/Field.tsx';
import { Fault } from './Fault.tsx';
import { roundMessages } from './messages.ts';
import { type Round, useChanges } from './queries.ts';

export function Questions({ round }: { readonly round: Round }) {
  const messages = useCatalog(roundMessages);
  if (round.standing === 'draft') return null;
  const now = Date.parse(round.now);
  const isWindow = round.questionsCloseAt === null || Date.parse(round.questionsCloseAt) > now;
  const mayAsk = round.party === 'provider' && isWindow && ['shared', 'open'].includes(round.standing);
  if (round.questions.length === 0 && !mayAsk) return null;
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{messages.answersPublic}</h2>
      <dl className="rounds-questions">
        {round.questions.map((one) => (
          <div key={one.id}>
            <dt translate="no">{one.question}</dt>
            <dd>
              {one.answer ? <span translate="no">{one.answer}</span> : messages.notAnswered}
              {one.askedBy && <span className="note">{messages.askedBy({ provider: one.askedBy })}</span>}
              {one.isOwn && <span className="note">{messages.yours}</span>}
              {!one.answer && round.party === 'staff' && <Answer round={round} question={one.id} />}
            </dd>
          </div>
        ))}
      </dl>
      {mayAsk && <Ask round={round} />}
    </section>
  );
}

function Ask({ round }: { readonly round: Round }) {
  const messages = useCatalog(roundMessages);
  const { ask } = useChanges(round.id);
  const [words, setWords] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(words.trim(), { onSuccess: () => setWords('') });
  };
  return (
    <form onSubmit={send}>
      <Field
        label={messages.ask}
        note={messages.askNote}
        lines={3}
        most={2000}
        isNeeded
        value={words}
        change={setWords}
      />
      <p className="actions">
        <button type="submit" className="button primary" disabled={ask.isPending}>
          {messages.send}
        </button>
      </p>
      <Fault error={ask.error} />
    </form>
  );
}

function Answer({ round, question }: { readonly round: Round; readonly question: number }) {
  const messages = useCatalog(roundMessages);
  const { answer } = useChanges(round.id);
  const [words, setWords] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate({ question, answer: words.trim() });
  };
  return (
    <form onSubmit={send}>
      <Field label={messages.answer} lines={3} most={4000} isNeeded value={words} change={setWords} />
      <p className="actions">
        <button type="submit" className="button primary" disabled={answer.isPending}>
          {messages.answerIt}
        </button>
      </p>
      <Fault error={answer.error} />
    </form>
  );
}
