/** Staff open a closed round by two, compare its proposals, choose, decide and award. */
import './evaluation.css';
import '../../ui/wide-table.css';
import { useAddress } from '../../lib/location.ts';
import { routeOf } from '../../lib/route.ts';
import { isNotAllowed } from '../../lib/session.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { Choosing } from './Choosing.tsx';
import { Clarifications } from './Clarifications.tsx';
import { Compare } from './Compare.tsx';
import { Decided } from './Decided.tsx';
import { evaluationMessages } from './messages.ts';
import { OpenedProposals } from './OpenedProposals.tsx';
import { Openers, Unseal } from './Opening.tsx';
import { type Evaluation, useEvaluation } from './queries.ts';
import { Scores } from './Scores.tsx';

export default function EvaluationPage() {
  const route = routeOf(new URL(useAddress()));
  const round = route.page === 'evaluation' ? route.round : 0;
  const messages = useCatalog(evaluationMessages);
  const { data, error, refetch } = useEvaluation(round);
  const isStranger = isNotAllowed(error);
  return (
    <DocumentPage title={messages.title} lead={data ? messages.lead({ title: data.round.title }) : ''}>
      {isStranger && <p role="status">{messages.forStaff}</p>}
      {error && !isStranger && <NotShown error={error} title={messages.failed} again={() => void refetch()} />}
      {!data && !error && <Coming words={messages.coming} />}
      {data && <Content evaluation={data} />}
    </DocumentPage>
  );
}

function Content({ evaluation }: { readonly evaluation: Evaluation }) {
  const messages = useCatalog(evaluationMessages);
  const { standing, closesAt } = evaluation.round;
  const isChoosing = standing === 'unsealed' || standing === 'evaluation';
  return (
    <>
      <p>
        <PageLink to={{ page: 'rounds', id: evaluation.round.id }}>{messages.toRound}</PageLink>
      </p>
      <p role="status">
        {messages.standings[standing]}. {standing === 'open' && closesAt && messages.closes({ at: closesAt })}
      </p>
      {!evaluation.seal.unsealedAt && <Openers evaluation={evaluation} />}
      {standing === 'closed' && <Unseal evaluation={evaluation} />}
      {evaluation.seal.unsealedAt && (
        <>
          <OpenedProposals evaluation={evaluation} />
          <Clarifications evaluation={evaluation} isChoosing={isChoosing} />
          <Compare evaluation={evaluation} />
          <Scores evaluation={evaluation} isChoosing={isChoosing} />
          {isChoosing && evaluation.offers.length > 0 && <Choosing evaluation={evaluation} />}
          <Decided evaluation={evaluation} />
        </>
      )}
    </>
  );
}
