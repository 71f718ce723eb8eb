/** Sends a file in chunks from the server's offset, until it has all of it. */
import { ApiProblem } from '../../../lib/http.ts';
import { shellMessages } from '../../../lib/messages.ts';
import { type Patience, persist } from './persist.ts';

/** Half a minute on a slow line of 256 kbit/s; the most that an interruption costs. */
export const CHUNK_BYTES = 512 * 1024;
/** Timeout after which a chunk is sent again. */
const CHUNK_TIMEOUT_MS = 90_000;

export interface Sending {
  readonly file: Blob;
  /** Bytes the server already has. */
  readonly received: number;
  /** Sends bytes from an offset and returns how many the server then has. */
  readonly put: (offset: number, chunk: Blob, signal: AbortSignal) => Promise<{ received: number }>;
  readonly onReceived: (bytes: number) => void;
}

/** @throws ApiProblem when the server refuses; the signal's reason when aborted */
export async function send({ file, received, put, onReceived }: Sending, patience: Patience, signal: AbortSignal) {
  let offset = received;
  while (offset < file.size) {
    const chunk = file.slice(offset, offset + CHUNK_BYTES);
    const at = offset;
    offset = await persist(() => putOrLearn(put, at, chunk, signal), patience, signal);
    onReceived(offset);
  }
}

/** A chunk may arrive without its answer: the server gives its offset, and sending resumes there. */
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
