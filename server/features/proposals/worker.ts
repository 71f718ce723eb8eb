/** The thread that solves: HiGHS does not yield, and a server has other readers. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Bid, ChoiceRules } from '../../domain/round/choice.ts';
import { solveRound } from './solve.ts';

const { bids, rules } = workerData as { bids: readonly Bid[]; rules: ChoiceRules };
parentPort?.postMessage(await solveRound(bids, rules));
