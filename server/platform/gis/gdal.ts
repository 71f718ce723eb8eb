import { Worker } from 'node:worker_threads';
import type { ConvertedLayer, GdalAnswer, GdalJob } from './gdal-worker.ts';

/** GDAL could not do the job; `message` is in its words. */
export class GdalError extends Error {
  override readonly name = 'GdalError';
}

/** Runs GDAL in a thread that ends with the job. About half a second to start. @throws GdalError */
export async function runGdal(job: GdalJob): Promise<readonly ConvertedLayer[]> {
  const worker = new Worker(new URL('./gdal-worker.ts', import.meta.url), { workerData: job });
  try {
    const answer = await new Promise<GdalAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', (error) => reject(new GdalError(String(error), { cause: error })));
      worker.once('exit', (code) => reject(new GdalError(`the GDAL thread ended early with code ${code}`)));
    });
    if ('failure' in answer) throw new GdalError(answer.failure);
    return answer.layers;
  } finally {
    await worker.terminate();
  }
}
