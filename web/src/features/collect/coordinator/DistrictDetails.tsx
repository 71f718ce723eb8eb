import type { CollectionDetail } from '../../../../../server/features/collect/contract.ts';
import { grouped } from '../../../lib/counts.ts';
import { boundedPercent, dateInWords } from '../../../lib/format.ts';
import { Notes } from '../Notes.tsx';
import { notesOf } from '../notes.ts';
import { QuestionRates } from '../QuestionRates.tsx';
import { isAccepted, STATE_MEANINGS, STATE_WORDS } from '../words.ts';
import { DistrictLink, type DistrictLinkProps } from './DistrictLink.tsx';

export interface DistrictDetailsProps extends DistrictLinkProps {
  readonly detail: CollectionDetail;
}

/** Everything there is to say about one district of a collection. */
export function DistrictDetails({ district, detail, onMakeLink, onRevokeLink }: DistrictDetailsProps) {
  const { state } = district;
  const notes = notesOf(district);
  return (
    <div className="district-details">
      <div>
        <p>
          <strong>{STATE_WORDS[state]}:</strong> {STATE_MEANINGS[state]}.
        </p>
        <dl className="dates">
          <Dated words="Prepared" at={district.preparedAt} />
          <Dated words="Received" at={district.receivedAt} />
          <Dated words="Accepted" at={district.acceptedAt} />
          <Dated words="Taken back" at={district.takenBackAt} />
          <Dated words="Last seen here" at={district.lastSeenAt} />
          <Counted words="Enrolled" count={district.enrolled} />
        </dl>
        {notes.length > 0 && (
          <>
            <h4>Notes</h4>
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
  const { responseRate, previousResponseRate, questionRates } = district;
  return (
    <div>
      <h4>Answers by question</h4>
      {responseRate !== null && previousResponseRate !== null && detail.previous && (
        <p>
          {boundedPercent(responseRate)} answered at least one question; in {detail.previous.name} it was{' '}
          {boundedPercent(previousResponseRate)}.
        </p>
      )}
      <QuestionRates asked={detail.questions} rates={questionRates} />
    </div>
  );
}

function Dated({ words, at }: { readonly words: string; readonly at: string | null }) {
  if (at === null) return null;
  return (
    <div>
      <dt>{words}</dt>
      <dd>{dateInWords(at)}</dd>
    </div>
  );
}

function Counted({ words, count }: { readonly words: string; readonly count: number | null }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{count === null ? 'not known' : grouped(count)}</dd>
    </div>
  );
}
