/** A thread for each question, ended with its answer or when its asker has gone. */
import { Worker } from 'node:worker_threads';

/** @param script posts its answer as one message */
export async function inThread<Answer>(script: URL, workerData: unknown, signal: AbortSignal): Promise<Answer> {
  signal.throwIfAborted();
  const thread = new Worker(script, { workerData });
  const stop = () => void thread.terminate();
  signal.addEventListener('abort', stop);
  try {
    return await answerOf<Answer>(thread);
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.terminate();
  }
}

function answerOf<Answer>(thread: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread that solves ended early')));
  });
}
