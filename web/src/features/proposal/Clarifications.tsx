/** What staff ask of one's opened proposal, each answered once and in time. */
import { type FormEvent, useState } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { Field } from '../../ui/Field.tsx';
import { Message } from '../../ui/Message.tsx';
import { proposalMessages } from './messages.ts';
import { type ProposalRoom, useAnswer } from './queries.ts';

type Clarification = NonNullable<ProposalRoom['begun']>['clarifications'][number];

export function Clarifications({ room: { begun, round } }: { readonly room: ProposalRoom }) {
  const { clarify: messages } = useCatalog(proposalMessages);
  if (!begun || begun.clarifications.length === 0) return null;
  return (
    <section aria-labelledby="clarify">
      <h2 id="clarify">{messages.title}</h2>
      <p>{messages.lead}</p>
      <ol className="proposal-clarifications">
        {begun.clarifications.map((one) => (
          <li key={one.id}>
            <blockquote translate="no">{one.question}</blockquote>
            <Answered clarification={one} />
            {one.isWaiting && <AnswerForm round={round.id} clarification={one} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Answered({ clarification }: { readonly clarification: Clarification }) {
  const { clarify: messages } = useCatalog(proposalMessages);
  const { answer, answeredBy, answeredAt, answerBy, isWaiting } = clarification;
  if (answer === null) return <p className="note">{isWaiting ? messages.until({ at: answerBy }) : messages.over}</p>;
  return (
    <>
      <p className="note">{messages.answered({ who: answeredBy ?? '', at: answeredAt ?? answerBy })}</p>
      <p className="proposal-words" translate="no">
        {answer}
      </p>
    </>
  );
}

function AnswerForm({ round, clarification }: { readonly round: number; readonly clarification: Clarification }) {
  const { clarify: messages } = useCatalog(proposalMessages);
  const [answer, setAnswer] = useState('');
  const send = useAnswer(round);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (answer.trim() !== '') send.mutate({ id: clarification.id, answer: answer.trim() });
  };
  return (
    <form onSubmit={submit}>
      <Field
        label={messages.answer}
        value={answer}
        change={setAnswer}
        isNeeded
        lines={5}
        most={4000}
        note={messages.note}
      />
      <div className="actions">
        <button type="submit" className="button primary" disabled={send.isPending}>
          {messages.act}
        </button>
      </div>
      {send.isError && (
        <Message tone="failed" title={messages.notSent}>
          {send.error.message}
        </Message>
      )}
    </form>
  );
}
