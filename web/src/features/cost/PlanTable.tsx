/** One plan: who gets connected by what, in the order taken, and what and who is left. */

import { useId } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { ClusterName } from '../../ui/ClusterName.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { costMessages } from './messages.ts';
import type { CostAnswer, Costed } from './queries.ts';

type Plan = NonNullable<CostAnswer['plans']>['greedy'];

interface PlanTableProps {
  readonly title: string;
  /** What the order of its rows means. */
  readonly order: string;
  readonly plan: Plan;
  readonly clusters: readonly Costed[];
}

export function PlanTable({ title, order, plan, clusters }: PlanTableProps) {
  const messages = useCatalog(costMessages);
  const { budget: words } = messages;
  const without = clusters.filter(({ id }) => !plan.chosen.some(({ cluster }) => cluster === id));
  const estimated = clusters.reduce((sum, cluster) => sum + cluster.estimated, 0);
  const id = useId();
  return (
    <section className="cost-plan" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <dl className="facts">
        <Fact name={words.connected} value={messages.students({ students: plan.students })} />
        <Fact name={words.spent} value={messages.dollars({ dollars: plan.cost })} />
        <Fact name={words.left} value={messages.dollars({ dollars: plan.left })} />
      </dl>
      {plan.chosen.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <Scroll label={title}>
          <Chosen order={order} plan={plan} clusters={clusters} />
        </Scroll>
      )}
      <p>{words.remain({ students: Math.max(0, estimated - plan.students) })}</p>
      {without.length > 0 && (
        <>
          <h4>{words.notConnected}</h4>
          <ul>
            {without.map((cluster) => (
              <li key={cluster.id}>
                <ClusterName name={cluster.name} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Chosen({ order, plan, clusters }: Omit<PlanTableProps, 'title'>) {
  const messages = useCatalog(costMessages);
  const { budget: words, estimates } = messages;
  const names = new Map(clusters.map(({ id, name }) => [id, name]));
  return (
    <table className="wide">
      <caption className="note">{order}</caption>
      <thead>
        <tr>
          <th scope="col">{estimates.cluster}</th>
          <th scope="col">{estimates.lever}</th>
          {[words.connected, words.spent, words.perStudent].map((name) => (
            <th key={name} scope="col" className="numeric">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {plan.chosen.map(({ cluster, lever, students, cost }) => (
          <tr key={cluster}>
            <th scope="row">
              <ClusterName name={names.get(cluster) ?? ''} />
            </th>
            <td>{messages.levers[lever]}</td>
            <td className="numeric">{messages.students({ students })}</td>
            <td className="numeric">{messages.dollars({ dollars: cost })}</td>
            <td className="numeric">{messages.dollars({ dollars: cost / students })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
