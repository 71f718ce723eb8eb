import { Message } from '../../../ui/Message.tsx';
import { useCollection } from '../queries.ts';
import { AnswerMatrix } from './AnswerMatrix.tsx';
import { CollectionProgress } from './CollectionProgress.tsx';
import { QuestionTable } from './QuestionTable.tsx';

/** What there is to see of one collection once it is here. */
export function OfCollection({ id, view }: { readonly id: number; readonly view: 'districts' | 'answers' }) {
  const { data, isPending, error, refetch } = useCollection(id);
  if (isPending) return <p className="note">The districts are on their way.</p>;
  const again = { words: 'Try again', act: () => void refetch() };
  if (!data)
    return (
      <Message tone="failed" title="The districts did not come." action={again}>
        {error?.message}
      </Message>
    );
  return (
    <>
      {error && (
        <Message tone="failed" title="What you see may be out of date." action={again}>
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
