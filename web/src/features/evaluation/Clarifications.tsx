/** What staff ask of opened proposals, and what their providers answered. */
import { type FormEvent, useId, useState } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { Field } from '../../ui/Field.tsx';
import { Message } from '../../ui/Message.tsx';
import { evaluationMessages } from './messages.ts';
import { type Evaluation, type Opened, useJudge } from './queries.ts';

interface ClarificationsProps {
  readonly evaluation: Evaluation;
  readonly isChoosing: boolean;
}

export function Clarifications({ evaluation: { round, opened }, isChoosing }: ClarificationsProps) {
  const { clarify: messages } = useCatalog(evaluationMessages);
  const asked = opened.filter(({ clarifications }) => clarifications.length > 0);
  if (opened.length === 0) return null;
  return (
    <section aria-labelledby="clarify">
      <h2 id="clarify">{messages.title}</h2>
      <p>{messages.lead}</p>
      {asked.length === 0 && <p className="note">{messages.nobody}</p>}
      {asked.map(({ id, provider, clarifications }) => (
        <div key={id}>
          <h3 translate="no">{provider}</h3>
          <ol className="evaluation-clarifications">
            {clarifications.map((one) => (
              <Asked key={one.id} clarification={one} />
            ))}
          </ol>
        </div>
      ))}
      {isChoosing && <AskForm round={round.id} opened={opened} />}
    </section>
  );
}

function Asked({ clarification }: { readonly clarification: Opened['clarifications'][number] }) {
  const { clarify: messages } = useCatalog(evaluationMessages);
  const { question, askedAt, askedBy, answerBy, answer, answeredAt, answeredBy, isWaiting } = clarification;
  return (
    <li>
      <blockquote className="evaluation-question" translate="no">
        {question}
      </blockquote>
      <p className="note">{messages.asked({ who: askedBy ?? '', at: askedAt, answerBy })}</p>
      {answer === null ? (
        <p>{isWaiting ? messages.waits : messages.over}</p>
      ) : (
        <>
          <p className="note">{messages.answered({ who: answeredBy ?? '', at: answeredAt ?? answerBy })}</p>
          <p className="evaluation-words" translate="no">
            {answer}
          </p>
        </>
      )}
    </li>
  );
}

interface AskFormProps {
  readonly round: number;
  readonly opened: readonly Opened[];
}

function AskForm({ round, opened }: AskFormProps) {
  const { clarify: messages, notDone } = useCatalog(evaluationMessages);
  const id = useId();
  const [proposal, setProposal] = useState(opened[0]?.id ?? 0);
  const [question, setQuestion] = useState('');
  const [answerBy, setAnswerBy] = useState('');
  const judge = useJudge(round);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const until = new Date(answerBy);
    if (question.trim() === '' || Number.isNaN(until.getTime())) return;
    const json = { question: question.trim(), answerBy: until.toISOString() };
    judge.mutate({ what: 'clarifications', proposal, json }, { onSuccess: () => setQuestion('') });
  };
  return (
    <form onSubmit={send}>
      <div className="field">
        <label htmlFor={id}>{messages.of}</label>
        <select id={id} value={proposal} onChange={({ target }) => setProposal(Number(target.value))}>
          {opened.map((one) => (
            <option key={one.id} value={one.id} translate="no">
              {one.provider}
            </option>
          ))}
        </select>
      </div>
      <Field label={messages.question} value={question} change={setQuestion} isNeeded lines={3} most={2000} />
      <Field label={messages.answerBy} value={answerBy} change={setAnswerBy} isNeeded type="datetime-local" />
      <div className="actions">
        <button type="submit" className="button" disabled={judge.isPending}>
          {messages.act}
        </button>
      </div>
      {judge.isError && (
        <Message tone="failed" title={notDone}>
          {judge.error.message}
        </Message>
      )}
    </form>
  );
}
