/** What other features may use of clusters. */
export { flyToCluster, showCluster } from './actions.ts';
