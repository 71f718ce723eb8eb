/** One set of clusters, from patches to what is published of each. Reads no database. */
import { type ClusterSet, isAffected, publishedAffected } from '../../domain/cluster/affected.ts';
import { listAt } from '../../domain/cluster/footprint.ts';
import { groupPatches } from '../../domain/cluster/group.ts';
import { identify } from '../../domain/cluster/identity.ts';
import { namesFor, type Point } from '../../domain/cluster/naming.ts';
import { type Polygon, rimOf } from '../../domain/cluster/outline.ts';
import type { ClusterPatch } from '../../domain/cluster/patch.ts';
import { byRank, type RankParts, rankParts } from '../../domain/cluster/rank.ts';
import type { Geography } from './geography.ts';
import type { Land } from './land.ts';
import type { Gazetteer, PlaceShare } from './places.ts';
import type { EarlierClusters } from './previous.ts';
import {
  type NearestServed,
  nearestServed,
  type ProviderPresent,
  providersPresent,
  type ServedIndex,
} from './providers.ts';

export interface ClusterContext {
  readonly geography: Geography;
  readonly floorStudents: number;
  readonly served: ServedIndex;
  /** For each cell of the land the range of positions of its cells among the offers'. */
  readonly offerRange: { readonly from: Int32Array; readonly to: Int32Array };
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
  readonly areaKm2: number;
  readonly cells: readonly bigint[];
  readonly patches: readonly number[];
  readonly places: readonly PlaceShare[];
  readonly providersPresent: readonly ProviderPresent[];
  readonly nearestServed: readonly NearestServed[];
  readonly agreement: Agreement;
  readonly parts: RankParts;
  readonly center: Point;
  readonly outline: readonly Polygon[];
}

/** Patches by what the two sources say: both that most students are affected, the opposite of each other, or one only. */
export interface Agreement {
  readonly agree: number;
  readonly contradict: number;
  readonly oneSided: number;
}

/** In order of rank. */
export function clustersOf(context: ClusterContext, set: ClusterSet, earlier: EarlierClusters | undefined): Cluster[] {
  const { patches, footprint } = context.geography;
  const groups = groupsOf(context.geography, set);
  const ids = identify({ patches, footprint, groups }, earlier);
  const described = groups.map((group, at) => ({ id: ids[at] ?? '', ...describe(context, set, group) })).sort(byRank);
  const points = described.map(({ center, places }) => ({
    ...center,
    county: context.gazetteer.counties.get(places.find(({ kind }) => kind === 'county')?.id ?? ''),
  }));
  const names = namesFor(points, context.gazetteer.towns);
  return described.map((cluster, at) => ({ ...cluster, rank: at + 1, name: names[at] ?? '' }));
}

/** Positions of the affected patches, cluster by cluster. */
function groupsOf({ patches, footprint, links, land }: Geography, set: ClusterSet): number[][] {
  const affected: number[] = [];
  const memberOf = new Int32Array(patches.length).fill(-1);
  const members = patches.flatMap((patch, at) => {
    if (!isAffected(patch, set)) return [];
    memberOf[at] = affected.push(at) - 1;
    return [{ patch, areaKm2: areaOf(listAt(footprint.cellsOf, at), land.areaKm2) }];
  });
  const between = links.flatMap(({ one, other, touches }) => {
    const a = memberOf[one] ?? -1;
    const b = memberOf[other] ?? -1;
    return a >= 0 && b >= 0 ? [{ one: a, other: b, touches }] : [];
  });
  return groupPatches(members, between).map((group) => group.map((member) => affected[member] ?? 0));
}

function describe(context: ClusterContext, set: ClusterSet, group: readonly number[]) {
  const { geography, served, offerRange } = context;
  const { footprint, land, region, outline } = geography;
  const members = group.flatMap((at) => geography.patches[at] ?? []);
  const weights = studentsByCell(geography, group);
  const isMember = (cell: number) => weights.has(cell);
  const cells = Int32Array.from(weights.keys()).sort();
  for (const cell of cells) land.locate(cell);
  const rim = rimOf(region, cells, isMember);
  const offering = offeringCells(cells, offerRange);
  const nearest = nearestServed(served, { land, cells: rim }, new Set(offering));
  const students = sum(members, (patch) => patch.students);
  const areaKm2 = areaOf(cells, land.areaKm2);
  const answering = members.filter(({ needs }) => needs >= 0);
  return {
    students,
    households: sum(members, (patch) => patch.households),
    affected: publishedAffected(members, set, context.floorStudents),
    areaKm2: Math.round(10 * areaKm2) / 10,
    cells: Array.from(cells, (cell) => footprint.cells[cell] ?? 0n),
    patches: members.map(({ patch }) => patch),
    places: context.placesOf(members),
    providersPresent: providersPresent(served.offers, offering),
    nearestServed: nearest,
    agreement: agreementOf(members, set),
    parts: rankParts({
      students,
      areaKm2,
      distanceKm: nearest[0]?.distanceKm ?? null,
      answered: sum(answering, (patch) => patch.students),
      needs: sum(answering, (patch) => patch.needs),
    }),
    center: centerOf(land, cells, weights),
    outline: outline(cells, rim, isMember),
  };
}

/** Students of each patch spread evenly over its land. */
function studentsByCell({ patches, footprint }: Geography, group: readonly number[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (const at of group) {
    const land = listAt(footprint.cellsOf, at);
    const students = (patches[at]?.students ?? 0) / land.length;
    for (const cell of land) weights.set(cell, (weights.get(cell) ?? 0) + students);
  }
  return weights;
}

/** The cell nearest to the middle of the students: a point that is certainly inside. */
function centerOf({ lng, lat }: Land, cells: Int32Array, weights: ReadonlyMap<number, number>): Point {
  let students = 0;
  let x = 0;
  let y = 0;
  for (const cell of cells) {
    const weight = weights.get(cell) ?? 0;
    students += weight;
    x += weight * (lng[cell] ?? 0);
    y += weight * (lat[cell] ?? 0);
  }
  x /= students;
  y /= students;
  const narrowing = Math.cos((y * Math.PI) / 180);
  let nearest = 0;
  let least = Infinity;
  for (const cell of cells) {
    const away = (((lng[cell] ?? 0) - x) * narrowing) ** 2 + ((lat[cell] ?? 0) - y) ** 2;
    if (away >= least) continue;
    least = away;
    nearest = cell;
  }
  return { lng: lng[nearest] ?? 0, lat: lat[nearest] ?? 0 };
}

function offeringCells(cells: Int32Array, { from, to }: ClusterContext['offerRange']): number[] {
  const found: number[] = [];
  for (const cell of cells) for (let at = from[cell] ?? 0; at < (to[cell] ?? 0); at++) found.push(at);
  return found;
}

function agreementOf(members: readonly ClusterPatch[], { of }: ClusterSet): Agreement {
  const agreement = { agree: 0, contradict: 0, oneSided: 0 };
  for (const patch of members) {
    if (isAffected(patch, { of, source: 'fcc' }) && isAffected(patch, { of, source: 'puc' })) agreement.agree += 1;
    else if (2 * patch.contradicted >= patch.students) agreement.contradict += 1;
    else agreement.oneSided += 1;
  }
  return agreement;
}

function areaOf(cells: Int32Array, areaKm2: (cell: number) => number): number {
  let area = 0;
  for (const cell of cells) area += areaKm2(cell);
  return area;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += of(item);
  return total;
}
