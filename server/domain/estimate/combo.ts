/** Combinations of verdicts as text and as numbers: the verdicts on a piece of land in all readings at once. */
import { ONE_READING } from '../lever.ts';
import { VERDICT_TIERS, type VerdictTier } from '../speed.ts';
import { PROFILES, type Profile } from '../technology.ts';
import { isContradicted, SOURCES, type Source, VERDICTS, type Verdict } from '../verdict.ts';
import type { VerdictCombo } from '../verdict-cells.ts';

export interface Reading {
  readonly profile: Profile;
  readonly source: Source;
  readonly tier: VerdictTier;
}

/** Profiles, then sources, then tiers. */
export const READINGS: readonly Reading[] = PROFILES.flatMap((profile) =>
  SOURCES.flatMap((source) => VERDICT_TIERS.map((tier) => ({ profile, source, tier }))),
);

export function readingPosition({ profile, source, tier }: Reading): number {
  return (
    (PROFILES.indexOf(profile) * SOURCES.length + SOURCES.indexOf(source)) * VERDICT_TIERS.length +
    VERDICT_TIERS.indexOf(tier)
  );
}

const LETTERS: Readonly<Record<Verdict, string>> = {
  served: 's',
  underserved: 'l',
  unserved: 'u',
  partly: 'p',
  unknown: 'n',
};

/**
 * One letter per reading, then one per tier, for the one reading that levers are counted in.
 *
 * @param open the public verdicts there, by which levers are counted for everybody
 */
export function comboText(combo: VerdictCombo, open: VerdictCombo): string {
  const letter = (said: VerdictCombo, { profile, source, tier }: Reading) =>
    LETTERS[
      said[PROFILES.indexOf(profile) * VERDICT_TIERS.length + VERDICT_TIERS.indexOf(tier)]?.[source] ?? 'unknown'
    ];
  const own = READINGS.map((reading) => letter(combo, reading));
  const counted = VERDICT_TIERS.map((tier) => letter(open, { ...ONE_READING, tier }));
  return [...own, ...counted].join('');
}

/** Lookup values of one combination, for sums over many. */
export interface ComboCodes {
  /** Position in VERDICTS by reading. */
  readonly verdicts: Uint8Array;
  /** The same by tier, in the one reading and by public filings, as levers are counted. */
  readonly counted: Uint8Array;
  /** By profile, 1 if the filings contradict each other at 100/20. */
  readonly isContradicted: Uint8Array;
  /** By profile, 1 if they do not and one of them says served: a family's "not available" then disputes it. */
  readonly isClaimed: Uint8Array;
}

const BY_LETTER = new Map(VERDICTS.map((verdict, position) => [LETTERS[verdict], position]));

export function comboCodes(text: string): ComboCodes {
  const codeAt = (at: number) => BY_LETTER.get(text[at] ?? '') ?? VERDICTS.indexOf('unknown');
  const verdicts = Uint8Array.from(READINGS, (_, at) => codeAt(at));
  const filed = PROFILES.map((profile) => {
    const [fcc, puc] = (['fcc', 'puc'] as const).map(
      (source) => VERDICTS[verdicts[readingPosition({ profile, source, tier: '100_20' })] ?? -1] ?? 'unknown',
    ) as [Verdict, Verdict];
    const isAgainst = isContradicted(fcc, puc);
    return { isAgainst, isClaimed: !isAgainst && (fcc === 'served' || puc === 'served') };
  });
  return {
    verdicts,
    counted: Uint8Array.from(VERDICT_TIERS, (_, at) => codeAt(READINGS.length + at)),
    isContradicted: Uint8Array.from(filed, ({ isAgainst }) => Number(isAgainst)),
    isClaimed: Uint8Array.from(filed, ({ isClaimed }) => Number(isClaimed)),
  };
}
