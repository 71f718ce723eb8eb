/** The worker behind the page, made once: another would have to be fetched. */
import { WorkerClient } from '../../lib/worker-rpc.ts';
import { noteRequest } from './network-log.ts';
import type { Exchanges } from './protocol.ts';
import type { SeenRequest } from './requests.ts';

export type PrepareWorker = WorkerClient<Exchanges, SeenRequest>;

export function startWorker(): PrepareWorker {
  const worker = new Worker(new URL('./prepare.worker.ts', import.meta.url), { type: 'module' });
  return new WorkerClient<Exchanges, SeenRequest>(worker, noteRequest);
}
