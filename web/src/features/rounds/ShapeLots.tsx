/** New lots: of clusters, or of what is left of a county. */
import { useId, useState } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { Check } from '../../ui/Check.tsx';
import { Fault } from './Fault.tsx';
import { roundMessages } from './messages.ts';
import { type Round, useCandidates, useChanges } from './queries.ts';

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
                <span translate="no">{cluster.name}</span>{' '}
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
      <FromCounty counties={data.counties} isBusy={lots.isPending} make={(county) => lots.mutate({ county })} />
      <Fault error={lots.error} />
    </section>
  );
}

interface FromCountyProps {
  readonly counties: readonly { readonly id: string; readonly name: string }[];
  readonly isBusy: boolean;
  readonly make: (county: string) => void;
}

function FromCounty({ counties, isBusy, make }: FromCountyProps) {
  const { shape: messages } = useCatalog(roundMessages);
  const id = useId();
  const [chosen, setChosen] = useState('');
  const county = counties.some((one) => one.id === chosen) ? chosen : (counties[0]?.id ?? '');
  if (counties.length === 0) return null;
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{messages.byCounty}</label>
        <select id={id} value={county} onChange={(event) => setChosen(event.target.value)}>
          {counties.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      <p className="actions">
        <button type="button" className="button" disabled={isBusy} onClick={() => make(county)}>
          {messages.addCounty}
        </button>
      </p>
    </>
  );
}
