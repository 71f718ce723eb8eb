/** One cluster: how many, where, who is there, who is nearest, do the sources agree, and why it ranks where it does. */

import { useEffect, useRef } from 'react';
import type { Cluster } from '../../lib/api.ts';
import { clusterSetOf } from '../../lib/choice.ts';
import { useOwnState } from '../../lib/edition.ts';
import { missing } from '../../lib/heard.ts';
import { mapMessages } from '../../lib/messages.ts';
import { useChoice, useCluster, useClusters, useHeard } from '../../lib/queries.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { useView } from '../../lib/views.ts';
import { useMapSession } from '../../map/session.ts';
import { ClusterName } from '../../ui/ClusterName.tsx';
import { Coming } from '../../ui/Coming.tsx';
import { Message } from '../../ui/Message.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { flyToCluster, showCluster } from '../clusters/index.ts';
import { Card } from './Card.tsx';
import { ClusterFacts } from './ClusterFacts.tsx';
import { closeCard } from './close-card.ts';

export function ClusterCard({ id }: { readonly id: string }) {
  const session = useMapSession();
  const {
    cards: { close, cluster: messages },
  } = useCatalog(mapMessages);
  const { camera, audience, release, theme } = useView();
  const state = useOwnState();
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
  const reading = { audience, theme, ...(release ? { release } : {}) };
  const costRoute = { page: 'cost', reading, of: clusterSetOf(choice).of, clusters: [id] } as const;
  const at = list.findIndex((one) => one.id === id);
  const previous = at > 0 ? list[at - 1] : undefined;
  const next = at >= 0 ? list[at + 1] : undefined;
  return (
    <Card
      of={id}
      eyebrow={cluster ? messages.ranked({ rank: cluster.rank }) : messages.name}
      title={cluster ? <ClusterName name={cluster.name} /> : messages.title}
      actions={
        <>
          <button
            type="button"
            className="button"
            disabled={!previous}
            onClick={() => previous && showCluster(session, previous, state)}
          >
            {messages.previous}
          </button>
          <button
            type="button"
            className="button"
            disabled={!next}
            onClick={() => next && showCluster(session, next, state)}
          >
            {messages.next}
          </button>
          <button
            type="button"
            className="button quiet"
            disabled={!cluster}
            onClick={() => cluster && flyToCluster(session, cluster)}
          >
            {messages.showWhole}
          </button>
          {audience === 'agency' && (
            <PageLink className="button quiet" to={costRoute}>
              {messages.cost}
            </PageLink>
          )}
        </>
      }
    >
      {!cluster && detail.isError && (
        <Message title={messages.unknown} action={{ words: close, act: () => closeCard(session) }}>
          {heard?.filers.length === 0 ? messages.restOnFilings({ why: missing(heard) }) : detail.error.message}
        </Message>
      )}
      {!cluster && !detail.isError && <Coming words={messages.coming} />}
      {cluster && <ClusterFacts cluster={cluster} />}
    </Card>
  );
}
