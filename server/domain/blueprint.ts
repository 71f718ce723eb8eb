/** How far a state has come with its needs assessment, read from what the instance holds. */
import { underWay } from './collection.ts';
import type { Filer } from './verdict.ts';

export const BLUEPRINT_STEPS = [
  'collection',
  'invited',
  'answers',
  'fcc',
  'commission',
  'release',
  'published',
] as const;
export type BlueprintStep = (typeof BLUEPRINT_STEPS)[number];

/** `unseen`: only a coordinator can know. */
export type Standing = 'done' | 'begun' | 'open' | 'unseen';

export interface InstanceSeen {
  /** The oldest first; null for whoever is no coordinator. */
  readonly collections:
    | readonly {
        readonly name: string;
        readonly state: 'planned' | 'open' | 'closed';
        readonly districts: { readonly total: number; readonly linked: number; readonly accepted: number };
      }[]
    | null;
  readonly releases: readonly {
    readonly name: string;
    readonly standing: string;
    readonly current: boolean;
    readonly collection: string;
    readonly filers: readonly string[];
  }[];
  readonly filings: readonly { readonly asOf: string }[];
  /** As-of day of the newest FCC filing that should be out. */
  readonly newestOut: string;
}

export function blueprintOf(seen: InstanceSeen): Readonly<Record<BlueprintStep, Standing>> {
  const collection = underWay(seen.collections?.toReversed() ?? []);
  const ofCollection = (standing: (one: NonNullable<typeof collection>) => Standing): Standing =>
    seen.collections === null ? 'unseen' : collection ? standing(collection) : 'open';
  const reached = (count: number, of: number): Standing => (count === 0 ? 'open' : count < of ? 'begun' : 'done');
  const latest = seen.releases.at(-1);
  return {
    collection: ofCollection(() => 'done'),
    // A district that has sent no longer needs its link.
    invited: ofCollection(({ districts: { total, linked, accepted } }) => reached(Math.max(linked, accepted), total)),
    answers: ofCollection(({ districts: { total, accepted } }) => reached(accepted, total)),
    fcc: seen.filings.some(({ asOf }) => asOf >= seen.newestOut) ? 'done' : seen.filings.length > 0 ? 'begun' : 'open',
    commission: latest?.filers.includes('puc' satisfies Filer) ? 'done' : 'open',
    release: releaseStanding(seen, collection?.name),
    published: seen.releases.some(({ current }) => current) ? 'done' : seen.releases.length > 0 ? 'begun' : 'open',
  };
}

/** A release of an earlier collection is a beginning. */
function releaseStanding({ releases }: InstanceSeen, collection: string | undefined): Standing {
  if (releases.length === 0) return 'open';
  return collection === undefined || releases.some((release) => release.collection === collection) ? 'done' : 'begun';
}
