import { components } from './components.ts';
import { neighborPairs } from './lattice.ts';
import { UnionFind } from './union.ts';

/** Limits of one request for proposals, in students without service. Plain data: change it here. */
export const CLUSTER_LIMITS = {
  /** More students make several projects. */
  students: 3000,
  /** A county of the eastern states is about 1,000 km2; providers bid on parts of one. */
  areaKm2: 400,
  /** A smaller cluster may join a neighbor across the district line, or a nearly full one. */
  fewStudents: 50,
  /** How far beyond the limits such a small one may push its neighbor. */
  stretch: 1.25,
} as const;

/** Missing hexes that a cluster may bridge: less than a kilometer. */
const GAP = 1;

/** The part of hexes without service that grouping needs, by position. */
export interface Unserved {
  /** Res 8, distinct, ascending: the result depends on the set only. */
  readonly cells: BigUint64Array;
  /** Estimated students without service. */
  readonly students: ArrayLike<number>;
  readonly areaKm2: ArrayLike<number>;
  /** Students per km2 of the surrounding land, smoothed, so that a cut does not follow single hexes. */
  readonly density: ArrayLike<number>;
  /** By hex the districts whose patches lie there. */
  readonly leaIds: readonly (readonly string[])[];
}

interface Link {
  readonly one: number;
  readonly other: number;
  readonly closeness: number;
  readonly density: number;
}

/**
 * Groups hexes into clusters: a partition, as positions, each ascending, in order of the first.
 *
 * A component that fits the limits is one cluster. A larger one is cut: its links are sorted, those inside a district first,
 * among them those without a gap, then from the densest to the thinnest, and joined as long as the result stays within
 * the limits. The cuts therefore follow its thinnest seams and district lines. In the end, small clusters join their densest
 * neighbor.
 */
export function groupHexes(hexes: Unserved): number[][] {
  const sets = new UnionFind(hexes.cells.length);
  const students = Float64Array.from(hexes.students);
  const areas = Float64Array.from(hexes.areaKm2);
  const tryJoin = (one: number, other: number, stretch: number): void => {
    const a = sets.find(one);
    const b = sets.find(other);
    if (a === b) return;
    const joinedStudents = (students[a] ?? 0) + (students[b] ?? 0);
    const joinedArea = (areas[a] ?? 0) + (areas[b] ?? 0);
    if (joinedStudents > CLUSTER_LIMITS.students * stretch || joinedArea > CLUSTER_LIMITS.areaKm2 * stretch) return;
    sets.join(a, b);
    students[sets.find(a)] = joinedStudents;
    areas[sets.find(a)] = joinedArea;
  };
  const { firsts, fits } = wholes(hexes);
  for (const [at, first] of firsts.entries()) if (fits(at)) sets.join(first, at);
  const links = linksOf(hexes, (at) => !fits(at));
  for (const { one, other } of links) tryJoin(one, other, 1);
  const isSmall = (at: number) => (students[sets.find(at)] ?? 0) < CLUSTER_LIMITS.fewStudents;
  for (const { one, other } of links) if (isSmall(one) || isSmall(other)) tryJoin(one, other, CLUSTER_LIMITS.stretch);
  return [...Map.groupBy(hexes.cells.keys(), (at) => sets.find(at)).values()];
}

/** By hex, the first of its component, and whether the component fits one cluster. */
function wholes({ cells, students, areaKm2 }: Unserved): { firsts: Int32Array; fits: (at: number) => boolean } {
  const firsts = components(cells, GAP);
  const all = new Float64Array(cells.length);
  const area = new Float64Array(cells.length);
  for (const [at, first] of firsts.entries()) {
    all[first] = (all[first] ?? 0) + (students[at] ?? 0);
    area[first] = (area[first] ?? 0) + (areaKm2[at] ?? 0);
  }
  const fits = (at: number) => {
    const first = firsts[at] ?? at;
    return (all[first] ?? 0) <= CLUSTER_LIMITS.students && (area[first] ?? 0) <= CLUSTER_LIMITS.areaKm2;
  };
  return { firsts, fits };
}

function linksOf({ cells, density, leaIds }: Unserved, isCut: (at: number) => boolean): Link[] {
  const links: Link[] = [];
  neighborPairs(cells, GAP + 1, (here, there, distance) => {
    if (!isCut(here)) return;
    const [one, other] = here < there ? [here, there] : [there, here];
    const isInside = leaIds[one]?.some((district) => leaIds[other]?.includes(district));
    links.push({
      one,
      other,
      closeness: (isInside ? 2 : 0) + (distance === 1 ? 1 : 0),
      density: Math.min(density[one] ?? 0, density[other] ?? 0),
    });
  });
  return links.sort((a, b) => b.closeness - a.closeness || b.density - a.density || a.one - b.one || a.other - b.other);
}
