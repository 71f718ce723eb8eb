import { type FormEvent, useState } from 'react';
import { readCount } from '../../../../../server/domain/whole-number.ts';
import { useCatalog, useMessages } from '../../../lib/use-messages.ts';
import { Message } from '../../../ui/Message.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { markPrepared } from '../http.ts';
import { collectMessages } from '../messages.ts';
import { useRefresh } from '../queries.ts';
import { TextField } from '../TextField.tsx';
import { useTask } from '../use-task.ts';
import type { DistrictPathProps } from './DistrictPath.tsx';
import { rememberPreparing } from './preparing.ts';

export interface PrepareStepProps extends DistrictPathProps {
  /** True: this is the next thing to do. */
  readonly isFirst: boolean;
  /** True: no file is being sent, so the coordinator may be told what is coming. */
  readonly mayTell: boolean;
}

export function PrepareStep({ district, detail, isFirst, mayTell }: PrepareStepProps) {
  const messages = useCatalog(collectMessages).district;
  const { prepare } = useMessages();
  const { leaId, preparedAt, students, state } = district;
  return (
    <>
      <p>{messages.prepareIs}</p>
      <div className="actions">
        <PageLink
          className={isFirst ? 'button primary' : 'button'}
          to={{ page: 'prepare', leaId }}
          onClick={() => rememberPreparing(leaId)}
        >
          {prepare}
        </PageLink>
      </div>
      {preparedAt && state === 'prepared' && (
        <p>
          {students === null ? messages.toldReady({ preparedAt }) : messages.toldStudents({ preparedAt, students })}
        </p>
      )}
      {detail.state !== 'closed' && mayTell && <SayReady district={district} detail={detail} />}
    </>
  );
}

/** Sends a count and nothing else, and only if the district wants its coordinator to know. */
function SayReady({ district, detail }: DistrictPathProps) {
  const messages = useCatalog(collectMessages).district;
  const [students, setStudents] = useState('');
  const [isTried, setTried] = useState(false);
  const task = useTask();
  const refresh = useRefresh();
  const count = readCount(students);
  const say = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (count === undefined) return;
    void task.run(async () => {
      await markPrepared(detail.id, count);
      setStudents('');
      setTried(false);
      await refresh();
    });
  };
  return (
    <details className="aside">
      <summary>{district.preparedAt ? messages.tellAgain : messages.tell}</summary>
      <form onSubmit={say} noValidate>
        <TextField
          label={messages.howMany}
          note={messages.onlyNumber}
          inputMode="numeric"
          value={students}
          fault={isTried && count === undefined ? messages.wholeNumber : undefined}
          onChange={setStudents}
        />
        {task.fault && (
          <Message tone="failed" title={messages.notTold}>
            {task.fault}
          </Message>
        )}
        <div className="actions">
          <button type="submit" className="button" disabled={task.isBusy}>
            {messages.tellCoordinator}
          </button>
        </div>
      </form>
    </details>
  );
}
