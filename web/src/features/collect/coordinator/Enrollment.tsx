/** Each district's enrollment: with it, a response rate covers all students, not only those sent. */
import { useState } from 'react';
import type { CoordinatorMessages } from '../../../../../server/domain/messages/en/collect/coordinator.ts';
import { type Phrase, say } from '../../../../../server/domain/messages/phrase.ts';
import type { CollectionDetail } from '../../../../../server/features/collect/contract.ts';
import { textOf } from '../../../../../server/platform/csv/export.ts';
import { saveText } from '../../../lib/save-text.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { Message } from '../../../ui/Message.tsx';
import { writeEnrollment } from '../http.ts';
import { collectMessages, phraseMessages } from '../messages.ts';
import { useRefresh } from '../queries.ts';
import { FileDrop } from '../upload/FileDrop.tsx';
import { useTask } from '../use-task.ts';
import { type EnrollmentRead, enrollmentCsv, readEnrollment } from './enrollment.ts';

const FAULTS_SHOWN = 5;

/** In any encoding that a spreadsheet may save. */
async function readFile(messages: CoordinatorMessages['enrollment'], file: File): Promise<EnrollmentRead> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return readEnrollment(
      messages,
      await textOf(async function* () {
        yield bytes;
      }),
    );
  } catch (error) {
    const refused = error instanceof Error && 'phrase' in error ? (error.phrase as Phrase) : undefined;
    return { districts: [], faults: [refused ? say(await phraseMessages.load(), refused) : messages.unreadable] };
  }
}

export function Enrollment({ detail }: { readonly detail: CollectionDetail }) {
  const words = useCatalog(collectMessages);
  const messages = words.coordinator.enrollment;
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const task = useTask();
  const refresh = useRefresh();
  const known = detail.districtStates.filter(({ enrolled }) => enrolled !== null);
  const ofSent = known.filter(({ rateOf }) => rateOf === 'sent').length;
  const take = async (file: File) => {
    setSaid('');
    const read = await readFile(messages, file);
    setFaults(read.faults);
    if (read.faults.length > 0) return;
    const isDone = await task.run(async () => {
      await writeEnrollment(detail.id, read.districts);
      await refresh();
    });
    if (isDone) setSaid(messages.nowKnown({ districtCount: read.districts.length }));
  };
  return (
    <section aria-labelledby="enrollment">
      <h2 id="enrollment">{messages.title}</h2>
      <p>
        {known.length === 0
          ? messages.noneKnown
          : messages.known({ known: known.length, districtCount: detail.districtStates.length })}{' '}
        {ofSent > 0 && messages.moreAnswered({ districtCount: ofSent })}
      </p>
      <div className="actions">
        <button
          type="button"
          className="button quiet"
          onClick={() => saveText('gapmap-enrollment.csv', 'text/csv', enrollmentCsv(detail))}
        >
          {messages.download}
        </button>
      </div>
      <FileDrop
        label={messages.file}
        words={messages.choose}
        note={messages.about}
        isQuiet
        onFile={(file) => void take(file)}
      />
      {faults.length > 0 && (
        <Message tone="failed" title={messages.linesToMend}>
          <ul>
            {faults.slice(0, FAULTS_SHOWN).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
          {faults.length > FAULTS_SHOWN && <p>{messages.andMore({ count: faults.length - FAULTS_SHOWN })}</p>}
        </Message>
      )}
      {task.fault && (
        <Message tone="failed" title={messages.notChanged}>
          {task.fault}
        </Message>
      )}
      <p role="status">{said}</p>
    </section>
  );
}
