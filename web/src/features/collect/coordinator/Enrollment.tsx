/** How many students each district enrolls: with it, a response rate is of all of them, not only of those sent. */
import { useState } from 'react';
import type { CollectionDetail } from '../../../../../server/features/collect/contract.ts';
import { textOf } from '../../../../../server/platform/csv/export.ts';
import { grouped, plural } from '../../../lib/counts.ts';
import { Message } from '../../../ui/Message.tsx';
import { writeEnrollment } from '../http.ts';
import { useRefresh } from '../queries.ts';
import { saveText } from '../save.ts';
import { FileDrop } from '../upload/FileDrop.tsx';
import { useTask } from '../use-task.ts';
import { type EnrollmentRead, enrollmentCsv, readEnrollment } from './enrollment.ts';

const FAULTS_SHOWN = 5;

/** In whatever encoding a spreadsheet saved it. */
async function readFile(file: File): Promise<EnrollmentRead> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return readEnrollment(
      await textOf(async function* () {
        yield bytes;
      }),
    );
  } catch (error) {
    // Why a file is none that can be read is said in words for the person.
    return { districts: [], faults: [error instanceof Error ? error.message : 'The file cannot be read.'] };
  }
}

export function Enrollment({ detail }: { readonly detail: CollectionDetail }) {
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const task = useTask();
  const refresh = useRefresh();
  const known = detail.districtStates.filter(({ enrolled }) => enrolled !== null);
  const ofSent = known.filter(({ rateOf }) => rateOf === 'sent').length;
  const take = async (file: File) => {
    setSaid('');
    const read = await readFile(file);
    setFaults(read.faults);
    if (read.faults.length > 0) return;
    const isDone = await task.run(async () => {
      await writeEnrollment(detail.id, read.districts);
      await refresh();
    });
    if (isDone) setSaid(`The enrollment of ${plural(read.districts.length, 'district')} is known now.`);
  };
  return (
    <section aria-labelledby="enrollment">
      <h2 id="enrollment">Enrollment</h2>
      <p>
        {known.length === 0
          ? 'Response rates are of the students that a district sent, as nobody said yet how many it enrolls.'
          : `The enrollment of ${grouped(known.length)} of ${plural(detail.districtStates.length, 'district')} is known: their response rates are of all students enrolled.`}
        {ofSent > 0 &&
          ` More answered than are enrolled in ${plural(ofSent, 'district')}: there the rate is of the students sent.`}
      </p>
      <div className="actions">
        <button
          type="button"
          className="button quiet"
          onClick={() => saveText('gapmap-enrollment.csv', 'text/csv', enrollmentCsv(detail))}
        >
          Download a table of the districts to fill in (CSV)
        </button>
      </div>
      <FileDrop
        label="Enrollment file"
        words="Choose a file with enrollment"
        note="The table above with its column students filled in, or any CSV with the columns lea_id and students. Districts left empty stay as they are."
        isQuiet
        onFile={(file) => void take(file)}
      />
      {faults.length > 0 && (
        <Message tone="failed" title="Nothing was changed: the file has lines to mend.">
          <ul>
            {faults.slice(0, FAULTS_SHOWN).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
          {faults.length > FAULTS_SHOWN && <p>And {plural(faults.length - FAULTS_SHOWN, 'more line')}.</p>}
        </Message>
      )}
      {task.fault && (
        <Message tone="failed" title="Nothing was changed.">
          {task.fault}
        </Message>
      )}
      <p role="status">{said}</p>
    </section>
  );
}
