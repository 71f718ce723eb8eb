/** What clusters are told of the patches of one view: nothing but what is published of them. */
export interface ClusterPatch {
  /** Number of the patch in its release and audience. */
  readonly patch: number;
  readonly leaIds: readonly string[];
  readonly students: number;
  readonly households: number;
  /** Students with an answer, as published; the likeliest where hidden. */
  readonly answered: number;
  /** Students whose answers say unavailable, unaffordable or inadequate, likewise. */
  readonly needs: number;
}
