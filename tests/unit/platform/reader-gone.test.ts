import { once } from 'node:events';
import { get } from 'node:http';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { answerWithProblems } from '../../../server/platform/problem-json.ts';

/** @returns lines of the log after a reader left while the route worked */
async function logOf(work: (signal: AbortSignal) => Promise<unknown>): Promise<{ level: number; msg: string }[]> {
  const lines: string[] = [];
  const app = Fastify({ logger: { stream: { write: (line: string) => void lines.push(line) } } });
  answerWithProblems(app);
  const reached = Promise.withResolvers<void>();
  const worked = Promise.withResolvers<void>();
  app.get('/slow', async (request) => {
    reached.resolve();
    await work(request.signal).finally(worked.resolve);
  });
  const reading = get(`${await app.listen({ host: '127.0.0.1', port: 0 })}/slow`);
  reading.on('error', () => undefined);
  await reached.promise;
  reading.destroy();
  await worked.promise;
  await app.close();
  return lines.map((line) => JSON.parse(line));
}

const ERROR = 50;

it('is no error of ours that a reader leaves while a question is being worked on', async () => {
  const log = await logOf(async (signal) => {
    await once(signal, 'abort');
    signal.throwIfAborted();
  });
  expect(log.filter(({ level }) => level >= ERROR)).toEqual([]);
});

it('is one when something else fails after a reader left', async () => {
  const log = await logOf(async (signal) => {
    await once(signal, 'abort');
    throw new Error('out of order');
  });
  expect(log.filter(({ level }) => level >= ERROR).map(({ msg }) => msg)).toEqual(['unexpected error']);
});
