import { neighbors } from 'topojson-client';
import { type County, readAtlas } from './ground.ts';

export const SENATE_DISTRICTS = 17;

/**
 * Illustrative senate districts: whole counties, each district in one piece, of roughly equal population. They are
 * not the real districts, which split counties.
 *
 * Grown from the state's edge inwards: the county with the fewest free neighbors starts a district, which takes
 * neighbors until it has its share of the residents left.
 */
export function groupIntoDistricts(counties: readonly County[]): County[][] {
  const adjacent = adjacency(counties);
  const free = new Set(counties.keys());
  const residents = (index: number): number => counties[index]?.residents ?? 0;
  const districts: number[][] = [];
  let left = counties.reduce((sum, county) => sum + county.residents, 0);
  for (let open = SENATE_DISTRICTS; open > 1; open--) {
    const share = left / open;
    const freeNeighbors = (index: number): number => (adjacent[index] ?? []).filter((other) => free.has(other)).length;
    const start = [...free].sort((a, b) => freeNeighbors(a) - freeNeighbors(b) || a - b)[0];
    if (start === undefined) break;
    const district = [start];
    free.delete(start);
    let people = residents(start);
    while (free.size > open - 1) {
      const reachable = [...free].filter((index) => (adjacent[index] ?? []).some((other) => district.includes(other)));
      const next = reachable
        .filter((index) => people + residents(index) / 2 <= share)
        .sort((a, b) => freeNeighbors(a) - freeNeighbors(b) || a - b)[0];
      if (next === undefined) break;
      district.push(next);
      free.delete(next);
      people += residents(next);
    }
    districts.push(district);
    left -= people;
  }
  for (const piece of pieces([...free], adjacent)) joinSmallest(districts, piece, adjacent, residents);
  return districts.map((district) => district.sort((a, b) => a - b).flatMap((index) => counties[index] ?? []));
}

/** The remainder is the last district; a detached piece of it joins its smallest neighbor. */
function joinSmallest(
  districts: number[][],
  piece: readonly number[],
  adjacent: readonly (readonly number[])[],
  residents: (index: number) => number,
): void {
  if (districts.length < SENATE_DISTRICTS) {
    districts.push([...piece]);
    return;
  }
  const people = (district: readonly number[]): number => district.reduce((sum, index) => sum + residents(index), 0);
  const neighbor = districts
    .filter((district) => district.some((index) => (adjacent[index] ?? []).some((other) => piece.includes(other))))
    .sort((a, b) => people(a) - people(b))[0];
  neighbor?.push(...piece);
}

/** Connected groups of the counties given, largest first. */
function pieces(indexes: readonly number[], adjacent: readonly (readonly number[])[]): number[][] {
  const left = new Set(indexes);
  const found: number[][] = [];
  for (const start of indexes) {
    if (!left.delete(start)) continue;
    const piece = [start];
    for (const member of piece) for (const other of adjacent[member] ?? []) if (left.delete(other)) piece.push(other);
    found.push(piece);
  }
  return found.sort((a, b) => b.length - a.length);
}

function adjacency(counties: readonly County[]): number[][] {
  const geometries = readAtlas().objects.counties.geometries;
  const position = new Map(counties.map(({ fips }, index) => [fips, index]));
  const found: number[][] = counties.map(() => []);
  const shared = neighbors(geometries);
  geometries.forEach(({ id }, index) => {
    const own = position.get(String(id));
    if (own === undefined) return;
    found[own] = (shared[index] ?? []).flatMap((other) => position.get(String(geometries[other]?.id)) ?? []);
  });
  return found;
}
