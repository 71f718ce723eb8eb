export type { ClusterMeasure, ClusterPatch } from '../../domain/cluster/patch.ts';
export { clusterRows } from './rows.ts';
export { type ClusterInput, writeClusters } from './write.ts';
