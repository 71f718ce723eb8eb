/** Low, median and high of each lever over all chosen clusters, as bars and as a table; then cluster by cluster. */

import { useId } from 'react';
import { COST_LEVERS } from '../../../../server/domain/cost/estimate.ts';
import { COST_CASES } from '../../../../server/domain/cost/inputs.ts';
import { clusterName, translateOf } from '../../lib/cluster-name.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { costMessages } from './messages.ts';
import type { Costed } from './queries.ts';
import { type LeverSum, sumsOf } from './sums.ts';

export function EstimateTable({ clusters }: { readonly clusters: readonly Costed[] }) {
  const messages = useCatalog(costMessages);
  const { estimates: words } = messages;
  const sums = sumsOf(clusters);
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p>{words.lead}</p>
      <Bars sums={sums} />
      <Scroll label={words.title}>
        <table className="wide">
          <thead>
            <tr>
              <th scope="col">{words.lever}</th>
              {COST_CASES.map((of) => (
                <th key={of} scope="col" className="numeric">
                  {messages.cases[of]}
                </th>
              ))}
              {[words.reached, words.perPassing, words.perHousehold, words.perStudent].map((name) => (
                <th key={name} scope="col" className="numeric">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sums.map((sum) => (
              <SumRow key={sum.lever} sum={sum} of={clusters.length} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="note">
        {words.passing} {words.bead}
      </p>
      <details>
        <summary>{words.byCluster}</summary>
        <ByCluster clusters={clusters} />
      </details>
    </section>
  );
}

/** A range from low to high on one scale, with the median marked by position, never by color alone. */
function Bars({ sums }: { readonly sums: readonly LeverSum[] }) {
  const messages = useCatalog(costMessages);
  const most = Math.max(1, ...sums.map(({ cost }) => cost.high));
  const at = (cost: number) => `${(100 * cost) / most}%`;
  return (
    <figure className="cost-bars">
      <figcaption>{messages.estimates.chart}</figcaption>
      <ul>
        {sums.map(({ lever, cost }) => (
          <li key={lever}>
            <span>{messages.levers[lever]}</span>
            <span className="cost-track" aria-hidden="true">
              <span
                className="cost-range"
                style={{ insetInlineStart: at(cost.low), inlineSize: at(cost.high - cost.low) }}
              />
              <span className="cost-median" style={{ insetInlineStart: at(cost.median) }} />
            </span>
            <strong>{messages.dollars({ dollars: cost.median })}</strong>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function SumRow({ sum, of }: { readonly sum: LeverSum; readonly of: number }) {
  const messages = useCatalog(costMessages);
  const { estimates: words } = messages;
  const isCosted = sum.missing < of;
  const amount = (value: number | null) => (value === null || !isCosted ? '–' : messages.dollars({ dollars: value }));
  return (
    <tr>
      <th scope="row">
        {messages.levers[sum.lever]}
        <span className="note">{messages.leverNotes[sum.lever]}</span>
        {sum.missing > 0 && <span className="note">{words.partly({ count: sum.missing })}</span>}
      </th>
      {COST_CASES.map((of) => (
        <td key={of} className="numeric">
          {amount(sum.cost[of])}
        </td>
      ))}
      <td className="numeric">{isCosted ? messages.students({ students: sum.students }) : '–'}</td>
      <td className="numeric">{amount(sum.perPassing)}</td>
      <td className="numeric">{amount(sum.perHousehold)}</td>
      <td className="numeric">{amount(sum.perStudent)}</td>
    </tr>
  );
}

function ByCluster({ clusters }: { readonly clusters: readonly Costed[] }) {
  const messages = useCatalog(costMessages);
  return (
    <Scroll label={messages.estimates.byCluster}>
      <table className="wide">
        <thead>
          <tr>
            <th scope="col">{messages.estimates.cluster}</th>
            {COST_LEVERS.map((lever) => (
              <th key={lever} scope="col" className="numeric">
                {messages.levers[lever]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clusters.map(({ id, name, estimates }) => (
            <tr key={id}>
              <th scope="row" translate={translateOf(name)}>
                {clusterName(name)}
              </th>
              {COST_LEVERS.map((lever) => {
                const made = estimates.median[lever];
                return (
                  <td key={lever} className="numeric">
                    {made ? messages.dollars({ dollars: made.cost }) : messages.estimates.notCosted}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
