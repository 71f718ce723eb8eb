/** What a lot's row says: sums of published numbers of the provider's view, and what public filings say of its land. */

import { cellArea, cellToLatLng } from 'h3-js';
import { goingOn, liesAcross } from '../../domain/antimeridian.ts';
import { type Cell, cellToText } from '../../domain/cell.ts';
import type { ClusterMeasure } from '../../domain/cluster/measure.ts';
import { COST_LEVERS, estimatesOf, routeFeet } from '../../domain/cost/estimate.ts';
import { inputsOfCase, inputsWith } from '../../domain/cost/inputs.ts';
import { squareMilesOf } from '../../domain/miles.ts';
import { type LotEstimate, type LotFacts, lotSums } from '../../domain/round/lot.ts';
import { COUNT_KEYS, ESTIMATES, estimatePosition } from '../../domain/statistic.ts';
import { DEFAULT_PROFILE } from '../../domain/technology.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { type ClusterGround, groundOf, reachOf } from '../cost/index.ts';
import type { EstimateReader } from '../estimates/index.ts';
import { countyNames } from '../places/index.ts';
import { patchesNumbered, type ReleaseRow, sourcesOf, totalsOf } from '../releases/index.ts';
import { hexesOfPatches, patchesAround } from './lot-land.ts';
import { clustersTouching, schoolsIn } from './lot-queries.ts';

/** As it is stored. */
export interface LotMade {
  readonly facts: LotFacts;
  readonly estimate: LotEstimate;
  readonly students: number;
  readonly households: number;
  readonly counties: readonly string[];
  readonly cells: readonly Cell[];
  readonly patches: readonly number[];
}

export interface LotGround {
  readonly release: ReleaseRow;
  readonly measure: ClusterMeasure;
  readonly estimates: EstimateReader;
}

const FEET_A_MILE = 5280;

/** @throws Refusal 422 when the release has no such patch, or there is none */
export async function lotOf(tx: Tx, ground: LotGround, patches: readonly number[]): Promise<LotMade> {
  const { release, measure } = ground;
  const rows = await patchesNumbered(tx, release.id, 'provider', patches);
  if (rows.length === 0 || rows.length < new Set(patches).size) throw refusal('rounds.patch-unknown', 422);
  const around = await patchesAround(
    tx,
    release.id,
    rows.map(({ cell }) => cell),
  );
  const cells = hexesOfPatches(rows, around);
  const counties = [...new Set(rows.flatMap(({ county }) => county ?? []))].sort();
  const sums = lotSums(rows, COUNT_KEYS);
  const estimated = await estimatedIn(tx, ground, patches);
  const service = await serviceIn(tx, ground, cells);
  const near = await clustersTouching(tx, { releaseId: release.id, measure }, cells);
  const state = await totalsOf(tx, release.id, 'provider');
  const names = await countyNames(tx, counties);
  const facts: LotFacts = {
    ...sums,
    estimated,
    locations: service?.locations ?? null,
    passings: service?.passings ?? null,
    routeMiles: service && oneDecimal(routeFeet(service, inputsOfCase(inputsWith(), 'median')) / FEET_A_MILE),
    squareMiles: oneDecimal(squareMilesOf(cells.reduce((sum, cell) => sum + cellArea(cellToText(cell), 'km2'), 0))),
    counties: counties.map((id) => names.get(id) ?? id),
    schools: await schoolsIn(tx, cells),
    ...near,
    center: centerOf(cells),
  };
  return {
    facts,
    estimate: costsOf(service, reachOf({ ...sums, estimated }, rows, stateOr(state, sums)).reach),
    students: sums.students,
    households: sums.households,
    counties,
    cells,
    patches: rows.map(({ patch }) => patch),
  };
}

/** Students without service by the round's measure, by share of FCC locations. */
async function estimatedIn(tx: Tx, { release, measure, estimates }: LotGround, patches: readonly number[]) {
  // All providers see the same, so any of them will do.
  const viewer = { role: 'provider', stateFips: release.state_fips, providerId: 0 } as const;
  const rows = (await estimates.of(tx, release, viewer)).ofPatches(patches);
  const verdicts = measure === 'unserved' || release.benchmark === '25_3' ? ['unserved'] : ['unserved', 'underserved'];
  const positions = (verdicts as ('unserved' | 'underserved')[]).map((verdict) =>
    estimatePosition({
      kind: 'estimated_verdict',
      profile: DEFAULT_PROFILE,
      source: 'agreed',
      tier: release.benchmark,
      verdict,
    }),
  );
  return patches.reduce(
    (sum, _, at) => positions.reduce((inner, position) => inner + (rows[at * ESTIMATES.length + position] ?? 0), sum),
    0,
  );
}

/** Null: nobody filed with the FCC. */
async function serviceIn(
  tx: Tx,
  { release, measure }: LotGround,
  cells: readonly Cell[],
): Promise<ClusterGround | null> {
  const fcc = (await sourcesOf(tx, release.id, 'provider')).find(({ source }) => source === 'fcc');
  return fcc ? groundOf(tx, cells, { of: measure, filingId: fcc.filingId, stateFips: release.state_fips }) : null;
}

function costsOf(ground: ClusterGround | null, reach: Parameters<typeof estimatesOf>[1]): LotEstimate {
  const { low, median, high } = estimatesOf(ground, reach, inputsWith());
  return Object.fromEntries(
    COST_LEVERS.map((lever) => {
      const [least, middle, most] = [low[lever], median[lever], high[lever]];
      return [lever, least && middle && most && { low: whole(least), median: whole(middle), high: whole(most) }];
    }),
  );
}

function whole({ cost }: { readonly cost: number }): number {
  return Math.round(cost);
}

type State = Parameters<typeof reachOf>[2];

/** A release without totals for providers has none to fall back to: everything there is hidden. */
function stateOr(totals: Awaited<ReturnType<typeof totalsOf>>, sums: { students: number; households: number }): State {
  return {
    counts: [],
    hidden: '',
    ...totals,
    students: totals?.students ?? sums.students,
    households: totals?.households ?? sums.households,
  };
}

function centerOf(cells: readonly Cell[]): [number, number] {
  const points = cells.map((cell) => cellToLatLng(cellToText(cell)));
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const lngs = points.map(([, lng]) => lng);
  const lng = mean(liesAcross(lngs) ? lngs.map(goingOn) : lngs);
  return [lng > 180 ? lng - 360 : lng, mean(points.map(([lat]) => lat))];
}

function oneDecimal(value: number): number {
  return Math.round(10 * value) / 10;
}
