import { useEffect, useRef } from 'react';
import { plural } from '../../../lib/counts.ts';
import { dateInWords } from '../../../lib/words.ts';
import { hrefs } from '../http.ts';
import { QuestionRates } from '../QuestionRates.tsx';
import { isAccepted, percent } from '../words.ts';
import type { DistrictPathProps } from './DistrictPath.tsx';

export interface AcceptedStepProps extends DistrictPathProps {
  /** It was accepted just now, on this page. */
  readonly isNew: boolean;
  /** A newer file is on its way. */
  readonly hasNewer: boolean;
}

export function AcceptedStep({ district, detail, isNew, hasNewer }: AcceptedStepProps) {
  const { state, students, acceptedAt, responseRate, previousResponseRate, questionRates, warnings, certificateId } =
    district;
  const news = useRef<HTMLElement>(null);
  const isHere = isAccepted(state);
  useEffect(() => {
    if (isNew && isHere) news.current?.focus();
  }, [isNew, isHere]);
  if (!isHere || !acceptedAt)
    return (
      <p>Here you will find what was taken in, your response rates, and the certificate that your file was deleted.</p>
    );
  return (
    <>
      <section ref={news} tabIndex={-1} className="message good" aria-label="Accepted">
        <p className="message-title">
          {students === null
            ? 'Your file was'
            : `${plural(students, 'student')} with a home on the map ${students === 1 ? 'was' : 'were'}`}{' '}
          accepted
          {state === 'accepted_with_notes' && ', with notes,'} on {dateInWords(acceptedAt)}.
        </p>
        <p>
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
      {warnings.length > 0 && (
        <>
          <h3>Worth a look</h3>
          <ul className="warnings">
            {warnings.map(({ kind, message }) => (
              <li key={`${kind}${message}`}>{message}</li>
            ))}
          </ul>
        </>
      )}
      <h3>Your response rates</h3>
      <p>
        {responseRate === null
          ? 'There are too few students for a rate.'
          : `${percent(responseRate)} of your students gave an answer${
              previousResponseRate !== null && detail.previous
                ? `; in ${detail.previous.name} it was ${percent(previousResponseRate)}`
                : ''
            }. Of those who were to be asked a question, so many answered it:`}
      </p>
      {responseRate !== null && <QuestionRates asked={detail.questions} rates={questionRates} />}
    </>
  );
}
