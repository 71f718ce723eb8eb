/** One set of clusters: their land by public filings, and each view's standings. Reads no database. */
import type { Audience } from '../../domain/audience.ts';
import { affectedByHex, type ClusterView, spread, tallyOf } from '../../domain/cluster/estimate.ts';
import { groupHexes } from '../../domain/cluster/group.ts';
import { type EarlierCluster, identify } from '../../domain/cluster/identity.ts';
import { type ClusterMeasure, isAffected } from '../../domain/cluster/measure.ts';
import { namesFor } from '../../domain/cluster/naming.ts';
import { byRank, type RankParts, rankParts } from '../../domain/cluster/rank.ts';
import { canAnswer, FILERS, type Filer, isContradicted, SOURCES, type Source } from '../../domain/verdict.ts';
import type { Geography } from './geography.ts';
import type { Gazetteer, PlaceShare, PlacesOf } from './places.ts';
import { type Shape, shapeOf } from './shape.ts';

export interface View extends ClusterView {
  /** Providers of filings in the state that the view may read. */
  readonly filers: readonly Filer[];
}

export interface ClusterContext {
  readonly geography: Geography;
  readonly views: Readonly<Record<Audience, View>>;
  readonly floorStudents: number;
  readonly placesOf: PlacesOf;
  readonly gazetteer: Gazetteer;
}

/** The same in every view. */
export interface Cluster {
  readonly id: string;
  readonly name: string;
  /** Hex positions, ascending. */
  readonly hexes: Int32Array;
  readonly shape: Shape;
  readonly places: readonly PlaceShare[];
}

/** A view's figures of a cluster by one source. */
export interface Standing {
  readonly id: string;
  readonly source: Source;
  /** From 1. */
  readonly rank: number;
  readonly estimated: number;
  /** Of the patches wholly inside. */
  readonly students: number;
  readonly households: number;
  readonly patches: readonly number[];
  readonly agreement: Agreement;
  /** Its hexes where the view's filings together disagree with the public ones. */
  readonly changed: readonly bigint[];
  readonly parts: RankParts;
}

/** Hexes by source agreement: both say without service, they say the opposite, or only one says anything. */
export interface Agreement {
  readonly agree: number;
  readonly contradict: number;
  readonly oneSided: number;
}

type Unnamed = Omit<Cluster, 'name'>;

export interface ClusterSet {
  readonly clusters: readonly Cluster[];
  readonly standings: Readonly<Record<Audience, readonly Standing[]>>;
}

export function clustersOf(
  context: ClusterContext,
  of: ClusterMeasure,
  earlier: readonly EarlierCluster[],
): ClusterSet {
  const { geography, views, gazetteer } = context;
  const students = affectedByHex(views.public, of);
  const groups = groupsOf(context, of, students);
  const shapes = groups.map((hexes) => shapeOf(geography, hexes, students));
  const heaviest = groups.map((hexes) => geography.land.cells[heaviestOf(hexes, views.public)] ?? 0n);
  const ids = identify(
    shapes.map(({ cells }, at) => ({ cells, heaviest: heaviest[at] ?? 0n })),
    earlier,
  );
  const unnamed = groups.flatMap((hexes, at): Unnamed[] => {
    const shape = shapes[at];
    return shape ? [{ id: ids[at] ?? '', hexes, shape, places: context.placesOf(hexes) }] : [];
  });
  const standings = {
    agency: standingsIn(context, 'agency', of, unnamed),
    provider: standingsIn(context, 'provider', of, unnamed),
    public: standingsIn(context, 'public', of, unnamed),
  };
  const ranks = new Map(standings.public.flatMap(({ id, source, rank }) => (source === 'agreed' ? [[id, rank]] : [])));
  const ordered = unnamed.toSorted((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0));
  const names = namesFor(
    ordered.map(({ shape, places }) => ({
      ...shape.center,
      county: gazetteer.counties.get(places.find(({ kind }) => kind === 'county')?.id ?? ''),
    })),
    gazetteer.towns,
  );
  return { clusters: ordered.map((cluster, at) => ({ ...cluster, name: names[at] ?? '' })), standings };
}

/** Positions of a set's hexes: public land with locations, without service by agreement of the public filings. */
export function unservedHexes({ public: view }: ClusterContext['views'], of: ClusterMeasure): Int32Array {
  const found = new Set<number>();
  spread(view, (_, hex) => {
    if ((view.reading.weight[hex] ?? 0) > 0 && isAffected(view.reading.saysOf(hex).agreed, of)) found.add(hex);
  });
  return Int32Array.from(found).sort();
}

