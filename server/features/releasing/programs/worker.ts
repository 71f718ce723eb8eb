/** A thread that proves steps of a release, one at a time: HiGHS blocks for seconds. */
import { parentPort, workerData } from 'node:worker_threads';
import highs, { type Highs } from 'highs';
import type { ProgramsInput } from '../../../domain/protect/programs/input.ts';
import { Programs, type Proven, type Step } from '../../../domain/protect/programs/programs.ts';
import { ProgramsFailed } from '../../../domain/protect/programs/prove.ts';

export interface StepAsked {
  readonly step: Step;
  readonly hidden: ReadonlySet<number>;
  readonly escaped: Proven['escaped'];
}

/** failed: number of the res-5 hex where nothing is left to hide. */
export type StepAnswer = Proven | { readonly failed: number };

/** Its types say CommonJS, but Node loads it as a module: the import is the loader itself. */
const loadHighs = highs as unknown as () => Promise<Highs>;
const programs = new Programs(await loadHighs(), workerData as ProgramsInput);

parentPort?.on('message', ({ step, hidden, escaped }: StepAsked) =>
  parentPort?.postMessage(answer(step, hidden, escaped)),
);

function answer(step: Step, hidden: ReadonlySet<number>, escaped: Proven['escaped']): StepAnswer {
  try {
    return programs.run(step, hidden, escaped);
  } catch (error) {
    if (error instanceof ProgramsFailed) return { failed: error.hex };
    throw error;
  }
}
