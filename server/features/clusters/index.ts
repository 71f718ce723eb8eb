export type { ClusterMeasure } from '../../domain/cluster/measure.ts';
export type { ClusterPatch } from '../../domain/cluster/patch.ts';
export type { Cluster } from './contract.ts';
export { clustersFrom } from './queries.ts';
export { clusterRows } from './rows.ts';
export { type ClustersOfRelease, clustersOfRelease, type ViewInput, writeClusters } from './write.ts';
