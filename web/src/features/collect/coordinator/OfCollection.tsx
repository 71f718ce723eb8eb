import { useCatalog, useMessages } from '../../../lib/use-messages.ts';
import { Message } from '../../../ui/Message.tsx';
import { collectMessages } from '../messages.ts';
import { useCollection } from '../queries.ts';
import { AnswerMatrix } from './AnswerMatrix.tsx';
import { CollectionProgress } from './CollectionProgress.tsx';
import { QuestionTable } from './QuestionTable.tsx';

/** Renders one collection once it is loaded. */
export function OfCollection({ id, view }: { readonly id: number; readonly view: 'districts' | 'answers' }) {
  const messages = useCatalog(collectMessages).coordinator;
  const { tryAgain } = useMessages();
  const { data, isPending, error, refetch } = useCollection(id);
  if (isPending) return <p className="note">{messages.districtsOnTheirWay}</p>;
  const again = { words: tryAgain, act: () => void refetch() };
  if (!data)
    return (
      <Message tone="failed" title={messages.districtsDidNotCome} action={again}>
        {error?.message}
      </Message>
    );
  return (
    <>
      {error && (
        <Message tone="failed" title={messages.outOfDate} action={again}>
          {error.message}
        </Message>
      )}
      {view === 'districts' ? (
        <CollectionProgress detail={data} />
      ) : (
        <>
          <QuestionTable detail={data} />
          <AnswerMatrix detail={data} />
        </>
      )}
    </>
  );
}
