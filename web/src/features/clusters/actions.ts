import type { Cluster } from '../../lib/api.ts';
import type { MapSession } from '../../map/session.ts';
import { boundsFrom } from '../../map/tiles.ts';

/** Opens a cluster's card and flies to it. */
export function showCluster(session: MapSession, cluster: Cluster): void {
  session.views.change({ selection: { kind: 'cluster', id: cluster.id }, page: 'map' });
  flyToCluster(session, cluster);
}

export function flyToCluster({ commands }: MapSession, cluster: Pick<Cluster, 'bbox'>): void {
  commands.withMap((map) => map.fly(boundsFrom(cluster.bbox), 10.5));
}
