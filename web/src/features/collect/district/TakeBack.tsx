import { useState } from 'react';
import type { CollectionDetail } from '../../../../../server/features/collect/contract.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { Message } from '../../../ui/Message.tsx';
import { takeBack } from '../http.ts';
import { collectMessages } from '../messages.ts';
import { useRefresh } from '../queries.ts';
import { useTask } from '../use-task.ts';

export interface TakeBackProps {
  readonly detail: CollectionDetail;
  readonly onTakenBack: () => void;
}

/** Takes an accepted file back, after an explanation and a confirmation. */
export function TakeBack({ detail, onTakenBack }: TakeBackProps) {
  const messages = useCatalog(collectMessages).district;
  const means = messages.takeBackMeans;
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
      <summary>{messages.takeBack}</summary>
      <ul className="points">
        <li>{means.deleted}</li>
        <li>{means.before}</li>
        <li>{means.fewStay}</li>
        <li>{detail.state === 'open' ? means.noFile : means.noFileClosed}</li>
        <li>{means.seen}</li>
      </ul>
      <label className="sure">
        <input type="checkbox" checked={isSure} onChange={(event) => setSure(event.target.checked)} />
        {messages.yesTakeBack({ collection: detail.name })}
      </label>
      {task.fault && (
        <Message tone="failed" title={messages.notTakenBack}>
          {task.fault}
        </Message>
      )}
      <div className="actions">
        <button type="button" className="button" disabled={!isSure || task.isBusy} onClick={() => void act()}>
          {messages.takeBackNow}
        </button>
      </div>
    </details>
  );
}
