import type { Cluster } from '../../lib/api.ts';
import type { MapSession } from '../../map/session.ts';
import { boundsFrom } from '../../map/tiles.ts';

/** Opens a cluster's card and flies to it. @param state whose cluster it is, where the map shows several */
export function showCluster(session: MapSession, cluster: Cluster, state: string | undefined): void {
  session.views.change({ selection: { kind: 'cluster', id: cluster.id, ...(state && { state }) }, page: 'map' });
  flyToCluster(session, cluster);
}

export function flyToCluster({ commands }: MapSession, cluster: Pick<Cluster, 'bbox'>): void {
  commands.withMap((map) => map.fly(boundsFrom(cluster.bbox), 10.5));
}
