import type { Cluster } from '../../lib/api.ts';
import { changeView } from '../../lib/use-view.ts';
import { withMap } from '../../map/commands.ts';
import { boundsFrom } from '../../map/tiles.ts';

/** Keeps a cluster's card and flies to it. */
export function showCluster(cluster: Cluster): void {
  changeView({ selection: { kind: 'cluster', id: cluster.id }, page: 'map' });
  flyToCluster(cluster);
}

export function flyToCluster(cluster: Pick<Cluster, 'bbox'>): void {
  withMap((map) => map.fly(boundsFrom(cluster.bbox), 10.5));
}
