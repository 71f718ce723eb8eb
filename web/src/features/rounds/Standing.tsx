/** The standing of a round, and the times that matter in it. */
import { useCatalog } from '../../lib/use-messages.ts';
import { roundMessages } from './messages.ts';
import type { RoundLine } from './queries.ts';

type Head = Pick<RoundLine, 'standing' | 'closesAt' | 'questionsCloseAt' | 'openedAt' | 'endedAt' | 'amendment'>;

export function Standing({ round }: { readonly round: Head }) {
  const messages = useCatalog(roundMessages);
  const { standing, closesAt, questionsCloseAt, openedAt, endedAt, amendment } = round;
  const isOpen = standing === 'open';
  const isOver = openedAt !== null && !isOpen;
  const said = [
    isOpen && closesAt && messages.closesAt({ at: closesAt }),
    isOpen && questionsCloseAt && messages.questionsBy({ at: questionsCloseAt }),
    isOver && closesAt && standing !== 'cancelled' && messages.closedAt({ at: closesAt }),
    endedAt && messages.endedAt({ at: endedAt }),
    amendment > 0 && messages.amendedTimes({ count: amendment }),
  ].filter((line) => typeof line === 'string');
  return (
    <p>
      <strong className="rounds-standing" data-standing={standing}>
        {messages.standings[standing]}
      </strong>{' '}
      {said.join(' · ')}
    </p>
  );
}
