/** One commitment: what was signed, its milestones with evidence and reports, and what became of it. */

import { Suspense } from 'react';
import { isTechnologyCode } from '../../../../server/domain/technology.ts';
import { clusterName, translateOf } from '../../lib/cluster-name.ts';
import { STARTS } from '../../lib/starts.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { Message } from '../../ui/Message.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { Standing } from './CommitmentTable.tsx';
import { DeclareFailed } from './DeclareFailed.tsx';
import { commitmentMessages, technologyMessages } from './messages.ts';
import { OneMilestone } from './OneMilestone.tsx';
import { type Commitment, useCommitment } from './queries.ts';

export function CommitmentPage({ id }: { readonly id: number }) {
  const messages = useCatalog(commitmentMessages);
  const { data, error, refetch } = useCommitment(id);
  const back = <PageLink to={STARTS.commitments}>{messages.back}</PageLink>;
  if (!data)
    return (
      <DocumentPage title={messages.title} lead={back}>
        {error ? (
          <NotShown error={error} title={messages.failed} again={() => void refetch()} />
        ) : (
          <Coming words={messages.coming} />
        )}
      </DocumentPage>
    );
  const next = data.milestones.find(({ acceptedAt }) => acceptedAt === null);
  return (
    <DocumentPage title={clusterName(data.name)} isName={translateOf(data.name) === 'no'} lead={back}>
      <Suspense>
        {data.reason !== null && <Message tone="warning" title={messages.whyFailed({ reason: data.reason })} />}
        <Facts commitment={data} />
        <section aria-labelledby="milestones">
          <h2 id="milestones">{messages.milestones}</h2>
          <ol className="commitment-things">
            {data.milestones.map((milestone) => (
              <OneMilestone
                key={milestone.number}
                commitment={data}
                milestone={milestone}
                isNext={milestone === next}
              />
            ))}
          </ol>
        </section>
        <History steps={data.steps} />
        {data.party === 'staff' && !['default', 'seen', 'reported'].includes(data.standing) && (
          <DeclareFailed id={id} />
        )}
      </Suspense>
    </DocumentPage>
  );
}

function Facts({ commitment }: { readonly commitment: Commitment }) {
  const messages = useCatalog(commitmentMessages);
  const technologies = useCatalog(technologyMessages);
  const { technology, seen } = commitment;
  const named = isTechnologyCode(technology) ? technologies.names[technology] : String(technology);
  return (
    <section aria-labelledby="signed">
      <h2 id="signed">{messages.facts}</h2>
      <dl className="facts">
        <div>
          <dt>{messages.standing}</dt>
          <dd>
            <Standing standing={commitment.standing} tier={commitment.tier} />
          </dd>
        </div>
        <div>
          <dt>{messages.provider}</dt>
          <dd translate="no">{commitment.provider}</dd>
        </div>
        <div>
          <dt>{messages.round}</dt>
          <dd translate="no">
            <PageLink to={{ page: 'rounds', id: commitment.round.id }}>{commitment.round.title}</PageLink>
          </dd>
        </div>
        <div>
          <dt>{messages.homes}</dt>
          <dd>{messages.number({ count: commitment.homes })}</dd>
        </div>
        <div>
          <dt>{messages.students}</dt>
          <dd>{messages.number({ count: commitment.students })}</dd>
        </div>
        <div>
          <dt>{messages.offer}</dt>
          <dd>{messages.speed({ ...commitment, technology: named })}</dd>
        </div>
        <div>
          <dt>{messages.price}</dt>
          <dd>{messages.aMonth({ dollars: commitment.pricePerMonth })}</dd>
        </div>
        <div>
          <dt>{messages.amount}</dt>
          <dd>{messages.dollars({ dollars: commitment.ask })}</dd>
        </div>
        <div>
          <dt>{messages.signedBy}</dt>
          <dd>{messages.bySomebody({ who: commitment.signedBy, at: commitment.signedAt })}</dd>
        </div>
        <div>
          <dt>{messages.done}</dt>
          <dd>{messages.percent(commitment)}</dd>
        </div>
      </dl>
      <p>{seen ? messages.seenIn(seen) : messages.notSeen}</p>
    </section>
  );
}

function History({ steps }: Pick<Commitment, 'steps'>) {
  const messages = useCatalog(commitmentMessages);
  const words = messages.moves as Readonly<Record<string, string>>;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{messages.history}</h2>
      <ol className="commitment-history">
        {steps.map((step) => (
          <li key={`${step.at} ${step.move}`}>
            <strong>{words[step.move]}</strong>{' '}
            <span className="note">
              {messages.step({ at: step.at, who: step.who === 'database clock' ? messages.clock : step.who })}
            </span>
            {step.reason !== null && (
              <span className="commitment-line" translate="no">
                {step.reason}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
