/** Clusters by whether somebody signed to serve them. A place leaves the list by a signed commitment, or by a filing. */

import { useQuery } from '@tanstack/react-query';
import type { Committed } from '../../../server/features/commitments/contract.ts';
import { type Cluster, type Edition, fetchCommitted } from './api.ts';
import { type Choice, clusterSetOf } from './choice.ts';
import { FOREVER, type Question, useAll, useEdition, useEditions } from './edition.ts';

export type SignedCluster = Committed['clusters'][number];

/** In tens: from 95 % of the locations on. */
export const ALL_SIGNED = 100;

function committedQuery(edition: Edition): Question<Committed> {
  return {
    queryKey: ['committed', edition],
    queryFn: ({ signal }) => fetchCommitted(edition, signal),
    staleTime: Number.POSITIVE_INFINITY,
  };
}

/** Land that providers signed to serve; undefined until it comes. */
export function useCommitted() {
  return useQuery({ ...committedQuery(useEdition()), ...FOREVER }).data;
}

/** Those of all states shown. */
export function useCommitments(): Committed['commitments'] {
  const { data } = useAll('committed', useEditions().map(committedQuery));
  return (data ?? []).flatMap(({ commitments }) => commitments);
}

export interface BySignature {
  /** Nobody signed to serve these whole: the list of places without service. */
  readonly unsigned: readonly Cluster[];
  readonly whole: readonly Cluster[];
  readonly signed: ReadonlyMap<string, SignedCluster>;
}

export function useBySignature(all: readonly Cluster[], choice: Choice): BySignature {
  const committed = useCommitted();
  const { of } = clusterSetOf(choice);
  const signed = new Map(
    committed?.clusters.filter((one) => one.of === of && one.percent > 0).map((one) => [one.id, one]),
  );
  const isWhole = ({ id }: Cluster) => signed.get(id)?.percent === ALL_SIGNED;
  return { unsigned: all.filter((cluster) => !isWhole(cluster)), whole: all.filter(isWhole), signed };
}
