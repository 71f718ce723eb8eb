/** The list waits for the release anyway, so it loads after the first paint. */
import { lazy } from 'react';

export { flyToCluster, showCluster } from './actions.ts';
export const ClusterList = lazy(async () => ({ default: (await import('./ClusterList.tsx')).ClusterList }));
