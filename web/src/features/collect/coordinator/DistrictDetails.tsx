import type { CollectionDetail, DistrictStatus } from '../../../../../server/features/collect/contract.ts';
import { grouped } from '../../../lib/counts.ts';
import { dateInWords } from '../../../lib/words.ts';
import { QuestionRates } from '../QuestionRates.tsx';
import { isAccepted, percent, STATE_MEANINGS, STATE_WORDS } from '../words.ts';

export interface DistrictDetailsProps {
  readonly district: DistrictStatus;
  readonly detail: CollectionDetail;
  readonly onMakeLink: () => void;
  readonly onRevokeLink: (id: number) => void;
}

/** Everything there is to say about one district of a collection. */
export function DistrictDetails({ district, detail, onMakeLink, onRevokeLink }: DistrictDetailsProps) {
  const { state, warnings, link, name } = district;
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
          <Dated words="Last seen here" at={district.lastSeenAt} />
          <Counted words="Students" count={district.students} />
          <Counted words="Enrolled" count={district.enrolled} />
        </dl>
        {warnings.length > 0 && (
          <>
            <h4>Worth a look</h4>
            <ul className="warnings">
              {warnings.map(({ kind, message }) => (
                <li key={`${kind}${message}`}>{message}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {isAccepted(state) && <Rates district={district} detail={detail} />}
      <div>
        <h4>Link</h4>
        <p>
          {link
            ? `Made on ${dateInWords(link.createdAt)}, good until ${dateInWords(link.expiresAt)}. A new one takes its place.`
            : 'This district has no link that is still good.'}
        </p>
        <div className="actions">
          <button type="button" className="button" onClick={onMakeLink} aria-label={`Make a link for ${name}`}>
            {link ? 'Make a new link' : 'Make a link'}
          </button>
          {link && (
            <button
              type="button"
              className="button quiet"
              onClick={() => onRevokeLink(link.id)}
              aria-label={`Revoke the link of ${name}`}
            >
              Revoke it
            </button>
          )}
        </div>
      </div>
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
          {percent(responseRate)} gave an answer; in {detail.previous.name} it was {percent(previousResponseRate)}.
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
