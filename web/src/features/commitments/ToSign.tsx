/** Awards that wait for a signature: the provider's to sign, staff's to know. */

import { isTechnologyCode } from '../../../../server/domain/technology.ts';
import { clusterName, translateOf } from '../../lib/cluster-name.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { commitmentMessages, technologyMessages } from './messages.ts';
import { type Commitments, useSign } from './queries.ts';

interface ToSignProps {
  readonly awards: Commitments['toSign'];
  readonly party: Commitments['party'];
}

export function ToSign({ awards, party }: ToSignProps) {
  const messages = useCatalog(commitmentMessages);
  const technologies = useCatalog(technologyMessages);
  const sign = useSign();
  if (awards.length === 0 || party !== 'provider') return null;
  const named = (code: number) => (isTechnologyCode(code) ? technologies.names[code] : String(code));
  return (
    <section aria-labelledby="to-sign">
      <h2 id="to-sign">{messages.toSign}</h2>
      <p>{messages.toSignLead}</p>
      {sign.isError && (
        <Message tone="failed" title={messages.notSigned}>
          {sign.error.message}
        </Message>
      )}
      <ul className="commitment-things">
        {awards.map((award) => (
          <li key={award.lot}>
            <h3 translate={translateOf(award.name)}>{clusterName(award.name)}</h3>
            <dl className="facts">
              <div>
                <dt>{messages.round}</dt>
                <dd translate="no">{award.round.title}</dd>
              </div>
              <div>
                <dt>{messages.homes}</dt>
                <dd>{messages.number({ count: award.homes })}</dd>
              </div>
              <div>
                <dt>{messages.offer}</dt>
                <dd>{messages.speed({ ...award, technology: named(award.technology) })}</dd>
              </div>
              <div>
                <dt>{messages.price}</dt>
                <dd>{messages.aMonth({ dollars: award.pricePerMonth })}</dd>
              </div>
              <div>
                <dt>{messages.amount}</dt>
                <dd>{messages.dollars({ dollars: award.ask })}</dd>
              </div>
              <div>
                <dt>{messages.milestones}</dt>
                <dd>
                  {award.milestones.map(({ percent, dueOn }) => (
                    <span key={percent} className="commitment-line">
                      {messages.milestone({ percent, day: dueOn })}
                    </span>
                  ))}
                </dd>
              </div>
            </dl>
            <button
              type="button"
              className="button primary"
              aria-label={messages.signNamed({ name: clusterName(award.name) })}
              disabled={sign.isPending}
              onClick={() => sign.mutate(award.lot)}
            >
              {messages.sign}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
