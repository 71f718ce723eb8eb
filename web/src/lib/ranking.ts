/** Where first, by the reader's own weights: the same clusters, in another order. Who weighs what stands in the address. */
import { RANK_WEIGHTS, type RankParts, type RankWeights, scoreOf } from '../../../server/domain/cluster/rank.ts';
import type { Cluster } from './api.ts';

export type { RankWeights };

export const RANK_PARTS = [
  'estimated',
  'densityPerKm2',
  'distanceKm',
  'needShare',
] as const satisfies readonly (keyof RankWeights)[];

/** What different people look for; every preset weighs the same parts. */
export const PRESETS = {
  balanced: RANK_WEIGHTS,
  /** A state that counts students. */
  most: { estimated: 100, densityPerKm2: 0, distanceKm: 0, needShare: 0 },
  /** A provider that extends its lines. */
  reach: { estimated: 20, densityPerKm2: 40, distanceKm: 40, needShare: 0 },
  /** A school chief who goes by what families said. */
  need: { estimated: 40, densityPerKm2: 0, distanceKm: 0, needShare: 60 },
} as const satisfies Record<string, RankWeights>;
export type Preset = keyof typeof PRESETS;

/** "40,20,20,20", in the order of the parts; undefined for the weights that need no word. */
export function weightsText(weights: RankWeights): string | undefined {
  const text = RANK_PARTS.map((part) => weights[part]).join(',');
  return text === RANK_PARTS.map((part) => RANK_WEIGHTS[part]).join(',') ? undefined : text;
}

/** @returns undefined for a text that says no four weights of 0 to 100, or four times nothing */
export function weightsOf(text: string | null): RankWeights | undefined {
  if (!/^(\d{1,3},){3}\d{1,3}$/.test(text ?? '')) return undefined;
  const [estimated = 0, densityPerKm2 = 0, distanceKm = 0, needShare = 0] = (text ?? '').split(',').map(Number);
  const weights = { estimated, densityPerKm2, distanceKm, needShare };
  const values = Object.values(weights);
  return values.every((value) => value <= 100) && values.some((value) => value > 0) ? weights : undefined;
}

export function presetOf(weights: RankWeights): Preset | undefined {
  const text = weightsText(weights);
  return (Object.keys(PRESETS) as Preset[]).find((preset) => weightsText(PRESETS[preset]) === text);
}

/**
 * The clusters in the order of their scores by these weights, ranked anew from 1. Ties by id, as the server breaks them.
 *
 * @param paid share of a cluster's locations on land already paid for: its students there do not count
 */
export function ranked(
  clusters: readonly Cluster[],
  weights: RankWeights,
  paid: ReadonlyMap<string, number> = new Map(),
): Cluster[] {
  return clusters
    .map((cluster) => {
      const parts = partsOf(cluster, 1 - (paid.get(cluster.id) ?? 0));
      return { cluster, parts, score: scoreOf(parts, weights) };
    })
    .sort((a, b) => b.score - a.score || (a.cluster.id < b.cluster.id ? -1 : 1))
    .map(({ cluster, parts, score }, position) => ({
      ...cluster,
      rank: position + 1,
      rankParts: { ...cluster.rankParts, ...(paid.has(cluster.id) ? parts : {}), score },
    }));
}

function partsOf({ rankParts: parts }: Cluster, left: number): Omit<RankParts, 'score'> {
  return {
    estimated: Math.round((parts.estimated ?? 0) * left),
    densityPerKm2: Math.round((parts.densityPerKm2 ?? 0) * left * 100) / 100,
    distanceKm: parts.distanceKm ?? null,
    needShare: parts.needShare ?? null,
  };
}
