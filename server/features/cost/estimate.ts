/** The answer to a scenario: its clusters costed by every lever, and what a budget pays for. */
import type { Viewer } from '../../domain/actor.ts';
import { estimatesOf } from '../../domain/cost/estimate.ts';
import { type CostInputs, inputsWith, isInOrder, type OwnInputs, PRICE_NAMES } from '../../domain/cost/inputs.ts';
import { greedyPlan, inOrder, optionsOf } from '../../domain/cost/plan.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { inThread } from '../../platform/thread.ts';
import { refuseSilent, releaseNamed, sourcesOf, viewInWords, viewOfFilings } from '../releases/index.ts';
import type { CostAnswer, Costed, ScenarioBody } from './contract.ts';
import type { ExactPlan } from './exact.ts';
import { type ClusterGround, groundOf } from './ground.ts';
import { type ClusterRow, clustersNamed, patchesNumbered, stateCounts } from './queries.ts';
import { reachOf } from './reach.ts';
import type { Asked } from './worker.ts';

const SOLVER = new URL('./worker.ts', import.meta.url);

export interface EditionAsked {
  readonly release: string;
  readonly state?: string;
}

export async function estimateScenario(
  db: Db,
  viewer: Viewer,
  asked: EditionAsked & { readonly scenario: ScenarioBody },
  signal: AbortSignal,
): Promise<Omit<CostAnswer, 'label'>> {
  const inputs = inputsOf(asked.scenario.inputs);
  const costed = await db.as(viewer, (tx) => costScenario(tx, asked, inputs), { signal });
  const { clusters, scenario } = { clusters: costed.clusters, scenario: asked.scenario };
  return {
    ...costed,
    inputs,
    unknown: scenario.clusters.filter((id) => !clusters.some((one) => one.id === id)),
    plans: await plansOf(scenario, clusters, signal),
  };
}

/** @throws Refusal 400 when a low case is dearer than a high one */
function inputsOf(own: ScenarioBody['inputs']): CostInputs {
  const inputs = inputsWith(own as OwnInputs);
  const wrong = PRICE_NAMES.find((name) => !isInOrder(inputs[name]));
  if (wrong) throw refusal('cost.order', 400, { name: wrong });
  return inputs;
}

async function costScenario(
  tx: Tx,
  { release: named, state, scenario }: EditionAsked & { scenario: ScenarioBody },
  inputs: CostInputs,
) {
  const release = await releaseNamed(tx, named, state);
  refuseSilent(scenario.source, await viewOfFilings(tx, release.id, 'agency'));
  const found = await clustersNamed(tx, { releaseId: release.id, ...scenario }, scenario.clusters);
  const sources = await sourcesOf(tx, release.id, 'agency');
  const filingId = sources.find(({ source }) => source === 'fcc')?.filingId;
  const totals = await stateCounts(tx, release.id);
  const clusters: Costed[] = [];
  for (const cluster of found) {
    const ground =
      filingId === undefined
        ? null
        : await groundOf(tx, cluster.cells, { of: scenario.of, filingId, stateFips: release.state_fips });
    const patches = await patchesNumbered(tx, release.id, cluster.patches);
    clusters.push(costedOf(cluster, ground, reachOf(cluster, patches, totals), inputs));
  }
  return { release: release.id, view: await viewInWords(tx, release, 'agency'), clusters };
}

function costedOf(
  { cells: _cells, patches, ...cluster }: ClusterRow,
  ground: ClusterGround | null,
  { reach, ...answers }: ReturnType<typeof reachOf>,
  inputs: CostInputs,
): Costed {
  return {
    ...cluster,
    ...answers,
    wholePatches: patches.length,
    studentsPerHousehold: reach.studentsPerHousehold,
    ground,
    estimates: estimatesOf(ground, reach, inputs),
  };
}

async function plansOf(
  { budget, levers, withDevices, case: of }: ScenarioBody,
  clusters: readonly Costed[],
  signal: AbortSignal,
): Promise<CostAnswer['plans']> {
  if (budget === null || clusters.length === 0) return null;
  const costed = clusters.map(({ id, estimated, estimates }) => ({
    id,
    students: estimated,
    estimates: estimates[of],
  }));
  const options = optionsOf(costed, { levers, withDevices });
  const asked: Asked = { options, budget };
  const [greedy, exact] = [greedyPlan(options, budget), await inThread<ExactPlan>(SOLVER, asked, signal)];
  return { exact: { ...exact, chosen: inOrder(exact.chosen) }, greedy: { ...greedy, chosen: [...greedy.chosen] } };
}
