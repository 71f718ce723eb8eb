/** What the estimate knows of each cluster: estimates and exact numbers apart, and what is hidden said. */

import { useId } from 'react';
import { milesOf } from '../../../../server/domain/miles.ts';
import { clusterName, translateOf } from '../../lib/cluster-name.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { costMessages } from './messages.ts';
import type { CostAnswer, Costed } from './queries.ts';

export function GroundTable({ answer: { clusters, unknown } }: { readonly answer: CostAnswer }) {
  const { ground: messages, estimates, pick } = useCatalog(costMessages);
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{messages.title}</h2>
      {unknown.length > 0 && <p>{pick.unknown({ count: unknown.length })}</p>}
      {clusters.some(({ ground }) => ground === null) && <p>{messages.noFiling}</p>}
      <Scroll label={messages.title}>
        <table className="wide">
          <thead>
            <tr>
              {[
                estimates.cluster,
                messages.students,
                messages.exact,
                messages.locations,
                messages.route,
                messages.price,
                messages.device,
              ].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {clusters.map((cluster) => (
              <Row key={cluster.id} cluster={cluster} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="note">{messages.note}</p>
    </section>
  );
}

function Row({ cluster }: { readonly cluster: Costed }) {
  const messages = useCatalog(costMessages);
  const words = messages.ground;
  const { ground, wholePatches, hiddenPatches } = cluster;
  return (
    <tr>
      <th scope="row" translate={translateOf(cluster.name)}>
        {clusterName(cluster.name)}
      </th>
      <td>{messages.students({ students: cluster.estimated })}</td>
      <td>{wholePatches === 0 ? words.noneInside : words.inside(cluster)}</td>
      <td>
        {ground ? words.ofAll({ count: ground.passings, locations: ground.locations }) : '–'}
        {isCoarse(cluster) && <span className="note">{words.coarse}</span>}
      </td>
      <td>{ground ? <Route ground={ground} /> : '–'}</td>
      <td>{share(words, cluster.unaffordable)}</td>
      <td>
        {share(words, cluster.withoutDevice)}
        {hiddenPatches > 0 && <span className="note">{words.hiddenPatches({ patches: hiddenPatches })}</span>}
      </td>
    </tr>
  );
}

/** A patch's students, spread by share over a location or two: right in sum, hardly right for this land. */
function isCoarse({ ground, estimated, studentsPerHousehold }: Costed): boolean {
  return ground !== null && estimated / studentsPerHousehold > ground.passings;
}

function Route({ ground }: { readonly ground: NonNullable<Costed['ground']> }) {
  const { ground: words } = useCatalog(costMessages);
  const { betweenKm, withinKm, firstKm, isReached, roads } = ground;
  const straight = betweenKm + withinKm;
  const along = roads && roads.roadKm + roads.straightKm + withinKm;
  return (
    <>
      {words.miles({ miles: milesOf(straight) })}
      <span className="note">
        {along === undefined
          ? words.noRoads
          : words.alongRoads({ miles: milesOf(along), factor: straight > 0 ? along / straight : 1 })}
      </span>
      <span className="note">{isReached ? words.first({ miles: milesOf(firstKm) }) : words.notReached}</span>
    </>
  );
}

type Words = ReturnType<typeof costMessages.get>['ground'];

function share(words: Words, { share: value, of }: Costed['unaffordable']): string {
  if (value === null) return words.hidden;
  return of === 'state' ? words.byState({ share: value }) : words.byPatches({ share: value });
}
