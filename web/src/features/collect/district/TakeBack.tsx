import { useState } from 'react';
import type { CollectionDetail } from '../../../../../server/features/collect/contract.ts';
import { Message } from '../../../ui/Message.tsx';
import { takeBack } from '../http.ts';
import { useRefresh } from '../queries.ts';
import { useTask } from '../use-task.ts';

export interface TakeBackProps {
  readonly detail: CollectionDetail;
  readonly onTakenBack: () => void;
}

/** Takes an accepted file back, after saying what that means and a yes. */
export function TakeBack({ detail, onTakenBack }: TakeBackProps) {
  const [isSure, setSure] = useState(false);
  const task = useTask();
  const refresh = useRefresh();
  const act = async () => {
    if (!(await task.run(() => takeBack(detail.id)))) return;
    onTakenBack();
    await refresh();
  };
  return (
    <details className="aside">
      <summary>Take this file back</summary>
      <ul className="points">
        <li>All that was taken in of it is deleted here. Nothing of it counts in the next release, or in any after.</li>
        <li>Releases made before stay as they are: they show no student, only sums.</li>
        <li>
          Fewer than ten students who are part of another district’s sum stay in that sum until ten of it have changed,
          so that no difference between two releases is about them.
        </li>
        <li>
          A file that this one replaced does not come back: it was deleted then. Your district has no file until it
          accepts another{detail.state === 'open' ? '' : ', and uploads are not open now'}.
        </li>
        <li>Your coordinator sees that you took it back. The certificate stays good, and says so too.</li>
      </ul>
      <label className="sure">
        <input type="checkbox" checked={isSure} onChange={(event) => setSure(event.target.checked)} />
        Yes, take it back for {detail.name}.
      </label>
      {task.fault && (
        <Message tone="failed" title="It was not taken back.">
          {task.fault}
        </Message>
      )}
      <div className="actions">
        <button type="button" className="button" disabled={!isSure || task.isBusy} onClick={() => void act()}>
          Take the file back
        </button>
      </div>
    </details>
  );
}
