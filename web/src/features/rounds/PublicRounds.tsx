/** What everybody may know of rounds: no outline, no number. */
import { STARTS } from '../../lib/starts.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { NotShown } from '../../ui/NotShown.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { roundMessages } from './messages.ts';
import { type PublicRound, usePublicRounds } from './queries.ts';
import { Standing } from './Standing.tsx';

/** @param id of one of them; undefined: all */
export function PublicRounds({ id }: { readonly id?: number }) {
  const messages = useCatalog(roundMessages);
  const { data, error, refetch } = usePublicRounds();
  const shown = data?.rounds.filter((round) => id === undefined || round.id === id);
  return (
    <>
      <p className="note">{messages.publicNote}</p>
      {error && <NotShown error={error} title={messages.failed} again={() => void refetch()} />}
      {shown?.length === 0 && <p>{messages.none}</p>}
      <ul className="rounds-list">
        {shown?.map((round) => (
          <Line key={round.id} round={round} />
        ))}
      </ul>
    </>
  );
}

function Line({ round }: { readonly round: PublicRound }) {
  const messages = useCatalog(roundMessages);
  return (
    <li>
      <h2 translate="no">{round.title}</h2>
      <Standing round={round} />
      <p translate="no">{messages.inCounties({ counties: round.counties })}</p>
      {round.standing === 'awarded' && (
        <p>
          <PageLink to={STARTS.commitments}>{messages.toCommitments}</PageLink>
        </p>
      )}
      {round.answers.length > 0 && (
        <details>
          <summary>{messages.answersPublic}</summary>
          <dl className="rounds-questions">
            {round.answers.map(({ question, answer, answeredAt }) => (
              <div key={`${answeredAt} ${question}`}>
                <dt translate="no">{question}</dt>
                <dd translate="no">{answer}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}
