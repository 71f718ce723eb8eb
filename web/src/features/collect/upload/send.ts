/** Sends a file by parts from where the server is, until it has all of it. */
import { ApiProblem } from '../../../lib/http.ts';
import { shellMessages } from '../../../lib/messages.ts';
import { type Patience, persist } from './persist.ts';

/** Half a minute on a slow line of 256 kbit/s a second; what a break costs at most. */
export const CHUNK_BYTES = 512 * 1024;
/** A part that takes longer is begun again. */
const CHUNK_TIMEOUT_MS = 90_000;

export interface Sending {
  readonly file: Blob;
  /** Bytes the server has already. */
  readonly received: number;
  /** Sends bytes from an offset and says how many the server has then. */
  readonly put: (offset: number, chunk: Blob, signal: AbortSignal) => Promise<{ received: number }>;
  readonly onReceived: (bytes: number) => void;
}

/** @throws ApiProblem when the server will not have it; the signal's reason when aborted */
export async function send({ file, received, put, onReceived }: Sending, patience: Patience, signal: AbortSignal) {
  let offset = received;
  while (offset < file.size) {
    const chunk = file.slice(offset, offset + CHUNK_BYTES);
    const at = offset;
    offset = await persist(() => putOrLearn(put, at, chunk, signal), patience, signal);
    onReceived(offset);
  }
}

/** A part that arrived though its answer did not: the server tells where it is, and sending goes on from there. */
async function putOrLearn(put: Sending['put'], at: number, chunk: Blob, signal: AbortSignal): Promise<number> {
  const timeout = AbortSignal.timeout(CHUNK_TIMEOUT_MS);
  try {
    return (await put(at, chunk, AbortSignal.any([signal, timeout]))).received;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 409) {
      const { received } = error.facts;
      if (typeof received === 'number' && received !== at) return received;
    }
    if (timeout.aborted && !signal.aborted) throw new ApiProblem(0, 'network', shellMessages.get().noAnswer);
    throw error;
  }
}
