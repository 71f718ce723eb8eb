/** One cluster: how many, where, who is there, who is nearest, do the sources agree, and why it ranks where it does. */
import { useEffect, useRef } from 'react';
import type { Cluster } from '../../lib/api.ts';
import { clusterSetOf } from '../../lib/choice.ts';
import { grouped, plural } from '../../lib/counts.ts';
import { about } from '../../lib/estimate.ts';
import { FILER_WORDS, missing, onlyFiler } from '../../lib/heard.ts';
import { useChoice, useCluster, useClusters, useHeard } from '../../lib/queries.ts';
import { useView } from '../../lib/views.ts';
import { placeName } from '../../lib/words.ts';
import { useMapSession } from '../../map/session.ts';
import { Message } from '../../ui/Message.tsx';
import { flyToCluster, showCluster } from '../clusters/index.ts';
import { Card, closeCard } from './Card.tsx';

export function ClusterCard({ id }: { readonly id: string }) {
  const session = useMapSession();
  const { camera } = useView();
  const choice = useChoice();
  const heard = useHeard();
  const list = useClusters(choice).data?.clusters ?? [];
  const detail = useCluster(choice, id);
  const listed = list.find((cluster) => cluster.id === id);
  const cluster: Cluster | undefined = listed ?? detail.data;
  const isFirstLook = useRef(!camera);
  useEffect(() => {
    if (cluster && isFirstLook.current) flyToCluster(session, cluster);
    if (cluster) isFirstLook.current = false;
  }, [session, cluster]);
  const at = list.findIndex((one) => one.id === id);
  const previous = at > 0 ? list[at - 1] : undefined;
  const next = at >= 0 ? list[at + 1] : undefined;
  return (
    <Card
      of={id}
      eyebrow={cluster ? `Cluster ${cluster.rank}` : 'Cluster'}
      title={cluster?.name ?? 'A cluster'}
      actions={
        <>
          <button
            type="button"
            className="button"
            disabled={!previous}
            onClick={() => previous && showCluster(session, previous)}
          >
            Previous
          </button>
          <button type="button" className="button" disabled={!next} onClick={() => next && showCluster(session, next)}>
            Next
          </button>
          <button
            type="button"
            className="button quiet"
            disabled={!cluster}
            onClick={() => cluster && flyToCluster(session, cluster)}
          >
            Show it whole
          </button>
        </>
      }
    >
      {!cluster && detail.isError && (
        <Message title="This choice has no such cluster" action={{ words: 'Close', act: () => closeCard(session) }}>
          {heard?.filers.length === 0 ? `Clusters rest on filings, and ${missing(heard)}.` : detail.error.message}
        </Message>
      )}
      {!cluster && !detail.isError && <p className="note">Looking it up.</p>}
      {cluster && <ClusterFacts cluster={cluster} />}
    </Card>
  );
}

function ClusterFacts({ cluster }: { readonly cluster: Cluster }) {
  const choice = useChoice();
  const heard = useHeard();
  const only = heard && onlyFiler(heard);
  const lacking = clusterSetOf(choice).of === 'unserved' ? 'cannot buy even 25/3' : 'cannot buy 100/20';
  return (
    <>
      <p className="big-number">{about(cluster.estimated)}</p>
      <p className="figure-words">
        students on {grouped(Math.round(cluster.areaKm2))} km² live where most {lacking}, by share of locations.{' '}
        {insideInWords(cluster)}
      </p>
      <h3>Where</h3>
      <ul>
        {cluster.places.map((place) => (
          <li key={`${place.kind}${place.id}`}>
            {placeName(place)}
            {place.share < 0.995 && `, ${Math.max(1, Math.round(place.share * 100))} % of it`}
          </li>
        ))}
      </ul>
      <h3>Nearest service</h3>
      {cluster.nearestServed.length === 0 && <p>{only === 'puc' ? OFFERS_UNKNOWN : 'None found near.'}</p>}
      <ul>
        {cluster.nearestServed.map((near) => (
          <li key={`${near.providerId}${near.technology}`}>
            {near.name}, {near.technologyName}, {near.distanceKm.toFixed(1)} km by {near.source.toUpperCase()} filings
          </li>
        ))}
      </ul>
      <h3>Already there</h3>
      {cluster.providersPresent.length === 0 && (
        <p>{only === 'puc' ? OFFERS_UNKNOWN : 'No provider reports anything inside.'}</p>
      )}
      <ul>
        {cluster.providersPresent.map((present) => (
          <li key={`${present.providerId}${present.technology}`}>
            {present.name}, {present.technologyName}, up to {grouped(present.downloadMbps)}/
            {grouped(present.uploadMbps)} at {plural(present.locations, 'location')}
          </li>
        ))}
      </ul>
      <h3>{only ? 'By whose word' : 'Do the sources agree?'}</h3>
      <p>{only ? `By ${FILER_WORDS[only]} filings alone: ${missing(heard)}.` : agreementInWords(cluster)}</p>
      {cluster.changedByOwnFilings !== undefined && (
        <>
          <h3>What the agency's own filings change</h3>
          <p>{changesInWords(cluster)}</p>
        </>
      )}
      <details>
        <summary>Why it ranks {cluster.rank}</summary>
        <dl className="parts">
          {Object.entries(cluster.rankParts).map(([part, value]) => (
            <div key={part}>
              <dt>{RANK_WORDS[part] ?? part}</dt>
              <dd>{value === null ? 'unknown' : partInWords(part, value)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

const OFFERS_UNKNOWN = 'Known from FCC filings only, of which this release has none.';

const RANK_WORDS: Record<string, string> = {
  estimated: 'Students without service',
  densityPerKm2: 'Of them on a km²',
  distanceKm: 'Kilometers to service',
  needShare: 'Share of answers that name a need',
  score: 'Score of all four',
};

function partInWords(part: string, value: number): string {
  if (part === 'estimated') return about(value);
  return part === 'needShare' ? `${Math.round(value * 100)} %` : rounded(value);
}

/** Exact, and apart from the estimate. */
function insideInWords({ wholePatches, students, households }: Cluster): string {
  if (wholePatches === 0) return 'No area that numbers are published of lies wholly inside.';
  const areas = wholePatches === 1 ? 'One area lies' : `${grouped(wholePatches)} areas lie`;
  return `${areas} wholly inside, with ${plural(students, 'student')} in ${plural(households, 'household')}.`;
}

function changesInWords({ agreement: { agree, contradict, oneSided }, changedByOwnFilings = 0 }: Cluster): string {
  const hexes = agree + contradict + oneSided;
  if (changedByOwnFilings === 0) return 'Nothing: they say of all its hexes what the public filings say.';
  const are = changedByOwnFilings === 1 ? 'has' : 'have';
  return `Of its ${plural(hexes, 'hex', 'hexes')}, ${grouped(changedByOwnFilings)} ${are} another verdict by them. The outline follows the public filings, for everybody alike; the numbers here follow all filings.`;
}

function rounded(value: number): string {
  return grouped(value >= 100 ? Math.round(value) : Math.round(value * 100) / 100);
}

function agreementInWords({ agreement: { agree, contradict, oneSided } }: Cluster): string {
  const parts = [`They agree about ${plural(agree, 'hex', 'hexes')}`];
  if (contradict > 0) parts.push(`contradict each other about ${grouped(contradict)}`);
  if (oneSided > 0) parts.push(`only one of them speaks of ${grouped(oneSided)}`);
  return `${parts.join(', ')}.`;
}
