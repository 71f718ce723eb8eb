/** Where first: clusters of homes without service, by urgency. */
import './clusters.css';
import { lazy, Suspense, useId, useState } from 'react';
import type { PanelMessages } from '../../../../server/domain/messages/en/map/panel.ts';
import { milesOf } from '../../../../server/domain/miles.ts';
import { about } from '../../lib/amount-words.ts';
import type { Cluster } from '../../lib/api.ts';
import { type Choice, clusterSetOf, isAboutLand } from '../../lib/choice.ts';
import { clusterName } from '../../lib/cluster-name.ts';
import type { StateShown } from '../../lib/edition.ts';
import { type Heard, missing, onlyFiler } from '../../lib/heard.ts';
import { mapMessages } from '../../lib/messages.ts';
import { placeName } from '../../lib/place-name.ts';
import { useChoice, useClusters, useHeard, usePlace, useRelease } from '../../lib/queries.ts';
import { type SignedCluster, useBySignature } from '../../lib/signed.ts';
import { STARTS } from '../../lib/starts.ts';
import { useCatalog, useMessages } from '../../lib/use-messages.ts';
import { useView } from '../../lib/views.ts';
import { useMapSession } from '../../map/session.ts';
import { ClusterName } from '../../ui/ClusterName.tsx';
import { Coming } from '../../ui/Coming.tsx';
import { Message } from '../../ui/Message.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { showCluster } from './actions.ts';
import { LeavesPaid } from './LeavesPaid.tsx';

type ClusterMessages = PanelMessages['clusters'];

const FIRST = 12;
/** Of each of several states. */
const FIRST_OF_EACH = 5;
const RankChoice = lazy(() => import('./RankChoice.tsx'));

export interface ClusterListProps {
  /** Where the map shows several states: whose clusters, by its own ranking. */
  readonly of?: StateShown;
  /** How a reader weighs clusters is the same in all states, and asked once. */
  readonly isFirst?: boolean;
}

export function ClusterList({ of, isFirst = true }: ClusterListProps) {
  const session = useMapSession();
  const id = useId();
  const title = isFirst ? 'where-first' : id;
  const { clusters: messages, edition, ranking } = useCatalog(mapMessages);
  const { tryAgain } = useMessages();
  const { selection, place } = useView();
  const { data: found } = usePlace(place);
  const placed = found && { name: placeName(found) };
  const choice = useChoice();
  const heard = useHeard();
  const { data, isPending, isError, error, refetch } = useClusters(choice);
  const [listed, setListed] = useState(of ? FIRST_OF_EACH : FIRST);
  const { unsigned: clusters, whole, signed } = useBySignature(data?.clusters ?? [], choice);
  const first = clusters[0];
  const isFiled = heard?.filers.length !== 0;
  const isSelected = (cluster: string) =>
    selection?.kind === 'cluster' && selection.id === cluster && selection.state === of?.fips;
  // What there is instead of the release stands where the number would.
  if (useRelease().isError) return null;
  return (
    <section className="clusters" aria-labelledby={title}>
      <div className="section-head">
        <h2 id={title} className="eyebrow">
          {of ? edition.whereFirst({ stateName: of.name }) : messages.title}
        </h2>
        {first && (
          <button type="button" className="button quiet" onClick={() => showCluster(session, first, of?.fips)}>
            {messages.walk}
          </button>
        )}
      </div>
      <p className="note">
        {heard && !isFiled ? messages.noRanking({ why: missing(heard) }) : listedAs(messages, choice, heard)}
      </p>
      {!isAboutLand(choice) && <p className="note">{ranking.notOfLand}</p>}
      {placed && data && <p className="note">{placedInWords(placed.name, clusters.length)}</p>}
      <LeavesPaid choice={choice} clusterCount={data?.paidFor ?? 0} />
      {whole.length > 0 && (
        <p className="note">
          {messages.committedLeftOut({ count: whole.length })}{' '}
          <PageLink to={STARTS.commitments}>{messages.seeCommitments}</PageLink>
        </p>
      )}
      {isFirst && first && clusters.length > 1 && (
        <Suspense>
          <RankChoice first={clusterName(first.name)} />
        </Suspense>
      )}
      {isPending && isFiled && <Coming words={messages.coming} />}
      {isError && (
        <Message tone="failed" title={messages.failed} action={{ words: tryAgain, act: () => void refetch() }}>
          {error.message}
        </Message>
      )}
      {data && !place && clusters.length === 0 && (
        <Message title={messages.none}>
          {messages.noneWhy}
          {heard?.filers.length === 2 && ` ${messages.tryAlone({ commission: heard.commission })}`}
        </Message>
      )}
      <ol className="cluster-list">
        {clusters.slice(0, listed).map((cluster) => (
          <li key={cluster.id}>
            <button
              type="button"
              aria-current={isSelected(cluster.id) ? 'true' : undefined}
              onClick={() => showCluster(session, cluster, of?.fips)}
            >
              <span className="rank">{cluster.rank}</span>
              <ClusterName className="cluster-name" name={cluster.name} />
              <span className="cluster-count">{about(cluster.rankParts.estimated ?? cluster.estimated)}</span>
              <span className="cluster-place">
                {whereSaid(messages, cluster, heard)}
                {signedInWords(messages, signed.get(cluster.id))}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p className="row">
        {clusters.length > listed && (
          <button type="button" className="button quiet" onClick={() => setListed(listed + 25)}>
            {messages.showMore}
          </button>
        )}
        <button
          type="button"
          className="button quiet"
          onClick={() => session.views.change({ page: 'table', ...(of && { state: of.fips }) })}
        >
          {messages.allAsTable}
        </button>
      </p>
    </section>
  );
}

function signedInWords(messages: ClusterMessages, signed: SignedCluster | undefined): string {
  if (!signed) return '';
  const confirmed = signed.confirmed > 0 ? `, ${messages.confirmedIn(signed)}` : '';
  return ` · ${messages.committedIn(signed)}${confirmed}`;
}

function placedInWords(place: string, clusterCount: number): string {
  const { ranking } = mapMessages.get();
  return clusterCount === 0 ? ranking.noneInPlace({ place }) : ranking.inPlace({ clusterCount, place });
}

function listedAs(messages: ClusterMessages, choice: Choice, heard: Heard | undefined): string {
  const { of: lacking, source } = clusterSetOf(choice);
  const filer = heard && onlyFiler(heard);
  const listed = filer
    ? messages.listedByOne({ lacking, filer, commission: heard.commission, why: missing(heard) })
    : messages.listed({ lacking, source });
  const isRanking = choice.profile === 'bead_2022' && choice.tier === '100_20';
  return isRanking ? listed : `${listed} ${messages.alwaysBy}`;
}

/** "Kanawha County. Nearest service 1.9 miles, Suddenlink" */
function whereSaid(messages: ClusterMessages, cluster: Cluster, heard: Heard | undefined): string {
  const counties = cluster.places.filter((place) => place.kind === 'county').map(placeName);
  const where = counties.length > 0 ? [messages.counties({ names: counties.slice(0, 2) })] : [];
  // The nearest service is known from the FCC's filings only.
  if (heard && !heard.filers.includes('fcc')) return where.join(' ');
  const [nearest] = cluster.nearestServed;
  const near = nearest
    ? messages.nearest({ miles: milesOf(nearest.distanceKm), provider: nearest.name })
    : messages.noneNear;
  return [...where, near].join(' ');
}