/** Hexes grouped into clusters, only those with enough students. */
function groupsOf(context: ClusterContext, of: ClusterMeasure, students: Float64Array): Int32Array[] {
  const { geography, views, floorStudents } = context;
  const hexes = unservedHexes(views, of);
  const { density, leaIds } = surroundings(views.public, geography);
  const groups = groupHexes({
    cells: BigUint64Array.from(hexes, (hex) => geography.land.cells[hex] ?? 0n),
    students: Float64Array.from(hexes, (hex) => students[hex] ?? 0),
    areaKm2: Float64Array.from(hexes, (hex) => geography.land.areaKm2(hex)),
    density: Float64Array.from(hexes, (hex) => density[hex] ?? 0),
    leaIds: Array.from(hexes, (hex) => leaIds[hex] ?? []),
  });
  return groups
    .map((group) => Int32Array.from(group, (at) => hexes[at] ?? 0))
    .filter((group) => Math.round(sum(group, (hex) => students[hex] ?? 0)) >= floorStudents);
}

/** By hex, the districts of its patches, and the density of their students per km2 of the patches' land. */
function surroundings(view: View, { land }: Geography): { density: Float64Array; leaIds: string[][] } {
  const areas = new Float64Array(view.patches.length);
  spread(view, (patch, hex) => {
    areas[patch] = (areas[patch] ?? 0) + land.areaKm2(hex);
  });
  const density = new Float64Array(land.cells.length);
  const leaIds: string[][] = [];
  spread(view, (patch, hex) => {
    const { students = 0, leaIds: own = [] } = view.patches[patch] ?? {};
    density[hex] = (density[hex] ?? 0) + students / (areas[patch] ?? 1);
    leaIds[hex] = [...(leaIds[hex] ?? []), ...own];
  });
  return { density, leaIds };
}

function heaviestOf(hexes: Int32Array, { reading: { weight } }: View): number {
  let heaviest = hexes[0] ?? 0;
  for (const hex of hexes) if ((weight[hex] ?? 0) > (weight[heaviest] ?? 0)) heaviest = hex;
  return heaviest;
}

/** Standings of every cluster by every source available to the view, in order of rank. */
function standingsIn(
  { geography, views }: ClusterContext,
  audience: Audience,
  of: ClusterMeasure,
  clusters: readonly Unnamed[],
): Standing[] {
  const view = views[audience];
  const clusterOf = new Int32Array(geography.land.cells.length).fill(-1);
  for (const [at, { hexes }] of clusters.entries()) for (const hex of hexes) clusterOf[hex] = at;
  const tallies = tallyOf(view, of, clusterOf, clusters.length);
  const described = clusters.flatMap(({ id, hexes, shape }, at) => {
    const tally = tallies[at];
    if (!tally) return [];
    const members = tally.whole.flatMap((patch) => view.patches[patch] ?? []);
    const changed = Array.from(hexes).filter(
      (hex) => view.reading.saysOf(hex).agreed !== views.public.reading.saysOf(hex).agreed,
    );
    const common = {
      id,
      students: sum(members, (patch) => patch.students),
      households: sum(members, (patch) => patch.households),
      patches: members.map(({ patch }) => patch),
      agreement: agreementOf(hexes, of, view),
      changed: changed.map((hex) => geography.land.cells[hex] ?? 0n),
    };
    const answers = {
      answered: sum(members, (patch) => patch.answered),
      needs: sum(members, (patch) => patch.needs),
    };
    return [{ common, answers, estimated: tally.estimated, shape }];
  });
  return SOURCES.filter((source) => canAnswer(source, view.filers)).flatMap((source) =>
    described
      .map(({ common, answers, estimated, shape: { areaKm2, distanceKm } }) => ({
        ...common,
        source,
        estimated: estimated[source],
        parts: rankParts({ estimated: estimated[source], areaKm2, distanceKm, ...answers }),
      }))
      .sort(byRank)
      .map((standing, at) => ({ ...standing, rank: at + 1 })),
  );
}

function agreementOf(hexes: Int32Array, of: ClusterMeasure, { filers, reading }: View): Agreement {
  if (filers.length < FILERS.length) return { agree: 0, contradict: 0, oneSided: hexes.length };
  const agreement = { agree: 0, contradict: 0, oneSided: 0 };
  for (const hex of hexes) {
    const { fcc, puc } = reading.saysOf(hex);
    if (isAffected(fcc, of) && isAffected(puc, of)) agreement.agree += 1;
    else if (isContradicted(fcc, puc)) agreement.contradict += 1;
    else agreement.oneSided += 1;
  }
  return agreement;
}

function sum<T>(items: Iterable<T>, of: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += of(item);
  return total;
}
