/** The input of clusters about one view's patches: published numbers only. */
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
