/** What was written to people, and what became of it. */
import './outbox.css';
import { isNotAllowed } from '../../lib/session.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { Message } from '../../ui/Message.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { outboxMessages } from './messages.ts';
import { OutboxTable } from './OutboxTable.tsx';
import { useMark, useOutbox } from './queries.ts';

export default function OutboxPage() {
  const messages = useCatalog(outboxMessages);
  const { data, error, refetch } = useOutbox();
  const mark = useMark();
  const isStranger = isNotAllowed(error);
  return (
    <DocumentPage title={messages.title} lead={messages.lead}>
      {isStranger && <p role="status">{messages.forStaff}</p>}
      {error && !isStranger && <NotShown error={error} title={messages.failed} again={() => void refetch()} />}
      {!data && !error && <Coming words={messages.coming} />}
      {data && (
        <>
          <p>{data.isSending ? messages.isSending : messages.byHand}</p>
          {mark.isError && (
            <Message tone="failed" title={messages.notMarked}>
              {mark.error.message}
            </Message>
          )}
          {data.messages.length === 0 ? (
            <p role="status">{messages.none}</p>
          ) : (
            <OutboxTable list={data.messages} mark={mark.mutate} isBusy={mark.isPending} />
          )}
        </>
      )}
    </DocumentPage>
  );
}
