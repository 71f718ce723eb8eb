/** Where first: clusters of homes without service, the most pressing first. */
import './clusters.css';
import { useState } from 'react';
import type { Cluster } from '../../lib/api.ts';
import { type Choice, clusterSetOf, type Source } from '../../lib/choice.ts';
import { about } from '../../lib/estimate.ts';
import { FILER_WORDS, type Heard, missing, onlyFiler } from '../../lib/heard.ts';
import { useChoice, useClusters, useHeard } from '../../lib/queries.ts';
import { useView } from '../../lib/views.ts';
import { placeName } from '../../lib/words.ts';
import { useMapSession } from '../../map/session.ts';
import { Message } from '../../ui/Message.tsx';
import { showCluster } from './actions.ts';

const FIRST = 12;

export function ClusterList() {
  const session = useMapSession();
  const { selection } = useView();
  const choice = useChoice();
  const heard = useHeard();
  const { data, isPending, isError, error, refetch } = useClusters(choice);
  const [listed, setListed] = useState(FIRST);
  const clusters = data?.clusters ?? [];
  const first = clusters[0];
  return (
    <section className="clusters" aria-labelledby="where-first">
      <div className="section-head">
        <h2 id="where-first" className="eyebrow">
          Where first
        </h2>
        {first && (
          <button type="button" className="button quiet" onClick={() => showCluster(session, first)}>
            Walk the list
          </button>
        )}
      </div>
      {heard?.filers.length === 0 ? <NoList heard={heard} /> : <p className="note">{listedAs(choice, heard)}</p>}
      {isPending && heard?.filers.length !== 0 && <p className="note">The list is on its way.</p>}
      {isError && (
        <Message tone="failed" title="The list did not come" action={{ words: 'Try again', act: () => void refetch() }}>
          {error.message}
        </Message>
      )}
      {data && clusters.length === 0 && (
        <Message title="No cluster for this choice">
          Nowhere do enough neighboring homes lack service by this source.
          {heard?.filers.length === 2 && ' Try the word of the FCC or of the PUC alone.'}
        </Message>
      )}
      <ol className="cluster-list">
        {clusters.slice(0, listed).map((cluster) => (
          <li key={cluster.id}>
            <button
              type="button"
              aria-current={selection?.kind === 'cluster' && selection.id === cluster.id ? 'true' : undefined}
              onClick={() => showCluster(session, cluster)}
            >
              <span className="rank">{cluster.rank}</span>
              <span className="cluster-name">{cluster.name}</span>
              <span className="cluster-count">{about(cluster.estimated)}</span>
              <span className="cluster-place">{whereabouts(cluster, heard)}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className="row">
        {clusters.length > listed && (
          <button type="button" className="button quiet" onClick={() => setListed(listed + 25)}>
            Show more
          </button>
        )}
        <button type="button" className="button quiet" onClick={() => session.views.change({ page: 'table' })}>
          All as a table
        </button>
      </p>
    </section>
  );
}

function NoList({ heard }: { readonly heard: Heard }) {
  return <p className="note">Nothing can be ranked without filings: {missing(heard)}.</p>;
}

const WHOSE: Record<Source, string> = {
  agreed: 'where both the FCC and the state say so',
  fcc: 'where the FCC says so',
  puc: 'where the state says so',
};

function listedAs(choice: Choice, heard: Heard | undefined): string {
  const { of, source } = clusterSetOf(choice);
  const only = heard && onlyFiler(heard);
  const whose = only ? `by ${FILER_WORDS[only]} filings (${missing(heard)})` : WHOSE[source];
  const lacking = of === 'unserved' ? 'cannot buy even 25/3' : 'cannot buy 100/20';
  const asked =
    choice.profile === 'bead_2022' && choice.tier === '100_20' ? '' : ' Always ranked by reliable broadband.';
  return `Neighboring hexes where most homes ${lacking}, by public filings. Numbers are students by share of locations, ${whose}. Ranked by those, their density, distance to service and need.${asked}`;
}

/** "Kanawha County. Nearest service: Suddenlink cable, 3 km" */
function whereabouts({ places, nearestServed: [nearest] }: Cluster, heard: Heard | undefined): string {
  const counties = places.filter((place) => place.kind === 'county').map(placeName);
  const where = counties.length > 0 ? `${counties.slice(0, 2).join(', ')}. ` : '';
  // Who serves near is known from the FCC's filings only.
  if (heard && !heard.filers.includes('fcc')) return where.trim();
  return nearest
    ? `${where}Nearest service ${nearest.distanceKm.toFixed(nearest.distanceKm < 10 ? 1 : 0)} km, ${nearest.name}`
    : `${where}No service found near`;
}
