/**
 * Length of a network along roads that joins places to what exists: K. Mehlhorn's approximation of the shortest one (A faster
 * approximation algorithm for the Steiner problem in graphs, Information Processing Letters 27, 1988), at most twice as long as the
 * shortest. Every place goes to the road point nearest to it.
 */
import { type LngLat, shortestForest, straightKm } from './tree.ts';

export interface RoadNetwork {
  /** Along roads, each piece once. */
  readonly roadKm: number;
  /** Straight: from places to their road, and where no road leads. */
  readonly straightKm: number;
}

/** Farther from a road than the next hexagon, a place has none. */
const NEAREST_KM = 1.2;
/** All that exists is one place. */
const EXISTING = -1;

/**
 * @param lines each ends where others begin
 * @param existing places that have what the network goes on from; none: the places are joined with each other only
 * @returns undefined where no road is near to any place
 */
export function roadNetwork(
  lines: readonly (readonly LngLat[])[],
  places: readonly LngLat[],
  existing: readonly LngLat[],
): RoadNetwork | undefined {
  const graph = graphOf(lines);
  const starts = places.map((place) => nearestNode(graph, place));
  if (starts.every((start) => start === undefined)) return undefined;
  const owners = new Map<number, number>();
  for (const place of existing) {
    const node = nearestNode(graph, place);
    if (node) owners.set(node.at, EXISTING);
  }
  const groups = new Groups();
  starts.forEach((start, place) => {
    if (!start) return;
    const owner = owners.get(start.at);
    if (owner === undefined) owners.set(start.at, place);
    else groups.join(place, owner);
  });
  const reached = reachAll(graph, owners);
  const taken = takenEdges(graph, reached, groups);
  const roadKm = [...taken].reduce((sum, edge) => sum + (graph.edges[edge]?.km ?? 0), 0);
  const toRoads = starts.reduce((sum, start) => sum + (start?.km ?? 0), 0);
  return { roadKm, straightKm: toRoads + restKm(places, existing, starts, groups) };
}

/** Straight lines to places that no road joins: to the nearest that is joined, or to each other. */
function restKm(
  places: readonly LngLat[],
  existing: readonly LngLat[],
  starts: readonly (Start | undefined)[],
  groups: Groups,
): number {
  const first = starts.findIndex((start) => start !== undefined);
  const whole = existing.length > 0 ? EXISTING : first;
  const isJoined = (place: number) => starts[place] !== undefined && groups.of(place) === groups.of(whole);
  const goals = [...places.filter((_, place) => isJoined(place)), ...existing];
  const nearestOf = (group: readonly LngLat[]) =>
    group.reduce((best, place) => (away(place, goals) < away(best, goals) ? place : best));
  const left = places.map((place, number) => ({ place, number })).filter(({ number }) => !isJoined(number));
  // Places that roads connect are joined once, through the nearest.
  const alone = Map.groupBy(left, ({ number }) =>
    starts[number] === undefined ? `${number}` : `g${groups.of(number)}`,
  );
  return shortestForest(
    [...alone.values()].map((group) => nearestOf(group.map(({ place }) => place))),
    goals,
  ).km;
}

function away(place: LngLat, goals: readonly LngLat[]): number {
  return goals.reduce((least, goal) => Math.min(least, straightKm(place, goal)), Number.POSITIVE_INFINITY);
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly km: number;
}

interface Graph {
  readonly nodes: readonly LngLat[];
  readonly edges: readonly Edge[];
  /** Numbers of the edges at each node. */
  readonly at: readonly (readonly number[])[];
}

