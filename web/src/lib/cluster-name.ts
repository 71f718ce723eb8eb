/** Names of clusters, and of lots that keep the name of one, in the page's language. The API has them in English. */
import { clusterNameIn, isClusterName } from '../../../server/domain/cluster/name-in.ts';
import { shellMessages } from './messages.ts';

export function clusterName(name: string): string {
  return clusterNameIn(shellMessages.get().clusterNames, name);
}

/** The attribute `translate` of a name: what somebody chose is in no language. */
export function translateOf(name: string): 'no' | undefined {
  return isClusterName(name) ? undefined : 'no';
}
