/** Proves a release in worker threads, one per core up to MOST_THREADS. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { cellToText } from '../../../domain/cell.ts';
import { phrase } from '../../../domain/messages/phrase.ts';
import { isShown } from '../../../domain/protect/code.ts';
import { type Proven, type Step, stepsOf } from '../../../domain/protect/programs/programs.ts';
import { ProgramsFailed } from '../../../domain/protect/programs/prove.ts';
import type { Progress } from '../../../platform/progress.ts';
import { releaseErrors } from '../errors.ts';
import type { ReleaseInput } from './release-input.ts';
import type { StepAnswer, StepAsked } from './worker.ts';

const MOST_THREADS = 4;
/** Of a thread's short-lived objects, of which some 200 MB would wait to be collected. */
const MOST_YOUNG_MB = 16;

/**
 * @returns positions of the numbers to hide, in `input.codes`; independent of the number of threads
 * @throws Refusal release.unproven when nothing is left to hide
 */
export async function hiddenByPrograms(
  { input, hexes }: ReleaseInput,
  progress: Progress,
  signal?: AbortSignal,
): Promise<number[]> {
  const phases = stepsOf(input);
  const proving = progress.begin(
    phrase('step.proof'),
    phases.reduce((sum, steps) => sum + steps.length, 0),
  );
  const workers = Array.from(
    { length: Math.min(MOST_THREADS, availableParallelism()) },
    () =>
      new Worker(new URL('./worker.ts', import.meta.url), {
        workerData: input,
        resourceLimits: { maxYoungGenerationSizeMb: MOST_YOUNG_MB },
      }),
  );
  const hidden = new Set<number>(input.hiddenBefore);
  let escaped: Proven['escaped'] = [];
  try {
    for (const steps of phases) {
      const asked = { hidden: new Set(hidden), escaped };
      const waiting = [...steps];
      const proven: Proven[] = [];
      await Promise.all(
        workers.map(async (worker) => {
          for (let step = waiting.shift(); step; step = waiting.shift()) {
            signal?.throwIfAborted();
            proven.push(await asking(worker, { step, ...asked }));
            proving.advance(1);
          }
        }),
      );
      for (const position of proven.flatMap((one) => one.hidden)) hidden.add(position);
      escaped = proven.flatMap((one) => one.escaped);
    }
  } catch (error) {
    throw error instanceof ProgramsFailed ? releaseErrors.unproven(cellToText(hexes[error.hex] ?? 0n)) : error;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  const hiddenCount = [...hidden].filter((position) => isShown(input.codes[position] as number)).length;
  proving.done(phrase('done.proof', { hiddenCount, oneSided: hidden.size - hiddenCount }));
  return [...hidden].sort((a, b) => a - b);
}

function asking(worker: Worker, asked: { step: Step } & Omit<StepAsked, 'step'>): Promise<Proven> {
  return new Promise<Proven>((resolve, reject) => {
    const onMessage = (answer: StepAnswer) =>
      settle(() => ('failed' in answer ? reject(new ProgramsFailed(answer.failed)) : resolve(answer)));
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = () => settle(() => reject(new Error('a thread of the programs ended early')));
    const settle = (act: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(asked);
  });
}
