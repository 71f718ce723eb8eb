import { useState } from 'react';
import { Message } from '../../../ui/Message.tsx';
import { revokeLink } from '../http.ts';
import { useCollection, useRefresh } from '../queries.ts';
import { useTask } from '../use-task.ts';
import { AT_FIRST } from './arrange.ts';
import { DistrictTable } from './DistrictTable.tsx';
import { MakeLinks } from './MakeLinks.tsx';
import { Progress } from './Progress.tsx';
import { QuestionTable } from './QuestionTable.tsx';

/** One collection, district by district. */
export function CollectionProgress({ id }: { readonly id: number }) {
  const { data, isPending, error, refetch } = useCollection(id);
  const [arrangement, setArrangement] = useState(AT_FIRST);
  const [linking, setLinking] = useState<readonly string[]>();
  const revoking = useTask();
  const refresh = useRefresh();
  if (isPending) return <p className="note">The districts are on their way.</p>;
  if (!data)
    return (
      <Message
        tone="failed"
        title="The districts did not come."
        action={{ words: 'Try again', act: () => void refetch() }}
      >
        {error?.message}
      </Message>
    );
  return (
    <>
      {error && (
        <Message tone="failed" title="What you see may be out of date.">
          {error.message}
        </Message>
      )}
      <Progress
        detail={data}
        listed={arrangement.state}
        onList={(state) => setArrangement({ ...arrangement, state })}
      />
      {linking && (
        <MakeLinks key={linking.join()} detail={data} leaIds={linking} onClose={() => setLinking(undefined)} />
      )}
      {revoking.fault && (
        <Message tone="failed" title="The link was not revoked.">
          {revoking.fault}
        </Message>
      )}
      <DistrictTable
        detail={data}
        arrangement={arrangement}
        onArrange={setArrangement}
        onMakeLinks={setLinking}
        onRevokeLink={(link) =>
          void revoking.run(async () => {
            await revokeLink(link);
            await refresh();
          })
        }
      />
      <QuestionTable detail={data} />
    </>
  );
}
