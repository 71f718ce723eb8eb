import { type FormEvent, useState } from 'react';
import { readCount } from '../../../../../server/domain/whole-number.ts';
import { plural } from '../../../lib/counts.ts';
import { dateInWords } from '../../../lib/format.ts';
import { Message } from '../../../ui/Message.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { markPrepared } from '../http.ts';
import { useRefresh } from '../queries.ts';
import { TextField } from '../TextField.tsx';
import { useTask } from '../use-task.ts';
import type { DistrictPathProps } from './DistrictPath.tsx';
import { rememberPreparing } from './preparing.ts';

export interface PrepareStepProps extends DistrictPathProps {
  /** It is what to do next. */
  readonly isFirst: boolean;
  /** Nothing is on its way, so the coordinator may be told what is to come. */
  readonly mayTell: boolean;
}

export function PrepareStep({ district, detail, isFirst, mayTell }: PrepareStepProps) {
  const { leaId, preparedAt, students, state } = district;
  return (
    <>
      <p>
        Turns your own export into a file without names, addresses or coordinates. It happens on your computer, in your
        browser, and nothing is sent.
      </p>
      <div className="actions">
        <PageLink
          className={isFirst ? 'button primary' : 'button'}
          to={{ page: 'prepare', leaId }}
          onClick={() => rememberPreparing(leaId)}
        >
          Prepare a file
        </PageLink>
      </div>
      {preparedAt && state === 'prepared' && (
        <p>
          You told your coordinator on {dateInWords(preparedAt)} that{' '}
          {students === null ? 'it is ready' : `${plural(students, 'student')} are ready`}.
        </p>
      )}
      {detail.state !== 'closed' && mayTell && <SayReady district={district} detail={detail} />}
    </>
  );
}

/** Only when a district wants its coordinator to know, and then a count and nothing else. */
function SayReady({ district, detail }: DistrictPathProps) {
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
      <summary>
        {district.preparedAt
          ? 'Tell your coordinator another number'
          : 'Not sending yet? Tell your coordinator that it is ready'}
      </summary>
      <form onSubmit={say} noValidate>
        <TextField
          label="How many students are in the file"
          note="Only this number is sent."
          inputMode="numeric"
          value={students}
          fault={isTried && count === undefined ? 'Write a whole number, such as 1,240.' : undefined}
          onChange={setStudents}
        />
        {task.fault && (
          <Message tone="failed" title="It was not sent.">
            {task.fault}
          </Message>
        )}
        <div className="actions">
          <button type="submit" className="button" disabled={task.isBusy}>
            Tell the coordinator
          </button>
        </div>
      </form>
    </details>
  );
}
