import { clusterName, translateOf } from '../lib/cluster-name.ts';

/** Of a cluster or a lot. */
export function ClusterName({ name, className }: { readonly name: string; readonly className?: string }) {
  return (
    <span className={className} translate={translateOf(name)}>
      {clusterName(name)}
    </span>
  );
}
