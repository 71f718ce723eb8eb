/** Estimates students in places without service by filings: exact students of patches, spread by share of locations. */
import { type Lists, listAt } from '../lists.ts';
import { SOURCES, type Source } from '../verdict.ts';
import type { ClusterMeasure, Reading } from './measure.ts';
import type { ClusterPatch } from './patch.ts';

/** The patches of one view with their land, and the verdicts of the view's filings on it. */
export interface ClusterView {
  readonly patches: readonly ClusterPatch[];
  /** Land by patch: positions of res-8 hexes, never empty. */
  readonly hexesOf: Lists;
  readonly reading: Reading;
}

/**
 * Visits the land over which patches' students are spread, patch by patch. The children of a hex weigh as many
 * locations as the hex has; if no hex of a patch has any, every child weighs the same.
 *
 * @param visit called with the positions of a patch and a hex, and the students that one child of the hex represents
 */
export function spread(
  { patches, hexesOf, reading: { weight, children } }: ClusterView,
  visit: (patch: number, hex: number, studentsAChild: number) => void,
): void {
  patches.forEach(({ students }, patch) => {
    const land = listAt(hexesOf, patch);
    let all = 0;
    let area = 0;
    for (const hex of land) {
      all += (weight[hex] ?? 0) * (children[hex] ?? 0);
      area += children[hex] ?? 0;
    }
    for (const hex of land) {
      const share = all > 0 ? (weight[hex] ?? 0) / all : 1 / area;
      if (share > 0) visit(patch, hex, students * share);
    }
  });
}

/** Estimated students by hex where filings agree that there is no service. */
export function affectedByHex(view: ClusterView, of: ClusterMeasure): Float64Array {
  const affected = view.reading.affected[of].agreed;
  const students = new Float64Array(affected.length);
  spread(view, (_, hex, each) => {
    students[hex] = (students[hex] ?? 0) + each * (affected[hex] ?? 0);
  });
  return students;
}

/** A view's numbers of each cluster. */
export interface Tally {
  /** Estimated students without service in it, whole. */
  readonly estimated: Readonly<Record<Source, number>>;
  /** Positions of the patches whose land, as far as students are spread over it, lies wholly inside. */
  readonly whole: readonly number[];
}

/** @param clusterOf by hex its cluster, or -1 */
export function tallyOf(view: ClusterView, of: ClusterMeasure, clusterOf: Int32Array, clusters: number): Tally[] {
  const sums = Array.from({ length: clusters }, () => ({ fcc: 0, puc: 0, agreed: 0 }));
  const affected = view.reading.affected[of];
  const NOWHERE = -1;
  const UNSEEN = -2;
  const clusterOfPatch = new Int32Array(view.patches.length).fill(UNSEEN);
  spread(view, (patch, hex, each) => {
    const cluster = clusterOf[hex] ?? NOWHERE;
    const before = clusterOfPatch[patch] ?? UNSEEN;
    clusterOfPatch[patch] = before === UNSEEN || before === cluster ? cluster : NOWHERE;
    const sum = sums[cluster];
    if (sum) for (const source of SOURCES) sum[source] += each * (affected[source][hex] ?? 0);
  });
  const whole: number[][] = sums.map(() => []);
  for (const [patch, cluster] of clusterOfPatch.entries()) whole[cluster]?.push(patch);
  return sums.map(({ fcc, puc, agreed }, at) => ({
    estimated: { fcc: Math.round(fcc), puc: Math.round(puc), agreed: Math.round(agreed) },
    whole: whole[at] ?? [],
  }));
}
