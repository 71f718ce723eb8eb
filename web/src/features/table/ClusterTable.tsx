import type { TableMessages } from '../../../../server/domain/messages/en/table.ts';
import { milesOf, squareMilesOf } from '../../../../server/domain/miles.ts';
import { about } from '../../lib/amount-words.ts';
import type { Cluster } from '../../lib/api.ts';
import { clusterSetOf } from '../../lib/choice.ts';
import { clusterName, translateOf } from '../../lib/cluster-name.ts';
import { type Heard, missing } from '../../lib/heard.ts';
import { placeName } from '../../lib/place-name.ts';
import { useChoice, useClusters, useEdition, useHeard } from '../../lib/queries.ts';
import { type BySignature, useBySignature } from '../../lib/signed.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { technologyName } from '../../lib/words.ts';
import { useMapSession } from '../../map/session.ts';
import { showCluster } from '../clusters/index.ts';
import { tableMessages } from './messages.ts';
import { type Column, SortableTable } from './SortableTable.tsx';

export function ClusterTable() {
  const messages = useCatalog(tableMessages);
  const { clusters: words } = messages;
  const session = useMapSession();
  const choice = useChoice();
  const heard = useHeard();
  const isFiled = heard?.filers.length !== 0;
  const { data, isPending, isError, error } = useClusters(choice);
  const edition = useEdition();
  const set = clusterSetOf(choice);
  const { unsigned, whole, signed } = useBySignature(data?.clusters ?? [], choice);
  const download = new URLSearchParams({ ...edition, ...set, format: 'csv', limit: '1000' });
  const common = {
    keyOf: (cluster: Cluster) => cluster.id,
    empty: heard && !isFiled ? words.restOnFilings({ why: missing(heard) }) : words.none,
    open: {
      words: messages.show,
      label: (cluster: Cluster) => words.showOne({ name: clusterName(cluster.name) }),
      act: (cluster: Cluster) => showCluster(session, cluster, undefined),
    },
  };
  return (
    <>
      <SortableTable
        {...common}
        caption={words[set.of]}
        isComing={isPending && isFiled && !isError}
        note={isError ? words.failed(error) : isPending && isFiled ? words.coming : words.explained}
        columns={columns(messages, heard)}
        rows={unsigned}
        download={isFiled ? { words: words.download, href: `/api/v1/clusters?${download}` } : undefined}
      />
      {whole.length > 0 && (
        <SortableTable
          {...common}
          caption={words.signedTitle}
          note={words.signedNote({ count: whole.length })}
          columns={[...columns(messages, heard), ...signedColumns(messages, signed)]}
          rows={whole}
        />
      )}
    </>
  );
}

function signedColumns({ clusters: words }: TableMessages, signed: BySignature['signed']): Column<Cluster>[] {
  const confirmed = ({ id }: Cluster) => signed.get(id)?.confirmed ?? 0;
  const percent = ({ id }: Cluster) => signed.get(id)?.percent ?? 0;
  return [
    {
      name: words.signed,
      numeric: true,
      words: (cluster) => words.share({ percent: percent(cluster) }),
      sort: percent,
    },
    {
      name: words.confirmed,
      numeric: true,
      words: (cluster) => (confirmed(cluster) > 0 ? words.share({ percent: confirmed(cluster) }) : words.noneConfirmed),
      sort: confirmed,
    },
  ];
}

function columns({ clusters: words, count }: TableMessages, heard: Heard | undefined): Column<Cluster>[] {
  const nearest: Column<Cluster> = {
    name: words.nearest,
    words: ({ nearestServed: [nearest] }) =>
      nearest
        ? words.near({
            provider: nearest.name,
            technologyName: technologyName(nearest.technology),
            miles: milesOf(nearest.distanceKm),
          })
        : words.noneNear,
    sort: ({ nearestServed: [nearest] }) => nearest?.distanceKm ?? Number.POSITIVE_INFINITY,
  };
  return [
    {
      name: words.rank,
      numeric: true,
      words: (cluster) => count({ count: cluster.rank }),
      sort: (cluster) => cluster.rank,
    },
    {
      name: words.cluster,
      words: (cluster) => clusterName(cluster.name),
      isNamed: (cluster) => translateOf(cluster.name) === 'no',
      sort: (cluster) => clusterName(cluster.name),
    },
    {
      name: words.estimated,
      numeric: true,
      words: (cluster) => about(cluster.estimated),
      sort: (cluster) => cluster.estimated,
    },
    {
      name: words.inside,
      numeric: true,
      words: (cluster) => count({ count: cluster.students }),
      sort: (cluster) => cluster.students,
    },
    {
      name: words.squareMiles,
      numeric: true,
      words: (cluster) => count({ count: rounded(squareMilesOf(cluster.areaKm2)) }),
      sort: (cluster) => cluster.areaKm2,
    },
    {
      name: words.counties,
      isNamed: () => true,
      words: (cluster) =>
        cluster.places
          .filter((place) => place.kind === 'county')
          .map(placeName)
          .join(', '),
      sort: (cluster) => cluster.places.find((place) => place.kind === 'county')?.name ?? '',
    },
    // The nearest service is known from the FCC's filings only.
    ...(!heard || heard.filers.includes('fcc') ? [nearest] : []),
  ];
}

/** Small clusters keep a digit after the point: none has no land. */
function rounded(squareMiles: number): number {
  return squareMiles < 10 ? Math.max(0.1, Math.round(10 * squareMiles) / 10) : Math.round(squareMiles);
}
