export { flyToCluster, showCluster } from './actions.ts';
export { ClusterList } from './ClusterList.tsx';
