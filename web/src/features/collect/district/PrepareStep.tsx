import { type FormEvent, useState } from 'react';
import { plural } from '../../../lib/counts.ts';
import { dateInWords } from '../../../lib/words.ts';
import { Message } from '../../../ui/Message.tsx';
import { markPrepared } from '../http.ts';
import { useRefresh } from '../queries.ts';
import { TextField } from '../TextField.tsx';
import { useTask } from '../use-task.ts';
import { isAccepted } from '../words.ts';
import type { DistrictPathProps } from './DistrictPath.tsx';

export function PrepareStep({ district, detail }: DistrictPathProps) {
  const { leaId, preparedAt, students, state } = district;
  return (
    <>
      <p>
        Turns your own export into a file without names, addresses or coordinates. It happens on your computer, in your
        browser, and nothing is sent.
      </p>
      <div className="actions">
        <a className={state === 'not_started' ? 'button primary' : 'button'} href={`/collect/prepare#lea=${leaId}`}>
          Prepare a file
        </a>
      </div>
      {preparedAt && state === 'prepared' && (
        <p>
          You told your coordinator on {dateInWords(preparedAt)} that{' '}
          {students === null ? 'it is ready' : `${plural(students, 'student')} are ready`}.
        </p>
      )}
      {detail.state !== 'closed' && !isAccepted(state) && <SayReady district={district} detail={detail} />}
    </>
  );
}

/** Only when a district wants its coordinator to know, and then a count and nothing else. */
function SayReady({ district, detail }: DistrictPathProps) {
  const [students, setStudents] = useState('');
  const [isTried, setTried] = useState(false);
  const task = useTask();
  const refresh = useRefresh();
  const isCount = /^\d{1,7}$/.test(students.trim());
  const say = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isCount) return;
    void task.run(async () => {
      await markPrepared(detail.id, Number(students));
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
          fault={isTried && !isCount ? 'Write a whole number, such as 1240.' : undefined}
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
