import type { CollectionDetail } from '../../../../../server/features/collect/contract.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { collectMessages } from '../messages.ts';
import { Notes } from '../Notes.tsx';
import { notesOf } from '../notes.ts';
import { QuestionRates } from '../QuestionRates.tsx';
import { isAccepted } from '../words.ts';
import { DistrictLink, type DistrictLinkProps } from './DistrictLink.tsx';

export interface DistrictDetailsProps extends DistrictLinkProps {
  readonly detail: CollectionDetail;
}

/** All details of one district in a collection. */
export function DistrictDetails({ district, detail, onMakeLink, onRevokeLink }: DistrictDetailsProps) {
  const messages = useCatalog(collectMessages);
  const { details } = messages.coordinator;
  const { state } = district;
  const notes = notesOf(messages, district);
  return (
    <div className="district-details">
      <div>
        <p>
          <strong>{messages.states[state]}:</strong> {messages.meanings[state]}.
        </p>
        <dl className="dates">
          <Dated words={messages.states.prepared} at={district.preparedAt} />
          <Dated words={messages.states.received} at={district.receivedAt} />
          <Dated words={messages.states.accepted} at={district.acceptedAt} />
          <Dated words={messages.states.taken_back} at={district.takenBackAt} />
          <Dated words={details.lastSeen} at={district.lastSeenAt} />
          <Counted words={details.enrolled} count={district.enrolled} />
        </dl>
        {notes.length > 0 && (
          <>
            <h4>{messages.notes}</h4>
            <Notes notes={notes} />
          </>
        )}
      </div>
      {isAccepted(state) && <Rates district={district} detail={detail} />}
      <DistrictLink district={district} onMakeLink={onMakeLink} onRevokeLink={onRevokeLink} />
    </div>
  );
}

function Rates({ district, detail }: Pick<DistrictDetailsProps, 'district' | 'detail'>) {
  const messages = useCatalog(collectMessages).coordinator.details;
  const { responseRate, previousResponseRate, questionRates } = district;
  return (
    <div>
      <h4>{messages.answers}</h4>
      {responseRate !== null && previousResponseRate !== null && detail.previous && (
        <p>
          {messages.answered({
            rate: responseRate,
            previous: detail.previous.name,
            rateBefore: previousResponseRate,
          })}
        </p>
      )}
      <QuestionRates asked={detail.questions} rates={questionRates} />
    </div>
  );
}

function Dated({ words, at }: { readonly words: string; readonly at: string | null }) {
  const { details } = useCatalog(collectMessages).coordinator;
  if (at === null) return null;
  return (
    <div>
      <dt>{words}</dt>
      <dd>{details.on({ time: at })}</dd>
    </div>
  );
}

function Counted({ words, count }: { readonly words: string; readonly count: number | null }) {
  const messages = useCatalog(collectMessages);
  return (
    <div>
      <dt>{words}</dt>
      <dd>{count === null ? messages.coordinator.table.notKnown : messages.count({ count })}</dd>
    </div>
  );
}
