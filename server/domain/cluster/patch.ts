/** What clusters are made from: the patches of one audience, with what is published of them. */
import type { Cell } from '../cell.ts';
import type { Source } from '../verdict.ts';

/** Which students a set of clusters is about; `underserved` includes the unserved: everybody without 100/20. */
export const CLUSTER_MEASURES = ['unserved', 'underserved'] as const;
export type ClusterMeasure = (typeof CLUSTER_MEASURES)[number];

export interface ClusterPatch {
  /** Number of the patch in its release and audience. */
  readonly patch: number;
  readonly cell: Cell;
  /** Of `cell`, 5 to 8. */
  readonly resolution: number;
  /** True: the patch covers what of `cell` finer patches do not. */
  readonly rest: boolean;
  readonly leaIds: readonly string[];
  readonly students: number;
  readonly households: number;
  /** Students by measure and source, at profile `bead_2022` and 100/20, as published; the likeliest where hidden. */
  readonly affected: Readonly<Record<ClusterMeasure, Readonly<Record<Source, number>>>>;
  /** Students of whom the sources, or a filing and the family, contradict each other; likewise. */
  readonly contradicted: number;
  /** Students whose answers say unavailable, unaffordable or inadequate, likewise; -1 = nobody in the patch answered. */
  readonly needs: number;
  /** Students with an answer, likewise. @default all of them */
  readonly answered?: number;
}
