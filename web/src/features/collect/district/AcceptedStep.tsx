import { useEffect, useRef } from 'react';
import { plural } from '../../../lib/counts.ts';
import { dateInWords } from '../../../lib/format.ts';
import { Message } from '../../../ui/Message.tsx';
import { hrefs } from '../http.ts';
import { Notes } from '../Notes.tsx';
import { acceptedInWords, findingsIn, notesIn, notesOf } from '../notes.ts';
import { useUploadOf } from '../queries.ts';
import { isAccepted } from '../words.ts';
import { AnswerRates } from './AnswerRates.tsx';
import type { DistrictPathProps } from './DistrictPath.tsx';
import { TakeBack } from './TakeBack.tsx';

export interface AcceptedStepProps extends DistrictPathProps {
  /** It was accepted just now, on this page. */
  readonly isNew: boolean;
  /** A newer file is on its way. */
  readonly hasNewer: boolean;
  readonly onTakenBack: () => void;
}

export function AcceptedStep({ district, detail, isNew, hasNewer, onTakenBack }: AcceptedStepProps) {
  const { state, students, acceptedAt, certificateId } = district;
  const { data: upload } = useUploadOf(certificateId);
  const news = useRef<HTMLElement>(null);
  const isHere = isAccepted(state);
  useEffect(() => {
    if (isNew && isHere) news.current?.focus();
  }, [isNew, isHere]);
  if (district.state !== 'received' && district.takenBackAt && !isHere)
    return <TakenBackNote district={district} detail={detail} />;
  if (!isHere || !acceptedAt)
    return (
      <p>Here you will find what was taken in, your response rates, and the certificate that your file was deleted.</p>
    );
  const report = upload?.report;
  const notes = report ? notesIn(report) : notesOf(district);
  const findings = report ? findingsIn(report) : 0;
  return (
    <>
      <section ref={news} tabIndex={-1} className="message good" aria-label="Accepted">
        <p className="message-title">
          {report
            ? acceptedInWords(report)
            : students === null
              ? 'Your file is accepted.'
              : `${plural(students, 'student')} on the map ${students === 1 ? 'is' : 'are'} accepted.`}
        </p>
        <p>
          Accepted on {dateInWords(acceptedAt)}
          {state === 'accepted_with_notes' && ', with the notes below'}.{' '}
          {hasNewer
            ? 'It stays as it is until you accept the newer file.'
            : `Thank you. There is nothing left to do for ${detail.name}.`}
        </p>
      </section>
      {certificateId && (
        <div className="actions">
          <a className="button" href={hrefs.printedCertificate(certificateId)}>
            Certificate of deletion, to print
          </a>
          <a className="button quiet" href={hrefs.certificate(certificateId)} download>
            The same for programs (JSON)
          </a>
        </div>
      )}
      {notes.length + findings > 0 && (
        <>
          <h3>Notes</h3>
          {notes.length > 0 && <Notes notes={notes} />}
          {findings > 0 && upload && (
            <p>
              The check found {plural(findings, 'thing')} to mend, row by row; {findings === 1 ? 'it' : 'each'} cost a
              student or one answer.{' '}
              <a href={hrefs.report(upload.id)} download>
                Download them (CSV)
              </a>
            </p>
          )}
        </>
      )}
      <AnswerRates district={district} detail={detail} />
      <TakeBack detail={detail} onTakenBack={onTakenBack} />
    </>
  );
}

function TakenBackNote({ district: { takenBackAt }, detail }: DistrictPathProps) {
  return (
    <Message title={`You took your file back on ${dateInWords(takenBackAt ?? '')}.`}>
      No release made after that counts it; those made before stay as they are.{' '}
      {detail.state === 'open'
        ? 'You can send another file at any time, or the same one again.'
        : 'Uploads are not open now, so your students are missing until your coordinator opens them again.'}
    </Message>
  );
}
