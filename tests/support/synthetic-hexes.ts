/**
 * Hexes as a release publishes them, made up: students drawn one by one with verdicts that hold for whole cells and
 * answers that do not, counted and hidden by the real rules. For tests and benches that need no database.
 */
import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { type Cell, cellFromText, cellToText, parentOf, resolutionOf } from '../../server/domain/cell.ts';
import { HIDDEN_LETTERS, hiding } from '../../server/domain/hidden.ts';
import type { Lever } from '../../server/domain/lever.ts';
import { VERDICT_TIERS, type VerdictTier } from '../../server/domain/speed.ts';
import { STATISTICS, type Statistic, statisticPosition } from '../../server/domain/statistic.ts';
import { DEVICE_STATUSES, HOME_STATUSES, type HomeStatus } from '../../server/domain/survey.ts';
import { PROFILES, type Profile } from '../../server/domain/technology.ts';
import { SOURCES, type Source, type Verdict } from '../../server/domain/verdict.ts';

export interface SyntheticHex {
  readonly cell: Cell;
  readonly resolution: number;
  readonly rest: boolean;
  readonly students: number;
  readonly households: number;
  readonly counts: readonly (number | null)[];
  readonly hidden: string;
}

const FLOOR = 10;

/** Cells around a point, sorted by index. */
export function cellsAround(lngLat: readonly [number, number], resolution: number, rings: number): Cell[] {
  return gridDisk(latLngToCell(lngLat[1], lngLat[0], resolution), rings)
    .map(cellFromText)
    .sort((a, b) => (a < b ? -1 : 1));
}

export function syntheticHexes(cells: readonly Cell[], seed = 1): SyntheticHex[] {
  const random = seededRandom(seed);
  const towns = cells.filter(() => random() < 0.012).map(center);
  return cells.map((cell) => {
    const distanceKm = Math.min(...towns.map((town) => kmBetween(town, center(cell)))) * (0.85 + 0.3 * random());
    const filed = filingsAt(cell, distanceKm, random);
    const students = 10 + Math.floor(-(15 + 250 / (1 + distanceKm)) * Math.log(1 - random()));
    const counts = new Array<number>(STATISTICS.length).fill(0);
    const add = (statistic: Statistic) => {
      const position = statisticPosition(statistic);
      counts[position] = (counts[position] ?? 0) + 1;
    };
    for (let student = 0; student < students; student++) {
      // Where in the cell the student lives, which only state filings tell apart.
      const part = random();
      const home = pick(
        HOME_STATUSES,
        random,
        verdictOf(filed, 'bead_2022', 'fcc', '100_20', part) === 'served' ? 0.6 : 0.2,
      );
      add({ kind: 'home', status: home });
      const device = pick(DEVICE_STATUSES, random, 0.5);
      add({ kind: 'device', status: device });
      if (device !== 'own' && device !== 'unanswered') add({ kind: 'equip' });
      for (const profile of PROFILES) {
        for (const source of SOURCES)
          for (const tier of VERDICT_TIERS) {
            const verdict = verdictOf(filed, profile, source, tier, part);
            add({ kind: 'verdict', profile, source, tier, verdict });
            if (home !== 'connected') add({ kind: 'lever', profile, source, tier, lever: leverOf(verdict, home) });
          }
        const fcc = verdictOf(filed, profile, 'fcc', '100_20', part);
        if (fcc !== verdictOf(filed, profile, 'puc', '100_20', part)) add({ kind: 'disputed', profile });
      }
    }
    const hidden = counts.map((count) => hiding(count, students, FLOOR));
    return {
      cell,
      resolution: resolutionOf(cell),
      rest: false,
      students,
      households: Math.ceil(students * 0.7),
      counts: counts.map((count, i) => (hidden[i] ? null : count)),
      hidden: hidden.map((how) => (how ? HIDDEN_LETTERS[how] : '.')).join(''),
    };
  });
}

/** What each publisher says of a cell at 100/20, by profile; the commission of the share of it that its areas cover. */
interface Filed {
  readonly fcc: Record<Profile, Verdict>;
  readonly puc: Record<Profile, Verdict>;
  readonly share: number;
}

/** Cable in towns, copper around them, wireless from some towers, satellite everywhere. */
function filingsAt(cell: Cell, distanceKm: number, random: () => number): Filed {
  const tower = Number(parentOf(cell, 5) % 1000n) % 10;
  const wired = byDistance(distanceKm, 2.5, 5);
  const licensed: Verdict = wired !== 'served' && tower < 4 && random() < 0.8 ? 'served' : wired;
  const unlicensed: Verdict = licensed === 'unserved' && tower < 7 && random() < 0.7 ? 'underserved' : licensed;
  const state = byDistance(distanceKm, 3.2, 6.5);
  return {
    fcc: { wired, bead_2022: licensed, terrestrial: unlicensed, any: 'served' },
    puc: { wired: state, bead_2022: state, terrestrial: state, any: state },
    share: Math.abs(distanceKm - 6.5) < 0.6 ? Math.floor(random() * 8) / 7 : 1,
  };
}

function byDistance(distanceKm: number, servedKm: number, reachedKm: number): Verdict {
  if (distanceKm < servedKm) return 'served';
  if (distanceKm < servedKm * 1.15) return 'partly';
  return distanceKm < reachedKm ? 'underserved' : 'unserved';
}

function verdictOf(filed: Filed, profile: Profile, source: Source, tier: VerdictTier, part: number): Verdict {
  const fcc = filed.fcc[profile];
  const puc = part < filed.share ? filed.puc[profile] : 'unserved';
  const verdict = source === 'fcc' ? fcc : source === 'puc' ? puc : fcc === puc ? fcc : 'partly';
  return tier === '25_3' && verdict === 'underserved' ? 'served' : verdict;
}

function leverOf(verdict: Verdict, home: HomeStatus): Lever {
  if (verdict === 'unserved') return 'build';
  if (verdict === 'underserved') return 'upgrade';
  if (verdict !== 'served') return 'check';
  return home === 'unanswered' ? 'ask' : 'connect';
}

type LatLng = readonly [number, number];

function center(cell: Cell): LatLng {
  return cellToLatLng(cellToText(cell));
}

function kmBetween([lat, lng]: LatLng, [otherLat, otherLng]: LatLng): number {
  return Math.hypot(lat - otherLat, (lng - otherLng) * Math.cos((lat * Math.PI) / 180)) * 111;
}

/** The first with probability `first`, the others alike. */
function pick<T>(from: readonly T[], random: () => number, first: number): T {
  const at = random() < first ? 0 : 1 + Math.floor(random() * (from.length - 1));
  return from[at] as T;
}

/** Mulberry32: small, seeded, even enough. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
