import { about } from '../../lib/amount-words.ts';
import type { Cluster } from '../../lib/api.ts';
import { clusterSetOf } from '../../lib/choice.ts';
import { grouped } from '../../lib/counts.ts';
import { type Heard, missing } from '../../lib/heard.ts';
import { useChoice, useClusters, useEdition, useHeard } from '../../lib/queries.ts';
import { placeName } from '../../lib/words.ts';
import { useMapSession } from '../../map/session.ts';
import { showCluster } from '../clusters/index.ts';
import { type Column, SortableTable } from './SortableTable.tsx';

export function ClusterTable() {
  const session = useMapSession();
  const choice = useChoice();
  const heard = useHeard();
  const isFiled = heard?.filers.length !== 0;
  const { data, isPending, isError, error } = useClusters(choice);
  const edition = useEdition();
  const set = clusterSetOf(choice);
  const download = new URLSearchParams({ ...edition, ...set, format: 'csv', limit: '1000' });
  return (
    <SortableTable
      caption={set.of === 'unserved' ? 'Clusters without service' : 'Clusters without 100/20'}
      isComing={isPending && isFiled && !isError}
      note={
        isError
          ? `The clusters did not come. ${error.message}`
          : isPending && isFiled
            ? 'The clusters are on their way.'
            : 'Estimated: students without service, by share of locations. Wholly inside: students of the published areas that lie in the cluster as a whole.'
      }
      columns={columns(heard)}
      rows={data?.clusters ?? []}
      keyOf={(cluster) => cluster.id}
      empty={heard && !isFiled ? `Clusters rest on filings: ${missing(heard)}.` : 'No clusters for this choice.'}
      open={{
        words: 'Show',
        label: (cluster) => `Show ${cluster.name} on the map`,
        act: (cluster) => showCluster(session, cluster),
      }}
      download={isFiled ? { words: 'Download clusters (CSV)', href: `/api/v1/clusters?${download}` } : undefined}
    />
  );
}

function columns(heard: Heard | undefined): Column<Cluster>[] {
  const nearest: Column<Cluster> = {
    name: 'Nearest service',
    words: ({ nearestServed: [nearest] }) =>
      nearest ? `${nearest.name}, ${nearest.technologyName}, ${nearest.distanceKm.toFixed(1)} km` : 'none found',
    sort: ({ nearestServed: [nearest] }) => nearest?.distanceKm ?? Number.POSITIVE_INFINITY,
  };
  return [
    { name: 'Rank', numeric: true, words: (cluster) => grouped(cluster.rank), sort: (cluster) => cluster.rank },
    { name: 'Cluster', words: (cluster) => cluster.name, sort: (cluster) => cluster.name },
    {
      name: 'Estimated',
      numeric: true,
      words: (cluster) => about(cluster.estimated),
      sort: (cluster) => cluster.estimated,
    },
    {
      name: 'Wholly inside',
      numeric: true,
      words: (cluster) => grouped(cluster.students),
      sort: (cluster) => cluster.students,
    },
    {
      name: 'km²',
      numeric: true,
      words: (cluster) => grouped(Math.round(cluster.areaKm2)),
      sort: (cluster) => cluster.areaKm2,
    },
    {
      name: 'Counties',
      words: (cluster) =>
        cluster.places
          .filter((place) => place.kind === 'county')
          .map(placeName)
          .join(', '),
      sort: (cluster) => cluster.places.find((place) => place.kind === 'county')?.name ?? '',
    },
    // Who serves near is known from the FCC's filings only.
    ...(!heard || heard.filers.includes('fcc') ? [nearest] : []),
  ];
}
