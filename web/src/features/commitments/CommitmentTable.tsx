import '../../ui/wide-table.css';
import { clusterName, translateOf } from '../../lib/cluster-name.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { PageLink } from '../../ui/PageLink.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { commitmentMessages } from './messages.ts';
import type { Commitments } from './queries.ts';

export function CommitmentTable({ commitments }: Pick<Commitments, 'commitments'>) {
  const messages = useCatalog(commitmentMessages);
  if (commitments.length === 0) return <p role="status">{messages.none}</p>;
  return (
    <>
      <Scroll label={messages.title}>
        <table className="wide commitments">
          <caption>{messages.count({ count: commitments.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{messages.place}</th>
              <th scope="col">{messages.provider}</th>
              <th scope="col" className="numeric">
                {messages.homes}
              </th>
              <th scope="col" className="numeric">
                {messages.done}
              </th>
              <th scope="col">{messages.next}</th>
              <th scope="col">{messages.standing}</th>
            </tr>
          </thead>
          <tbody>
            {commitments.map((one) => (
              <tr key={one.id}>
                <th scope="row" translate={translateOf(one.name)}>
                  <PageLink to={{ page: 'commitments', id: one.id }}>{clusterName(one.name)}</PageLink>
                </th>
                <td translate="no">{one.provider}</td>
                <td className="numeric">{messages.number({ count: one.homes })}</td>
                <td className="numeric">{messages.percent(one)}</td>
                <td>{one.nextDueOn !== null && messages.day({ day: one.nextDueOn })}</td>
                <td>
                  <Standing standing={one.standing} tier={one.tier} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="note">{messages.tierNote}</p>
    </>
  );
}

interface StandingProps {
  readonly standing: Commitments['commitments'][number]['standing'];
  readonly tier: number;
}

export function Standing({ standing, tier }: StandingProps) {
  const messages = useCatalog(commitmentMessages);
  const words = standing === 'late' && tier > 0 ? messages.tier({ tier }) : messages.standings[standing];
  return <strong className={`commitment-${standing}`}>{words}</strong>;
}
