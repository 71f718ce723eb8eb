/** Clusters from the ranked list, by name or place; the choice is in the address. */

import { useDeferredValue, useId, useState } from 'react';
import { CLUSTER_MEASURES } from '../../../../server/domain/cluster/measure.ts';
import { clusterName } from '../../lib/cluster-name.ts';
import { goToAddress } from '../../lib/location.ts';
import { addressOf, type Route } from '../../lib/route.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { ClusterName } from '../../ui/ClusterName.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { NARROW, useMedia } from '../../ui/use-media.ts';
import { costMessages } from './messages.ts';
import { type AgencyEdition, type Cluster, type ScenarioBody, useRankedClusters, useSignedWhole } from './queries.ts';

const LISTED = 12;
const MOST = 60;

interface ClusterPickProps {
  readonly route: Extract<Route, { page: 'cost' }>;
  readonly edition: AgencyEdition;
  readonly scenario: ScenarioBody;
  readonly change: (changed: Partial<ScenarioBody>) => void;
}

export function ClusterPick({ route, edition, scenario, change }: ClusterPickProps) {
  const { pick: messages, failed } = useCatalog(costMessages);
  const [text, setText] = useState('');
  const sought = useDeferredValue(text);
  const { data, isError, error, refetch } = useRankedClusters(edition, scenario);
  const all = data?.clusters ?? [];
  const choose = (clusters: string[], more: Partial<ScenarioBody> = {}) => {
    change({ ...more, clusters });
    if (!route.saved) goToAddress(addressOf({ ...route, of: more.of ?? route.of, clusters }), 'replace');
  };
  const chosen = all.filter(({ id }) => scenario.clusters.includes(id));
  const signed = useSignedWhole(edition, scenario.of);
  const named = all.filter((cluster) => !scenario.clusters.includes(cluster.id) && isNamed(cluster, sought));
  const found = named.filter((cluster) => !signed.has(cluster.id));
  const id = useId();
  return (
    <section className="cost-pick" aria-labelledby={id}>
      <h2 id={id}>{messages.title}</h2>
      <p>{messages.lead}</p>
      <div className="cost-pick-choices">
        <Field label={messages.search}>
          {(own) => <input id={own} type="search" value={text} onChange={(event) => setText(event.target.value)} />}
        </Field>
        <Field label={messages.of}>
          {(own) => (
            <select
              id={own}
              value={scenario.of}
              onChange={(event) => choose([], { of: event.target.value as ScenarioBody['of'] })}
            >
              {CLUSTER_MEASURES.map((of) => (
                <option key={of} value={of}>
                  {messages.measures[of]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {isError && <NotShown error={error} title={failed} again={() => void refetch()} />}
      <div className="cost-chosen">
        <p role="status">{messages.chosen({ count: scenario.clusters.length })}</p>
        {scenario.clusters.length > 0 && (
          <button type="button" className="button quiet" onClick={() => choose([])}>
            {messages.clear}
          </button>
        )}
      </div>
      <fieldset className="cost-list">
        <legend className="sr-only">{messages.list}</legend>
        {[...chosen, ...found.slice(0, LISTED)].map((cluster) => {
          const isChosen = scenario.clusters.includes(cluster.id);
          const others = scenario.clusters.filter((one) => one !== cluster.id);
          return (
            <Row
              key={cluster.id}
              cluster={cluster}
              isChosen={isChosen}
              isFull={!isChosen && scenario.clusters.length >= MOST}
              toggle={() => choose(isChosen ? others : [...scenario.clusters, cluster.id])}
            />
          );
        })}
      </fieldset>
      {data && found.length === 0 && chosen.length === 0 && <p className="note">{messages.none}</p>}
      {named.length > found.length && <p className="note">{messages.signed({ count: named.length - found.length })}</p>}
      {found.length > LISTED && <p className="note">{messages.more({ count: found.length - LISTED })}</p>}
    </section>
  );
}

interface RowProps {
  readonly cluster: Cluster;
  readonly isChosen: boolean;
  readonly isFull: boolean;
  readonly toggle: () => void;
}

function Row({ cluster: { rank, name, estimated, places }, isChosen, isFull, toggle }: RowProps) {
  const messages = useCatalog(costMessages);
  const isNarrow = useMedia(NARROW);
  const first = places.find(({ kind }) => kind === 'county') ?? places[0];
  const others = places.length - 1;
  const where =
    isNarrow && first && others > 0
      ? messages.pick.andMore({ name: first.name, count: others })
      : places.map((place) => place.name).join(', ');
  return (
    <label className="cost-row">
      <input type="checkbox" checked={isChosen} disabled={isFull} onChange={toggle} />
      <span className="cost-rank" translate="no">
        {rank}
      </span>
      <span>
        <ClusterName name={name} />
        <span className="note" translate="no">
          {where}
        </span>
      </span>
      <span className="cost-students">{messages.students({ students: estimated })}</span>
    </label>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: (id: string) => React.ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

function isNamed({ name, places }: Cluster, text: string): boolean {
  const words = [clusterName(name), ...places.map((place) => place.name)].join(' ').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