function graphOf(lines: readonly (readonly LngLat[])[]): Graph {
  const numbers = new Map<string, number>();
  const nodes: LngLat[] = [];
  const edges: Edge[] = [];
  const at: number[][] = [];
  const nodeOf = (point: LngLat): number => {
    const key = `${point[0].toFixed(5)} ${point[1].toFixed(5)}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, nodes.length);
    at.push([]);
    return nodes.push(point) - 1;
  };
  for (const line of lines)
    for (let i = 1; i < line.length; i++) {
      const [one, other] = [line[i - 1], line[i]];
      if (!one || !other) continue;
      const [from, to] = [nodeOf(one), nodeOf(other)];
      if (from === to) continue;
      const edge = edges.push({ from, to, km: straightKm(one, other) }) - 1;
      at[from]?.push(edge);
      at[to]?.push(edge);
    }
  return { nodes, edges, at };
}

interface Start {
  readonly at: number;
  readonly km: number;
}

function nearestNode({ nodes }: Graph, place: LngLat): Start | undefined {
  let [at, km] = [-1, NEAREST_KM];
  nodes.forEach((node, number) => {
    // A degree of latitude is 111 km: most nodes need no sine.
    if (Math.abs(node[1] - place[1]) * 111 > km) return;
    const away = straightKm(node, place);
    if (away < km) [at, km] = [number, away];
  });
  return at < 0 ? undefined : { at, km };
}

interface Reached {
  readonly km: Float64Array;
  /** Place of each node; NONE where no road leads. */
  readonly owner: Int32Array;
  /** Edge by which it was reached. */
  readonly by: Int32Array;
}

const NONE = -2;

/** The nearest place of every node, by Dijkstra's algorithm from all of them at once. */
function reachAll({ nodes, edges, at }: Graph, owners: ReadonlyMap<number, number>): Reached {
  const km = new Float64Array(nodes.length).fill(Number.POSITIVE_INFINITY);
  const owner = new Int32Array(nodes.length).fill(NONE);
  const by = new Int32Array(nodes.length).fill(-1);
  const queue = new Queue();
  for (const [node, place] of owners) {
    km[node] = 0;
    owner[node] = place;
    queue.push(node, 0);
  }
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (next.km > (km[next.node] ?? 0)) continue;
    for (const number of at[next.node] ?? []) {
      const edge = edges[number];
      if (!edge) continue;
      const other = edge.from === next.node ? edge.to : edge.from;
      const away = next.km + edge.km;
      if (away >= (km[other] ?? 0)) continue;
      km[other] = away;
      owner[other] = owner[next.node] ?? NONE;
      by[other] = number;
      queue.push(other, away);
    }
  }
  return { km, owner, by };
}

/** Edges of the ways between places, the shortest first, that join what is not joined. */
function takenEdges({ edges }: Graph, { km, owner, by }: Reached, groups: Groups): Set<number> {
  const between = edges
    .map((edge, number) => ({ ...edge, number, way: (km[edge.from] ?? 0) + edge.km + (km[edge.to] ?? 0) }))
    .filter(({ from, to }) => owner[from] !== owner[to] && owner[from] !== NONE && owner[to] !== NONE)
    .sort((a, b) => a.way - b.way);
  const taken = new Set<number>();
  for (const { from, to, number } of between) {
    if (!groups.join(owner[from] ?? NONE, owner[to] ?? NONE)) continue;
    taken.add(number);
    for (let node of [from, to])
      for (let edge = by[node] ?? -1; edge >= 0; edge = by[node] ?? -1) {
        taken.add(edge);
        node = edges[edge]?.from === node ? (edges[edge]?.to ?? -1) : (edges[edge]?.from ?? -1);
      }
  }
  return taken;
}

/** Places that are joined. */
class Groups {
  readonly #parents = new Map<number, number>();

  of(place: number): number {
    let root = place;
    for (let up = this.#parents.get(root); up !== undefined; up = this.#parents.get(root)) root = up;
    return root;
  }

  /** @returns false when they were joined before */
  join(one: number, other: number): boolean {
    const [a, b] = [this.of(one), this.of(other)];
    if (a !== b) this.#parents.set(a, b);
    return a !== b;
  }
}

/** A binary heap of nodes by distance. */
class Queue {
  readonly #heap: { readonly node: number; readonly km: number }[] = [];

  push(node: number, km: number): void {
    const heap = this.#heap;
    let at = heap.push({ node, km }) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((heap[parent]?.km ?? 0) <= km) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): { readonly node: number; readonly km: number } | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    heap[0] = last;
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = (heap[right]?.km ?? Infinity) < (heap[left]?.km ?? Infinity) ? right : left;
      if ((heap[child]?.km ?? Infinity) >= last.km) return first;
      this.#swap(at, child);
      at = child;
    }
  }

  #swap(one: number, other: number): void {
    const heap = this.#heap;
    const [a, b] = [heap[one], heap[other]];
    if (a && b) [heap[one], heap[other]] = [b, a];
  }
}
