/** The thread that solves: HiGHS does not yield, and a server has other readers. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Option } from '../../domain/cost/plan.ts';
import { exactPlan } from './exact.ts';

export interface Asked {
  readonly options: readonly Option[];
  readonly budget: number;
}

const { options, budget } = workerData as Asked;
parentPort?.postMessage(await exactPlan(options, budget));
