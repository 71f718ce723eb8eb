/** What the order and the colors leave out: land that a program already pays for, and the way to have it counted. */
import type { Choice } from '../../lib/choice.ts';
import { mapMessages } from '../../lib/messages.ts';
import { useFunded } from '../../lib/queries.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { useView, useViews } from '../../lib/views.ts';

interface LeavesPaidProps {
  readonly choice: Choice;
  /** Clusters that are left out altogether. */
  readonly clusterCount: number;
}

export function LeavesPaid({ choice, clusterCount }: LeavesPaidProps) {
  const { clusters: messages } = useCatalog(mapMessages);
  const { paid } = useView();
  const views = useViews();
  const names = [...new Set((useFunded(choice)?.areas ?? []).map(({ program }) => program))];
  if (names.length === 0) return null;
  return (
    <p className="note" data-paid={paid ? 'counted' : 'left-out'}>
      {paid ? messages.paidCounted({ names }) : messages.paidLeftOut({ names, clusterCount })}{' '}
      <button type="button" className="link" onClick={() => views.change({ paid: !paid })}>
        {paid ? messages.leavePaid : messages.countPaid}
      </button>
    </p>
  );
}
