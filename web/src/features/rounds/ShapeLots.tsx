/** New lots: of clusters, or of what is left of a place. */

import { useId, useState } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { Check } from '../../ui/Check.tsx';
import { ClusterName } from '../../ui/ClusterName.tsx';
import { Fault } from './Fault.tsx';
import { roundMessages } from './messages.ts';
import { type Candidates, type Round, useCandidates, useChanges } from './queries.ts';

export function ShapeLots({ round }: { readonly round: Round }) {
  const { shape: messages } = useCatalog(roundMessages);
  const { data } = useCandidates(
    round.id,
    round.lots.reduce((sum, { patches }) => sum + patches.length, 0),
  );
  const { lots } = useChanges(round.id);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const choose = (id: string, isOn: boolean) => setChosen(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  if (!data) return null;
  return (
    <section aria-labelledby="shape">
      <h2 id="shape">{messages.title}</h2>
      {data.clusters.length > 0 && (
        <>
          <h3>{messages.byCluster}</h3>
          <p className="note">{messages.clusterNote}</p>
          <div className="rounds-clusters">
            {data.clusters.map((cluster) => (
              <Check
                key={cluster.id}
                isOn={chosen.includes(cluster.id)}
                isDisabled={cluster.taken >= cluster.patches}
                change={(isOn) => choose(cluster.id, isOn)}
              >
                <ClusterName name={cluster.name} />{' '}
                <span className="note">
                  {messages.cluster(cluster)}
                  {cluster.taken >= cluster.patches && ` (${messages.taken})`}
                </span>
              </Check>
            ))}
          </div>
          <p className="actions">
            <button
              type="button"
              className="button"
              disabled={chosen.length === 0 || lots.isPending}
              onClick={() => lots.mutate({ clusters: [...chosen] }, { onSuccess: () => setChosen([]) })}
            >
              {messages.addClusters}
            </button>
          </p>
        </>
      )}
      <FromPlace places={data.places} isBusy={lots.isPending} make={(place) => lots.mutate({ place })} />
      <p className="note">{messages.onMap}</p>
      <Fault error={lots.error} />
    </section>
  );
}

type Place = Candidates['places'][number];

interface FromPlaceProps {
  readonly places: readonly Place[];
  readonly isBusy: boolean;
  readonly make: (place: Pick<Place, 'kind' | 'id'>) => void;
}

function FromPlace({ places, isBusy, make }: FromPlaceProps) {
  const { shape: messages } = useCatalog(roundMessages);
  const id = useId();
  const [chosen, setChosen] = useState('');
  const place = places.find((one) => keyOf(one) === chosen) ?? places[0];
  if (!place) return null;
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{messages.byPlace}</label>
        <select id={id} value={keyOf(place)} onChange={(event) => setChosen(event.target.value)}>
          {[...Map.groupBy(places, ({ kind }) => kind)].map(([kind, own]) => (
            <optgroup key={kind} label={messages.placeKinds[kind]}>
              {own.map((one) => (
                <option key={one.id} value={keyOf(one)} translate="no">
                  {one.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <p className="actions">
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={() => make({ kind: place.kind, id: place.id })}
        >
          {messages.addPlace}
        </button>
      </p>
    </>
  );
}

function keyOf({ kind, id }: Place): string {
  return `${kind}:${id}`;
}
