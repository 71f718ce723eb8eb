/** A thread for each question, ended with its answer or when its asker has gone. */
import { Worker } from 'node:worker_threads';
import type { ExactPlan } from './exact.ts';
import type { Asked } from './worker.ts';

export async function solve(asked: Asked, signal: AbortSignal): Promise<ExactPlan> {
  signal.throwIfAborted();
  const thread = new Worker(new URL('./worker.ts', import.meta.url), { workerData: asked });
  const stop = () => void thread.terminate();
  signal.addEventListener('abort', stop);
  try {
    return await answerOf(thread);
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.terminate();
  }
}

function answerOf(thread: Worker): Promise<ExactPlan> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread that solves ended early')));
  });
}
