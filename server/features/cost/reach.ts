/** Whom a lever reaches in a cluster, from published numbers of the agency's view. */
import type { Reach } from '../../domain/cost/estimate.ts';
import { type Counted, countPosition } from '../../domain/statistic.ts';
import type { CountsRow } from '../releases/index.ts';
import type { ClusterRow, PatchRow } from './queries.ts';

/** A piece of land: its estimate, and the exact numbers of its whole patches. */
type Numbers = Pick<ClusterRow, 'estimated' | 'students' | 'households'>;

const UNAFFORDABLE: Counted = { kind: 'home', status: 'unaffordable' };
/** Without a device of one's own that fits: none, a shared one, a phone. */
const WITHOUT_DEVICE: Counted = { kind: 'equip' };

interface Answered {
  readonly share: number | null;
  readonly of: 'patches' | 'state';
}

export interface ClusterReach {
  readonly reach: Reach;
  readonly unaffordable: Answered;
  readonly withoutDevice: Answered;
  /** Patches with a hidden count among the two. */
  readonly hiddenPatches: number;
}

type Totals = CountsRow & { readonly students: number; readonly households: number };

export function reachOf(cluster: Numbers, patches: readonly PatchRow[], state: Totals): ClusterReach {
  const unaffordable = answered(UNAFFORDABLE, patches, state);
  const withoutDevice = answered(WITHOUT_DEVICE, patches, state);
  return {
    reach: {
      students: cluster.estimated,
      studentsPerHousehold: perHousehold(cluster) ?? perHousehold(state) ?? 1,
      unaffordableShare: unaffordable.share,
      withoutDeviceShare: withoutDevice.share,
    },
    unaffordable,
    withoutDevice,
    hiddenPatches: patches.filter((patch) => [UNAFFORDABLE, WITHOUT_DEVICE].some((one) => countOf(one, patch) === null))
      .length,
  };
}

/** A hidden count is not zero: if any patch has one, the state's share stands in. */
function answered(statistic: Counted, patches: readonly PatchRow[], state: Totals): Answered {
  const counts = patches.map((patch) => countOf(statistic, patch));
  const shown = counts.filter((count) => count !== null);
  if (shown.length > 0 && shown.length === counts.length) return { share: shareOf(sum(shown), patches), of: 'patches' };
  const inState = countOf(statistic, state);
  return { share: inState === null ? null : shareOf(inState, [state]), of: 'state' };
}

function countOf(statistic: Counted, { counts }: CountsRow): number | null {
  return counts[countPosition(statistic)] ?? null;
}

function shareOf(count: number, of: readonly { readonly students: number }[]): number | null {
  const students = sum(of.map((one) => one.students));
  return students > 0 ? count / students : null;
}

function perHousehold({
  students,
  households,
}: {
  readonly students: number;
  readonly households: number;
}): number | undefined {
  return students > 0 && households > 0 ? students / households : undefined;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
