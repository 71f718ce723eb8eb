import type { TechnologyCode } from '../../server/domain/technology.ts';
import { aClaim, type Claim } from './claims.ts';
import type { ProviderKey } from './providers.ts';
import { CHARACTERS, type Character } from './regions.ts';
import type { Scene } from './scene.ts';
import { chance, hashText, randomFor } from './seeded.ts';
import { cellMiddle } from './settlement.ts';

interface Network {
  provider: ProviderKey;
  technology: TechnologyCode;
  /** Share of tower sites that it rents. */
  sites: number;
  /** Where it works; everywhere when absent. */
  characters?: readonly Character[];
  /** Fastest first, with the range of each in kilometers from the tower. */
  tiers: readonly { downloadMbps: number; uploadMbps: number; rangeKm: number }[];
  /** Files the whole circle, ignoring ridges. */
  ignoresRidges?: boolean;
}

const NETWORKS: readonly Network[] = [
  {
    provider: 'skylark',
    technology: 71,
    sites: 0.6,
    tiers: [
      { downloadMbps: 300, uploadMbps: 20, rangeKm: 2.6 },
      { downloadMbps: 100, uploadMbps: 20, rangeKm: 4 },
      { downloadMbps: 50, uploadMbps: 5, rangeKm: 7 },
    ],
  },
  {
    provider: 'catamount',
    technology: 71,
    sites: 0.45,
    characters: ['valley', 'coalfield', 'heartland', 'greensward'],
    ignoresRidges: true,
    tiers: [
      { downloadMbps: 100, uploadMbps: 20, rangeKm: 2.2 },
      { downloadMbps: 25, uploadMbps: 3, rangeKm: 5.5 },
    ],
  },
  {
    provider: 'hawknest',
    technology: 70,
    sites: 0.4,
    tiers: [
      { downloadMbps: 100, uploadMbps: 20, rangeKm: 2.5 },
      { downloadMbps: 50, uploadMbps: 10, rangeKm: 6 },
      { downloadMbps: 25, uploadMbps: 3, rangeKm: 10 },
    ],
  },
  {
    provider: 'catamount',
    technology: 70,
    sites: 0.25,
    tiers: [{ downloadMbps: 25, uploadMbps: 5, rangeKm: 9 }],
  },
  {
    provider: 'hawknest',
    technology: 72,
    sites: 0.25,
    characters: ['valley', 'suburban', 'redbud'],
    tiers: [
      { downloadMbps: 100, uploadMbps: 20, rangeKm: 2.2 },
      { downloadMbps: 50, uploadMbps: 10, rangeKm: 4.5 },
    ],
  },
  {
    provider: 'kettleRun',
    technology: 72,
    sites: 0.5,
    characters: ['heartland', 'threeForks', 'coalfield'],
    tiers: [
      { downloadMbps: 100, uploadMbps: 20, rangeKm: 1.8 },
      { downloadMbps: 50, uploadMbps: 10, rangeKm: 3.5 },
      { downloadMbps: 10, uploadMbps: 1, rangeKm: 7 },
    ],
  },
];

const SECTORS = 24;

interface Tower {
  x: number;
  y: number;
  character: Character;
  /** Distance to the first ridge in each direction, in kilometers. */
  sightKm: Float32Array;
}

/** Fixed wireless: circles around towers, cut at ridges; decided cell by cell. */
export function wirelessPlant(scene: Scene): Claim[] {
  const { settlement, seed: root } = scene;
  const seed = hashText('wireless', root);
  const towers = raiseTowers(scene);
  const middles = settlement.cells.map(cellMiddle);
  const near = towersNear(towers, 10);
  return NETWORKS.flatMap((network, number) => {
    const { provider, technology, tiers } = network;
    const claims = tiers.map(({ downloadMbps, uploadMbps }) => aClaim(provider, technology, downloadMbps, uploadMbps));
    const rents = towers.map(
      (tower, index) =>
        (network.characters?.includes(tower.character) ?? true) && chance(seed, index, number) < network.sites,
    );
    // A few sites go on the air between the two vintages.
    const isNew = towers.map((_, index) => chance(seed, index, number, 1) < 0.07);
    const tierOfCell = ([0, 1] as const).map((vintage) =>
      middles.map(([x, y]) => {
        let best = tiers.length;
        for (const index of near(x, y)) {
          const tower = towers[index];
          if (tower === undefined || !rents[index] || (vintage === 0 && isNew[index])) continue;
          best = Math.min(best, tierFrom(tower, x, y, network));
        }
        return best;
      }),
    );
    for (let at = 0; at < settlement.count; at++)
      for (const vintage of [0, 1] as const)
        claims[tierOfCell[vintage]?.[settlement.cell[at] ?? 0] ?? tiers.length]?.locations[vintage].add(at);
    return claims;
  });
}

function tierFrom(tower: Tower, x: number, y: number, { tiers, ignoresRidges }: Network): number {
  const away = Math.hypot(x - tower.x, y - tower.y);
  const sector = Math.floor(((Math.atan2(y - tower.y, x - tower.x) / (2 * Math.PI) + 1) % 1) * SECTORS);
  if (!ignoresRidges && away > (tower.sightKm[sector] ?? 0)) return tiers.length;
  const tier = tiers.findIndex(({ rangeKm }) => away <= rangeKm);
  return tier < 0 ? tiers.length : tier;
}

function raiseTowers({ ground, towns, settlement, seed }: Scene): Tower[] {
  const random = randomFor(seed, 'towers');
  const sites: { x: number; y: number; character: Character }[] = [];
  for (const town of towns) {
    const character = ground.counties[town.county]?.character ?? 'valley';
    if (town.population > 900 || random.next() < 0.4)
      sites.push({ x: town.x + random.normal() * 0.8, y: town.y + random.normal() * 0.8, character });
  }
  let passedKm = 0;
  const spacing = new Map<number, Character>();
  for (let at = 0; at < settlement.count; at++) {
    const line = settlement.line[at] ?? -1;
    const character = ground.counties[settlement.county[at] ?? 0]?.character ?? 'valley';
    if (line >= 0 && settlement.lines[line]?.level === 0) spacing.set(line, character);
  }
  for (const [line, character] of [...spacing].sort((a, b) => a[0] - b[0])) {
    const points = settlement.lines[line]?.points ?? new Float32Array();
    for (let index = 0; index + 1 < points.length; index += 2) {
      passedKm += 0.3;
      if (passedKm < CHARACTERS[character].towerEveryKm * 2.2) continue;
      passedKm = 0;
      sites.push({
        x: (points[index] ?? 0) + random.normal(),
        y: (points[index + 1] ?? 0) + random.normal(),
        character,
      });
    }
  }
  return sites.map((site) => {
    const sightKm = Float32Array.from({ length: SECTORS }, () => 1.2 + 11 * random.next() ** 1.6);
    return { ...site, sightKm };
  });
}

function towersNear(towers: readonly Tower[], rangeKm: number): (x: number, y: number) => readonly number[] {
  const squares = new Map<string, number[]>();
  towers.forEach((tower, index) => {
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++) {
        const key = `${Math.floor(tower.x / rangeKm) + dx},${Math.floor(tower.y / rangeKm) + dy}`;
        const square = squares.get(key);
        if (square === undefined) squares.set(key, [index]);
        else square.push(index);
      }
  });
  return (x, y) => squares.get(`${Math.floor(x / rangeKm)},${Math.floor(y / rangeKm)}`) ?? [];
}
