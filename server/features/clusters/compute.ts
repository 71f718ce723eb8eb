/** One set of clusters, from patches to what is published of each. Reads no database. */
import { type ClusterSet, isAffected, publishedAffected } from '../../domain/cluster/affected.ts';
import { groupPatches } from '../../domain/cluster/group.ts';
import { identify } from '../../domain/cluster/identity.ts';
import { namesFor } from '../../domain/cluster/naming.ts';
import type { ClusterPatch } from '../../domain/cluster/patch.ts';
import { byRank, type RankParts, rankParts } from '../../domain/cluster/rank.ts';
import { listAt } from '../../domain/lists.ts';
import { FILERS, type Filer } from '../../domain/verdict.ts';
import type { Geography } from './geography.ts';
import type { Gazetteer, PlaceShare } from './places.ts';
import type { EarlierClusters } from './previous.ts';
import type { Shape } from './shape.ts';

export interface ClusterContext {
  /** Of all patches, whose order is that of `patches`. */
  readonly geography: Geography;
  readonly patches: readonly ClusterPatch[];
  readonly floorStudents: number;
  /** Who filed anything in the state. */
  readonly filers: readonly Filer[];
  readonly shapeOf: (group: readonly number[]) => Shape;
  readonly placesOf: (members: readonly ClusterPatch[]) => PlaceShare[];
  readonly gazetteer: Gazetteer;
}

export interface Cluster {
  readonly id: string;
  /** From 1. */
  readonly rank: number;
  readonly name: string;
  readonly students: number;
  readonly households: number;
  /** Null = hidden. */
  readonly affected: number | null;
  readonly patches: readonly number[];
  readonly shape: Shape;
  readonly places: readonly PlaceShare[];
  readonly agreement: Agreement;
  readonly parts: RankParts;
}

/** Patches by what the two sources say: both that most students are affected, the opposite of each other, or one only. */
export interface Agreement {
  readonly agree: number;
  readonly contradict: number;
  readonly oneSided: number;
}

/** In order of rank. */
export function clustersOf(context: ClusterContext, set: ClusterSet, earlier: EarlierClusters | undefined): Cluster[] {
  const { patches, geography } = context;
  const groups = groupsOf(context, set);
  const heaviest = groups.map((group) => context.shapeOf(group).heaviest);
  const ids = identify({ patches, footprint: geography.footprint, groups, heaviest }, earlier);
  const described = groups.map((group, at) => ({ id: ids[at] ?? '', ...describe(context, set, group) })).sort(byRank);
  const points = described.map(({ shape, places }) => ({
    ...shape.center,
    county: context.gazetteer.counties.get(places.find(({ kind }) => kind === 'county')?.id ?? ''),
  }));
  const names = namesFor(points, context.gazetteer.towns);
  return described.map((cluster, at) => ({ ...cluster, rank: at + 1, name: names[at] ?? '' }));
}

/** Positions of the affected patches, cluster by cluster. */
function groupsOf({ patches, geography: { footprint, links, land } }: ClusterContext, set: ClusterSet): number[][] {
  const affected: number[] = [];
  const memberOf = new Int32Array(patches.length).fill(-1);
  const members = patches.flatMap((patch, at) => {
    if (!isAffected(patch, set)) return [];
    memberOf[at] = affected.push(at) - 1;
    return [{ patch, areaKm2: sum(listAt(footprint.cellsOf, at), land.areaKm2) }];
  });
  const between = links.flatMap(({ one, other, touches }) => {
    const a = memberOf[one] ?? -1;
    const b = memberOf[other] ?? -1;
    return a >= 0 && b >= 0 ? [{ one: a, other: b, touches }] : [];
  });
  return groupPatches(members, between).map((group) => group.map((member) => affected[member] ?? 0));
}

function describe(context: ClusterContext, set: ClusterSet, group: readonly number[]) {
  const members = group.flatMap((at) => context.patches[at] ?? []);
  const shape = context.shapeOf(group);
  const students = sum(members, (patch) => patch.students);
  const answering = members.filter(({ needs }) => needs >= 0);
  return {
    shape,
    students,
    households: sum(members, (patch) => patch.households),
    affected: publishedAffected(members, set, context.floorStudents),
    patches: members.map(({ patch }) => patch),
    places: context.placesOf(members),
    agreement: agreementOf(members, set, context.filers),
    parts: rankParts({
      students,
      areaKm2: shape.areaKm2,
      distanceKm: shape.distanceKm,
      answered: sum(answering, (patch) => patch.answered ?? patch.students),
      needs: sum(answering, (patch) => patch.needs),
    }),
  };
}

function agreementOf(members: readonly ClusterPatch[], { of }: ClusterSet, filers: readonly Filer[]): Agreement {
  if (filers.length < FILERS.length) return { agree: 0, contradict: 0, oneSided: members.length };
  const agreement = { agree: 0, contradict: 0, oneSided: 0 };
  for (const patch of members) {
    if (isAffected(patch, { of, source: 'fcc' }) && isAffected(patch, { of, source: 'puc' })) agreement.agree += 1;
    else if (2 * patch.contradicted >= patch.students) agreement.contradict += 1;
    else agreement.oneSided += 1;
  }
  return agreement;
}

function sum<T>(items: Iterable<T>, of: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += of(item);
  return total;
}
