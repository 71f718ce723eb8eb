import { useState } from 'react';
import type { CollectionDetail } from '../../../../../server/features/collect/contract.ts';
import { useKept } from '../../../lib/use-kept.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { Message } from '../../../ui/Message.tsx';
import { revokeLink } from '../http.ts';
import { collectMessages } from '../messages.ts';
import { useRefresh } from '../queries.ts';
import { useTask } from '../use-task.ts';
import { AT_FIRST, isArrangement } from './arrange.ts';
import { DistrictTable } from './DistrictTable.tsx';
import { Enrollment } from './Enrollment.tsx';
import { MakeLinks } from './MakeLinks.tsx';
import { Progress } from './Progress.tsx';

/** One collection by district: progress and link of each. */
export function CollectionProgress({ detail }: { readonly detail: CollectionDetail }) {
  const messages = useCatalog(collectMessages).office.links;
  const [arrangement, setArrangement] = useKept(`collect.${detail.id}.arrangement`, AT_FIRST, isArrangement);
  const [linking, setLinking] = useState<readonly string[]>();
  const revoking = useTask();
  const refresh = useRefresh();
  return (
    <>
      <Progress
        detail={detail}
        listed={arrangement.state}
        onList={(state) => setArrangement({ ...arrangement, state })}
      />
      {linking && (
        <MakeLinks key={linking.join()} detail={detail} leaIds={linking} onClose={() => setLinking(undefined)} />
      )}
      {revoking.fault && (
        <Message tone="failed" title={messages.notRevoked}>
          {revoking.fault}
        </Message>
      )}
      <DistrictTable
        detail={detail}
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
      <Enrollment detail={detail} />
    </>
  );
}
