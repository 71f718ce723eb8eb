/** The question to the map: the words of the sentence, as one value. The address bar, the worker and the legend share it. */
import { LEVERS, LEVERS_AT_TIER, type Lever } from '../../../server/domain/lever.ts';
import { DEFAULT_TIER, VERDICT_TIERS, type VerdictTier } from '../../../server/domain/speed.ts';
import { statisticKey } from '../../../server/domain/statistic.ts';
import { DEFAULT_PROFILE, PROFILES, type Profile } from '../../../server/domain/technology.ts';
import type { Source } from '../../../server/domain/verdict.ts';

/** `unserved` is what filings say of land; a lever is what would help whom there; `equip` is about devices alone. */
export const MEASURES = ['unserved', 'all', ...LEVERS, 'equip'] as const;
export type Measure = (typeof MEASURES)[number];

/** The deciding source. `disputed` selects where the sources cannot both be right, and has no levers. */
export const SOURCE_CHOICES = ['agreed', 'fcc', 'puc', 'disputed'] as const satisfies readonly (Source | 'disputed')[];
export type SourceChoice = (typeof SOURCE_CHOICES)[number];

export const LAYERS = ['hexes', 'coverage'] as const;
/** `hexes` counts students; `coverage` shades by the share of locations that FCC filings report as served. */
export type LayerChoice = (typeof LAYERS)[number];

export interface Choice {
  readonly layer: LayerChoice;
  readonly measure: Measure;
  readonly source: SourceChoice;
  readonly tier: VerdictTier;
  readonly profile: Profile;
}

export const DEFAULT_CHOICE: Choice = {
  layer: 'hexes',
  measure: 'unserved',
  source: 'agreed',
  tier: DEFAULT_TIER,
  profile: DEFAULT_PROFILE,
};

/** The choice actually shown: at 25/3 nothing can be upgraded, so such a choice falls back to all levers. */
export function settled(choice: Choice): Choice {
  const offered: readonly Measure[] = ['unserved', 'all', ...LEVERS_AT_TIER[choice.tier], 'equip'];
  return offered.includes(choice.measure) ? choice : { ...choice, measure: 'all' };
}

/** Students where nobody reports even 25/3, under the choice's source and technologies. */
export function unservedKey(choice: Choice): string {
  const { profile, tier } = choice;
  return statisticKey({ kind: 'estimated_verdict', profile, source: sourceOf(choice), tier, verdict: 'unserved' });
}

/** The levers of the choice, each with the statistic that estimates it. */
export function leverKeys(choice: Choice): ReadonlyMap<Lever, string> {
  const source = sourceOf(choice);
  const { profile, tier } = choice;
  return new Map(
    LEVERS_AT_TIER[tier].map((lever) => [
      lever,
      statisticKey({ kind: 'estimated_lever', profile, source, tier, lever }),
    ]),
  );
}

/** The single statistic of a hex; undefined when all levers are shown together or the layer does not count students. */
export function measureKey(choice: Choice): string | undefined {
  if (choice.layer !== 'hexes') return undefined;
  if (choice.source === 'disputed') return disputedKey(choice);
  if (choice.measure === 'equip') return 'equip';
  if (choice.measure === 'unserved') return unservedKey(choice);
  return choice.measure === 'all' ? undefined : leverKeys(choice).get(choice.measure);
}

/** Whether students to build for are among what the colors show: those on land already paid for are left out, unless asked for. */
export function isAboutBuild({ layer, measure, source }: Choice): boolean {
  return layer === 'hexes' && source !== 'disputed' && (measure === 'build' || measure === 'all');
}

/** Statistics behind the colors of a choice, and those its cards name. */
export function keysOf(choice: Choice): string[] {
  const measured = measureKey(choice);
  return [
    ...new Set([
      ...(measured ? [measured] : []),
      ...leverKeys(choice).values(),
      unservedKey(choice),
      disputedKey(choice),
      'equip',
      'device.unanswered',
    ]),
  ];
}

function disputedKey({ profile }: Choice): string {
  return statisticKey({ kind: 'estimated_disputed', profile });
}

export function sourceOf(choice: Choice): Source {
  return choice.source === 'disputed' ? 'agreed' : choice.source;
}

/** Clusters rank homes without service, or without enough of it, at 100/20 by reliable broadband. */
export function clusterSetOf(choice: Choice): { of: 'unserved' | 'underserved'; source: Source } {
  const isOfSlow = choice.measure === 'upgrade' || (choice.measure === 'all' && choice.tier === '100_20');
  return { of: isOfSlow ? 'underserved' : 'unserved', source: sourceOf(choice) };
}

/** Whether clusters, which follow the land, are about what the sentence asks. Devices and answers are in no filing. */
export function isAboutLand({ measure, source, layer }: Choice): boolean {
  if (layer === 'coverage' || source === 'disputed') return true;
  return measure === 'unserved' || measure === 'all' || measure === 'build' || measure === 'upgrade';
}

export function isLever(measure: Measure): measure is Lever {
  return (LEVERS as readonly string[]).includes(measure);
}

export type { Lever, Profile, Source, VerdictTier };
export { PROFILES, VERDICT_TIERS };
