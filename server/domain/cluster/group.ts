import { shareDistrict } from './footprint.ts';
import type { Link } from './links.ts';
import type { ClusterPatch } from './patch.ts';
import { UnionFind } from './union.ts';

/** What one request for proposals can hold. Plain data: change it here. */
export const CLUSTER_LIMITS = {
  /** More students are several projects. */
  students: 3000,
  /** A county of the eastern states is about 1,000 km2; providers bid on parts of one. */
  areaKm2: 400,
  /** Fewer look for a neighbor across the district line, or one that is nearly full. */
  fewStudents: 50,
  /** How far beyond the limits such a small one may push its neighbor. */
  stretch: 1.25,
} as const;

/** A patch as far as joining goes. */
export interface Member {
  readonly patch: ClusterPatch;
  readonly areaKm2: number;
}

/**
 * Patches joined into clusters: a partition of them, as positions, each ascending, in order of the first.
 *
 * Links are taken from the densest to the thinnest, those inside a district first and among them those without a gap, and
 * joined as long as the result stays within the limits. So what fits in one cluster is joined whole, and what does not is cut along its thinnest
 * seams and along district lines. In the end, small clusters join the densest neighbor they have.
 *
 * @param members in canonical order: the result depends on nothing else
 */
export function groupPatches(members: readonly Member[], links: readonly Link[]): number[][] {
  const sets = new UnionFind(members.length);
  const students = members.map(({ patch }) => patch.students);
  const areas = members.map(({ areaKm2 }) => areaKm2);
  const tryJoin = (link: Link, stretch: number): boolean => {
    const a = sets.find(link.one);
    const b = sets.find(link.other);
    if (a === b) return false;
    const joinedStudents = (students[a] ?? 0) + (students[b] ?? 0);
    const joinedArea = (areas[a] ?? 0) + (areas[b] ?? 0);
    if (joinedStudents > CLUSTER_LIMITS.students * stretch || joinedArea > CLUSTER_LIMITS.areaKm2 * stretch)
      return false;
    sets.join(a, b);
    students[sets.find(a)] = joinedStudents;
    areas[sets.find(a)] = joinedArea;
    return true;
  };
  const ordered = inOrder(members, links);
  for (const link of ordered) tryJoin(link, 1);
  const isSmall = (at: number) => (students[sets.find(at)] ?? 0) < CLUSTER_LIMITS.fewStudents;
  for (const link of ordered) if (isSmall(link.one) || isSmall(link.other)) tryJoin(link, CLUSTER_LIMITS.stretch);
  return [...Map.groupBy(members.keys(), (at) => sets.find(at)).values()];
}

function inOrder(members: readonly Member[], links: readonly Link[]): Link[] {
  const density = members.map(({ patch, areaKm2 }) => patch.students / areaKm2);
  const seam = ({ one, other }: Link) => Math.min(density[one] ?? 0, density[other] ?? 0);
  const isInside = ({ one, other }: Link) => {
    const a = members[one]?.patch;
    const b = members[other]?.patch;
    return a !== undefined && b !== undefined && shareDistrict(a, b);
  };
  return links
    .map((link) => ({ link, closeness: (isInside(link) ? 2 : 0) + (link.touches ? 1 : 0), density: seam(link) }))
    .sort(
      (a, b) =>
        b.closeness - a.closeness || b.density - a.density || a.link.one - b.link.one || a.link.other - b.link.other,
    )
    .map(({ link }) => link);
}
