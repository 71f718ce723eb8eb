import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { Stopped } from '../../../web/src/lib/work.ts';
import { WorkerClient } from '../../../web/src/lib/worker-rpc.ts';

interface Counting {
  count: { ask: object; answer: { counted: number } };
}

/** A worker at the other end of a channel, which answers whatever it hears of. */
function aWorker() {
  const { port1, port2 } = new MessageChannel();
  const heard: string[] = [];
  port2.on('message', (message: { type: string; id: number }) => {
    heard.push(message.type);
    if (message.type === 'ask') port2.postMessage({ type: 'answer', id: message.id, answer: { counted: 1 } });
  });
  const client = new WorkerClient<Counting>(port1 as unknown as Worker, () => undefined);
  port1.start();
  return { client, heard, close: () => port1.close() };
}

describe('a request to a worker', () => {
  it('that was stopped before it was made is stopped, and the worker never hears of it', async () => {
    const { client, heard, close } = aWorker();
    const stopper = new AbortController();
    stopper.abort();
    await expect(client.ask('count', {}, { signal: stopper.signal })).rejects.toBeInstanceOf(Stopped);
    await expect(client.ask('count', {})).resolves.toEqual({ counted: 1 });
    expect(heard).toEqual(['ask']);
    close();
  });

  it('that is stopped under way is stopped at once, whatever the worker answers later', async () => {
    const { client, close } = aWorker();
    const stopper = new AbortController();
    const asked = client.ask('count', {}, { signal: stopper.signal });
    stopper.abort();
    await expect(asked).rejects.toBeInstanceOf(Stopped);
    close();
  });
});
