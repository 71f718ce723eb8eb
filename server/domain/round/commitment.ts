/** What a provider signed, in milestones, and how late it is. */
import type { Milestone } from './proposal.ts';

/** Per cent of homes, a year after the other. Source: 47 CFR 54.802(c). */
const USUAL_PERCENTS = [40, 60, 80, 100];

/** The provider's own milestones, else the usual ones spread evenly from start to finish. */
export function milestonesOf(offer: {
  readonly start: string;
  readonly finish: string;
  readonly milestones: readonly Milestone[];
}): readonly Milestone[] {
  if (offer.milestones.length > 0) return offer.milestones;
  const [from, to] = [Date.parse(offer.start), Date.parse(offer.finish)];
  return USUAL_PERCENTS.map((percent, at) => ({
    percent,
    day: new Date(from + ((to - from) * (at + 1)) / USUAL_PERCENTS.length).toISOString().slice(0, 10),
  }));
}

export const LATENESS_TIERS = [0, 1, 2, 3, 4] as const;
export type LatenessTier = (typeof LATENESS_TIERS)[number];

/** Least shortfall of each tier, in per cent of what was due. Source: 47 CFR 54.320(d)(1). */
const TIERS_FROM = [5, 15, 25, 50];

/** @param due per cent of homes due by today; accepted: of those, what staff accepted */
export function latenessTier(due: number, accepted: number): LatenessTier {
  if (due <= 0) return 0;
  const shortfall = (100 * (due - accepted)) / due;
  return TIERS_FROM.filter((from) => shortfall >= from).length as LatenessTier;
}

/** The last per cent that is due on a day, and the last that is accepted. */
export function progressOn(
  day: string,
  milestones: readonly { readonly percent: number; readonly dueOn: string; readonly isAccepted: boolean }[],
): { readonly due: number; readonly accepted: number } {
  const last = (which: (one: (typeof milestones)[number]) => boolean) =>
    milestones.reduce((most, one) => (which(one) ? Math.max(most, one.percent) : most), 0);
  return { due: last(({ dueOn }) => dueOn < day), accepted: last(({ isAccepted }) => isAccepted) };
}

/** Column of the FCC's offers that counts locations at the committed speed. */
export function locationsAt({ downloadMbps, uploadMbps }: { downloadMbps: number; uploadMbps: number }) {
  if (downloadMbps >= 1000 && uploadMbps >= 100) return 'locations_1000_100';
  if (downloadMbps >= 100 && uploadMbps >= 20) return 'locations_100_20';
  return downloadMbps >= 25 && uploadMbps >= 3 ? 'locations_25_3' : 'locations';
}
