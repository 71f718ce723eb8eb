import { useEffect, useRef } from 'react';
import { useCatalog, useLanguage } from '../../../lib/use-messages.ts';
import { Message } from '../../../ui/Message.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { hrefs } from '../http.ts';
import { collectMessages } from '../messages.ts';
import { Notes } from '../Notes.tsx';
import { findingsIn, notesIn, notesOf } from '../notes.ts';
import { useUploadOf } from '../queries.ts';
import { isAccepted, lacksAnswers } from '../words.ts';
import { AnswerRates } from './AnswerRates.tsx';
import type { DistrictPathProps } from './DistrictPath.tsx';
import { TakeBack } from './TakeBack.tsx';

export interface AcceptedStepProps extends DistrictPathProps {
  /** True right after accepting it on this page. */
  readonly isNew: boolean;
  /** True while a newer file is being sent or checked. */
  readonly hasNewer: boolean;
  readonly onTakenBack: () => void;
}

export function AcceptedStep({ district, detail, isNew, hasNewer, onTakenBack }: AcceptedStepProps) {
  const words = useCatalog(collectMessages);
  const language = useLanguage();
  const messages = words.district;
  const { state, students, acceptedAt, certificateId } = district;
  const { data: upload } = useUploadOf(certificateId);
  const news = useRef<HTMLElement>(null);
  const isHere = isAccepted(state);
  useEffect(() => {
    if (isNew && isHere) news.current?.focus();
  }, [isNew, isHere]);
  if (district.state !== 'received' && district.takenBackAt && !isHere)
    return <TakenBackNote district={district} detail={detail} />;
  if (!isHere || !acceptedAt) return <p>{messages.willFind}</p>;
  const report = upload?.report;
  const notes = report ? notesIn(report) : notesOf(words, district);
  const findings = report ? findingsIn(report) : 0;
  const isSilent = lacksAnswers(district);
  const left = isSilent ? messages.answersLeft : messages.nothingLeft({ collection: detail.name });
  return (
    <>
      <section
        ref={news}
        tabIndex={-1}
        className={isSilent ? 'message warning' : 'message good'}
        aria-label={messages.accepted}
      >
        <p className="message-title">
          {report
            ? messages.areAccepted(report)
            : students === null
              ? messages.fileAccepted
              : messages.onMapAccepted({ students })}
        </p>
        <p>
          {messages.acceptedOn({ acceptedAt, hasNotes: state === 'accepted_with_notes' })}{' '}
          {hasNewer ? messages.staysUntilNewer : left}
        </p>
      </section>
      {certificateId && (
        <div className="actions">
          <a className="button" href={hrefs.printedCertificate(certificateId, language)}>
            {messages.certificate}
          </a>
          <a className="button quiet" href={hrefs.certificate(certificateId, language)} download>
            {messages.certificateJson}
          </a>
        </div>
      )}
      {notes.length + findings > 0 && (
        <>
          <h3>{words.notes}</h3>
          {notes.length > 0 && <Notes notes={notes} />}
          {findings > 0 && upload && (
            <p>
              {messages.found({ count: findings })}{' '}
              <a href={hrefs.report(upload.id)} download>
                {words.upload.findings.download}
              </a>
            </p>
          )}
        </>
      )}
      <p>
        {messages.callListIs} <PageLink to={{ page: 'prepare', leaId: district.leaId }}>{messages.callList}</PageLink>
      </p>
      <AnswerRates district={district} detail={detail} />
      <TakeBack detail={detail} onTakenBack={onTakenBack} />
    </>
  );
}

function TakenBackNote({ district: { takenBackAt }, detail }: DistrictPathProps) {
  const messages = useCatalog(collectMessages).district;
  return (
    <Message title={messages.takenBackOn({ takenBackAt: takenBackAt ?? '' })}>
      {messages.notCounted} {detail.state === 'open' ? messages.sendAnother : messages.missingUntilOpen}
    </Message>
  );
}
