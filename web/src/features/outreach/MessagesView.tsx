/** One message: its words, how it arrives, whom it goes to, and the sending. */
import { OUTREACH_MESSAGES, type OutreachMessage } from '../../../../server/domain/outreach/messages.ts';
import { useKept } from '../../lib/use-kept.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { groupOf } from './groups.ts';
import { MessageWords } from './MessageWords.tsx';
import { type MessageDrafts, type MessageTexts, pageMessages, useDrafts } from './queries.ts';
import { SendMessage } from './SendMessage.tsx';

export function MessagesView({ id }: { readonly id: number }) {
  const { coming, failed } = useCatalog(pageMessages);
  const { data, error, refetch } = useDrafts(id);
  if (error) return <NotShown error={error} title={failed} again={() => void refetch()} />;
  if (!data) return <Coming words={coming} />;
  return <Messages id={id} drafts={data} />;
}

type Edited = Partial<Record<OutreachMessage, MessageTexts>>;

function Messages({ id, drafts }: { readonly id: number; readonly drafts: MessageDrafts }) {
  const { message: names, messages } = useCatalog(pageMessages);
  const [message, setMessage] = useKept<OutreachMessage>(`outreach.${id}.message`, 'invitation', isMessage);
  const [edited, setEdited] = useKept<Edited>(`outreach.${id}.edited`, {}, isEdited);
  const proposed = drafts.drafts.find((draft) => draft.message === message)?.texts;
  const texts = edited[message] ?? proposed;
  if (!texts) return null;
  return (
    <section>
      <div className="field">
        <label htmlFor="outreach-message">{messages.which}</label>
        <select
          id="outreach-message"
          value={message}
          onChange={(event) => {
            if (isMessage(event.target.value)) setMessage(event.target.value);
          }}
        >
          {OUTREACH_MESSAGES.map((one) => (
            <option key={one} value={one}>
              {names[one]}
            </option>
          ))}
        </select>
      </div>
      <MessageWords
        message={message}
        texts={texts}
        drafts={drafts}
        isEdited={edited[message] !== undefined}
        change={(words) => setEdited({ ...edited, [message]: words })}
      />
      <SendMessage key={groupOf(message)} id={id} message={message} texts={texts} drafts={drafts} />
    </section>
  );
}

function isMessage(kept: unknown): kept is OutreachMessage {
  return OUTREACH_MESSAGES.some((one) => one === kept);
}

function isEdited(kept: unknown): kept is Edited {
  return isRecord(kept) && Object.values(kept).every(isTexts);
}

function isTexts(kept: unknown): kept is MessageTexts {
  return isRecord(kept) && [kept.en, kept.es].every(isText);
}

function isText(kept: unknown): boolean {
  return isRecord(kept) && typeof kept.subject === 'string' && typeof kept.text === 'string';
}

function isRecord(kept: unknown): kept is Readonly<Record<string, unknown>> {
  return typeof kept === 'object' && kept !== null;
}
