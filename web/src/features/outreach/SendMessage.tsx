/** Whom a message goes to, and the buttons that send it or make its files. */
import { useState } from 'react';
import {
  isForFamilies,
  lacksLink,
  type OutreachMessage,
  strangeIn,
} from '../../../../server/domain/outreach/messages.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { ChooseDistricts } from './ChooseDistricts.tsx';
import { groupOf, isIn } from './groups.ts';
import { type MessageDrafts, type MessageTexts, pageMessages, useMakeFiles, useSend } from './queries.ts';

interface SendMessageProps {
  readonly id: number;
  readonly message: OutreachMessage;
  readonly texts: MessageTexts;
  readonly drafts: MessageDrafts;
}

export function SendMessage({ id, message, texts, drafts }: SendMessageProps) {
  const { message: names, messages } = useCatalog(pageMessages);
  const { districts, isSending } = drafts;
  const isOfFamilies = isForFamilies(message);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(districts.filter((one) => isIn(groupOf(message), one)).map(({ leaId }) => leaId)),
  );
  const [isAsking, setAsking] = useState(false);
  const send = useSend(id);
  const make = useMakeFiles(id);
  const whom = districts.filter(({ leaId }) => chosen.has(leaId));
  const without = whom.filter(({ contact }) => !contact?.email);
  const body = { message, texts, leaIds: whom.map(({ leaId }) => leaId) };
  const field = strangeIn(texts, message);
  const isWithoutLink = lacksLink(texts, message);
  const isHeld = send.isPending || make.isPending || field !== undefined || isWithoutLink;
  const canMail = isSending && !isOfFamilies;
  const choose = (now: ReadonlySet<string>) => {
    setChosen(now);
    setAsking(false);
    send.reset();
    make.reset();
  };
  const count = { districtCount: whom.length };
  const madeFor = make.isSuccess ? make.variables.leaIds : [];
  const madeForNobody = districts.filter(({ leaId, contact }) => !contact && madeFor.includes(leaId)).length;
  const fault = send.error ?? make.error;
  return (
    <section aria-labelledby="to-whom">
      <h2 id="to-whom">{messages.whom}</h2>
      {isOfFamilies && <p>{messages.families}</p>}
      {!isOfFamilies && <p>{isSending ? messages.linkNote : `${messages.noServer} ${messages.linkNote}`}</p>}
      <ChooseDistricts districts={districts} chosen={chosen} choose={choose} />
      {canMail && without.length > 0 && (
        <Message
          tone="warning"
          title={messages.withoutAddress({ districtCount: without.length })}
          action={{
            words: messages.leaveOut,
            act: () => choose(new Set(whom.filter(({ contact }) => contact?.email).map(({ leaId }) => leaId))),
          }}
        />
      )}
      {field !== undefined && <Message tone="warning" title={messages.strange({ field })} />}
      {isWithoutLink && <Message tone="warning" title={messages.lacksLink} />}
      {isAsking ? (
        <div className="card-section outreach-sure" role="alert">
          <p>{messages.sure({ name: names[message], ...count })}</p>
          <div className="actions">
            <button
              type="button"
              className="button primary"
              disabled={isHeld}
              onClick={() => send.mutate(body, { onSettled: () => setAsking(false) })}
            >
              {messages.sendNow}
            </button>
            <button type="button" className="button quiet" onClick={() => setAsking(false)}>
              {messages.cancel}
            </button>
          </div>
        </div>
      ) : (
        <div className="actions">
          {canMail && (
            <button
              type="button"
              className="button primary"
              disabled={isHeld || whom.length === 0 || without.length > 0}
              onClick={() => setAsking(true)}
            >
              {messages.send(count)}
            </button>
          )}
          <button
            type="button"
            className={canMail ? 'button' : 'button primary'}
            disabled={isHeld || whom.length === 0}
            onClick={() => make.mutate(body)}
          >
            {messages.make(count)}
          </button>
        </div>
      )}
      {fault && (
        <Message tone="failed" title={messages.notSent}>
          {fault.message}
        </Message>
      )}
      <p role="status">
        {send.data && messages.sent({ sent: send.data.sent })}
        {make.isSuccess && messages.made}
        {madeForNobody > 0 && ` ${messages.madeForNobody({ districtCount: madeForNobody })}`}
      </p>
    </section>
  );
}
